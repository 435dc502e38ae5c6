package eu.wattpeil.deliver;

import eu.wattpeil.deliver.Letter.Content;
import eu.wattpeil.report.CoverLetter;
import eu.wattpeil.workspace.Delivery.Recipient;
import eu.wattpeil.workspace.MailServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A mail without a report, to some people, one for each.
 *
 * @param name the same each time that it is sent
 */
public record Notice(String name, List<Recipient> recipients, Words words) {

    public Notice {
        recipients = List.copyOf(recipients);
    }

    /** What it says to a reader. */
    @FunctionalInterface
    public interface Words {
        CoverLetter to(Recipient recipient);
    }

    /**
     * Sends it to those who have not got it. Whoever may have got it does not get it again.
     *
     * @param keyFile the key by which those who got it are known; is made where it is not there
     * @param got of earlier attempts
     * @param keep is told each change of them
     * @return what the mail server refused for good, and whom nobody knows of: for messages
     * @throws DeliveryException where another attempt may send it
     */
    public List<String> send(
            MailServer server,
            Path keyFile,
            Set<String> got,
            Consumer<Set<String>> keep,
            Clock clock)
            throws IOException {
        RecipientKey key = RecipientKey.in(keyFile);
        List<Recipient> waiting =
                recipients.stream().filter(it -> !got.contains(key.hash(it.mailbox()))).toList();
        if (waiting.isEmpty()) {
            return List.of();
        }
        Attempt attempt = new Attempt(server, key, new TreeSet<>(got), keep, clock);
        try (Connection connection = Connection.open(server)) {
            return attempt.send(waiting, connection);
        }
    }

    /** One attempt, and who has got it by now. */
    private final class Attempt {

        private final MailServer server;
        private final RecipientKey key;
        private final Set<String> got;
        private final Consumer<Set<String>> keep;
        private final Clock clock;

        Attempt(
                MailServer server,
                RecipientKey key,
                Set<String> got,
                Consumer<Set<String>> keep,
                Clock clock) {
            this.server = server;
            this.key = key;
            this.got = got;
            this.keep = keep;
            this.clock = clock;
        }

        /** One who cannot be served now holds up nobody. */
        List<String> send(List<Recipient> waiting, Connection connection) {
            List<String> told = new ArrayList<>();
            List<DeliveryException> failures = new ArrayList<>();
            for (Recipient recipient : waiting) {
                try {
                    Connection.Answer answer = send(recipient, connection);
                    if (answer.fate() != Connection.Fate.SENT) {
                        told.add(recipient.place() + ": " + answer.reply());
                    }
                } catch (DeliveryException failure) {
                    failures.add(failure);
                    if (!connection.isAlive()) {
                        break;
                    }
                }
            }
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
            return told;
        }

        private Connection.Answer send(Recipient recipient, Connection connection) {
            String hash = key.hash(recipient.mailbox());
            try {
                Connection.Answer answer =
                        connection.send(letter(recipient, connection, () -> note(hash)));
                note(hash);
                return answer;
            } catch (DeliveryException failure) {
                got.remove(hash);
                keep.accept(Set.copyOf(got));
                throw failure;
            }
        }

        private void note(String hash) {
            if (got.add(hash)) {
                keep.accept(Set.copyOf(got));
            }
        }

        private Letter letter(Recipient recipient, Connection connection, Runnable atItsEnd) {
            String mail = name + "\n" + recipient.mailbox().key();
            try {
                return Letter.of(
                        connection.session(),
                        server,
                        recipient.mailbox(),
                        new Content(recipient.language(), words.to(recipient), List.of()),
                        "<" + key.hash(mail) + ".wattpeil@" + server.from().domain() + ">",
                        clock.instant(),
                        atItsEnd);
            } catch (MessagingException malformed) {
                throw new IllegalStateException("Cannot write mail", malformed);
            }
        }
    }
}
