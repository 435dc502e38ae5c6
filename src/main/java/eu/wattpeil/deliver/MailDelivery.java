package eu.wattpeil.deliver;

import eu.wattpeil.deliver.DeliveryRecord.Outcome;
import eu.wattpeil.deliver.Letter.Attachment;
import eu.wattpeil.deliver.Letter.Content;
import eu.wattpeil.report.CoverLetter;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.report.Publisher.PublishedFile;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.workspace.Delivery;
import eu.wattpeil.workspace.Delivery.Recipient;
import eu.wattpeil.workspace.MailServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends a report to those of a delivery's recipients who have not got it, a mail to each.
 *
 * <p>That a mail is about to be the server's is noted before its last line is sent, and that it is
 * the server's as soon as that says so. Whoever dies between the two leaves a mail in doubt, which
 * is told and not sent again: a report that came twice cannot be taken back, one that is missing
 * can be sent.
 */
final class MailDelivery {

    private static final long BYTES_PER_MB = 1_000_000;

    private final MailServer server;
    private final RecipientKey key;
    private final String organisation;
    private final Publisher publisher;
    private final Clock clock;
    private final BooleanSupplier stop;

    /**
     * @param stop whether to end before the next mail
     */
    MailDelivery(
            MailServer server,
            RecipientKey key,
            String organisation,
            Publisher publisher,
            Clock clock,
            BooleanSupplier stop) {
        this.server = server;
        this.key = key;
        this.organisation = organisation;
        this.publisher = publisher;
        this.clock = clock;
        this.stop = stop;
    }

    /**
     * What became of an attempt.
     *
     * @param refused recipients, each with the server's answer
     * @param inDoubt recipients of whom nobody knows whether they have got it
     * @param failures that may go well another time
     * @param isKeyKnown whether the hashes in the record were made with the key that there is
     * @param isStopped whether it ended before its end
     */
    record Result(
            DeliveryRecord record,
            List<String> refused,
            List<String> inDoubt,
            List<String> failures,
            boolean isKeyKnown,
            boolean isStopped) {}

    /**
     * Sends it.
     *
     * @param report gives what the mails say something of
     * @param begun the record of this attempt
     * @param keep is told each change of the record, and returns when it is on the disk
     * @throws DeliveryException where nothing can be sent
     */
    Result deliver(
            Delivery delivery,
            Issue issue,
            List<Recipient> recipients,
            Supplier<MonthlyReport> report,
            DeliveryRecord begun,
            Consumer<DeliveryRecord> keep)
            throws IOException {
        Attempt attempt = new Attempt(delivery, issue, begun, keep);
        List<Recipient> waiting = attempt.waiting(recipients);
        if (!waiting.isEmpty()) {
            Map<Locale, Content> contents = contents(delivery, waiting, report, begun);
            try (Connection connection = Connection.open(server)) {
                attempt.send(waiting, contents, connection);
            }
        }
        return attempt.result();
    }

    private Map<Locale, Content> contents(
            Delivery delivery,
            List<Recipient> recipients,
            Supplier<MonthlyReport> reports,
            DeliveryRecord record)
            throws IOException {
        MonthlyReport report = reports.get();
        Map<Locale, Content> contents = new HashMap<>();
        for (Recipient recipient : recipients) {
            Locale language = recipient.language();
            if (!contents.containsKey(language)) {
                contents.put(language, content(delivery, language, report, record));
            }
        }
        return contents;
    }

    private Content content(
            Delivery delivery, Locale language, MonthlyReport report, DeliveryRecord record)
            throws IOException {
        List<PublishedFile> files =
                publisher.files(
                        delivery.report(),
                        report.month(),
                        report.edition(),
                        delivery.forms(),
                        List.of(language));
        List<Attachment> attachments = new ArrayList<>();
        long bytes = 0;
        for (PublishedFile file : files) {
            bytes += Files.size(file.path());
            attachments.add(new Attachment(file.nameAlone(), Files.readAllBytes(file.path())));
        }
        if (bytes > server.mostAttachedMb() * BYTES_PER_MB) {
            throw new DeliveryException(
                    String.format(
                            Locale.ROOT,
                            "the attachments have %.1f MB, expected %d MB or less (%s,"
                                    + " attachments-max-mb); name fewer forms, or allow more where"
                                    + " the mail server does",
                            (double) bytes / BYTES_PER_MB,
                            server.mostAttachedMb(),
                            server.place()));
        }
        return new Content(
                language,
                CoverLetter.of(report, language, delivery.role(), files, record.corrects()),
                attachments);
    }

    /** One attempt, and what is known of it by now. */
    private final class Attempt {

        private final Delivery delivery;
        private final Issue issue;
        private final Consumer<DeliveryRecord> keep;
        private final List<String> refused = new ArrayList<>();
        private final List<String> inDoubt = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private DeliveryRecord record;
        private final boolean isKeyKnown;
        private boolean isStopped;

        Attempt(
                Delivery delivery,
                Issue issue,
                DeliveryRecord begun,
                Consumer<DeliveryRecord> keep) {
            this.delivery = delivery;
            this.issue = issue;
            this.keep = keep;
            this.record = begun;
            this.isKeyKnown = begun.recipients().isEmpty() || begun.keyId().equals(key.id());
        }

        Result result() {
            return new Result(record, refused, inDoubt, failures, isKeyKnown, isStopped);
        }

        /** Those who are still to get it. With another key nobody knows who has got it. */
        List<Recipient> waiting(List<Recipient> recipients) {
            if (!isKeyKnown) {
                record = record.unknown();
            }
            record = record.under(key.id());
            List<Recipient> waiting = new ArrayList<>();
            for (Recipient recipient : recipients) {
                String hash = key.hash(recipient.mailbox());
                if (!isKeyKnown) {
                    record = record.with(hash, Outcome.IN_DOUBT);
                }
                Outcome outcome = record.recipients().get(hash);
                if (outcome == Outcome.IN_DOUBT) {
                    inDoubt.add(recipient.place());
                } else if (outcome == null) {
                    waiting.add(recipient);
                }
            }
            return waiting;
        }

        void send(
                List<Recipient> recipients, Map<Locale, Content> contents, Connection connection) {
            boolean isAlive = true;
            for (Recipient recipient : recipients) {
                if (stop.getAsBoolean()) {
                    isStopped = true;
                    return;
                }
                if (!isAlive) {
                    failures.add(server.name() + " breaks the connection off");
                    return;
                }
                Content content = contents.get(recipient.language());
                if (content == null) {
                    throw new IllegalStateException("Cannot find mail: " + recipient.language());
                }
                isAlive = send(recipient, content, connection) || connection.isAlive();
            }
        }

        /** Whether it was sent, by a connection that is alive therefore. */
        private boolean send(Recipient recipient, Content content, Connection connection) {
            String hash = key.hash(recipient.mailbox());
            boolean isSent = false;
            try {
                Letter letter = letter(recipient, content, hash, connection);
                Connection.Answer answer = connection.send(letter);
                String where = recipient.place() + ": " + answer.reply();
                isSent = answer.fate() == Connection.Fate.SENT;
                switch (answer.fate()) {
                    case SENT -> record = record.with(hash, Outcome.SENT);
                    case REFUSED -> {
                        record = record.with(hash, Outcome.REFUSED);
                        refused.add(where);
                    }
                    case IN_DOUBT -> {
                        record = record.with(hash, Outcome.IN_DOUBT);
                        inDoubt.add(where);
                    }
                }
            } catch (DeliveryException failure) {
                record = record.without(hash);
                failures.add(String.valueOf(failure.getMessage()));
            }
            keep.accept(record);
            return isSent;
        }

        private Letter letter(
                Recipient recipient, Content content, String hash, Connection connection) {
            try {
                return Letter.of(
                        connection.session(),
                        server,
                        recipient.mailbox(),
                        content,
                        messageId(recipient),
                        clock.instant(),
                        () -> keep.accept(record.with(hash, Outcome.HANDED_OVER)));
            } catch (MessagingException malformed) {
                throw new IllegalStateException("Cannot write mail", malformed);
            }
        }

        /** The same for the same mail, whenever it is sent. */
        private String messageId(Recipient recipient) {
            String mail =
                    String.join(
                            "\n",
                            organisation,
                            delivery.report(),
                            issue.month().toString(),
                            Integer.toString(issue.edition()),
                            delivery.deliveryId(),
                            recipient.mailbox().key());
            return "<" + key.hash(mail) + ".wattpeil@" + server.from().domain() + ">";
        }
    }
}
