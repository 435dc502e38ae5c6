package eu.wattpeil.deliver;

import eu.wattpeil.workspace.MailServer;
import eu.wattpeil.workspace.MailServer.Security;
import eu.wattpeil.workspace.Secret;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** A connection to the mail server, encrypted as its settings say and never less. */
final class Connection implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(30);

    /** A server that looks into what it gets answers late: a doubt costs more than the wait. */
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private final MailServer server;
    private final Session session;
    private final Transport transport;

    /** What became of a mail. */
    enum Fate {
        SENT,
        /** For good: the same mail to the same recipient would be refused again. */
        REFUSED,
        /** The server may have it. */
        IN_DOUBT
    }

    /**
     * What became of a mail, and what the server said where it does not have it.
     *
     * @param reply empty where it was sent
     */
    record Answer(Fate fate, String reply) {}

    private Connection(MailServer server, Session session, Transport transport) {
        this.server = server;
        this.session = session;
        this.transport = transport;
    }

    /**
     * Connects, and logs in where there is a user.
     *
     * @throws DeliveryException where that fails
     */
    static Connection open(MailServer server) {
        Optional<Secret> password = password(server);
        Session session = Session.getInstance(properties(server));
        try {
            Transport transport = session.getTransport("smtp");
            transport.connect(
                    server.host(),
                    server.port(),
                    server.user().orElse(null),
                    password.map(Secret::value).orElse(null));
            return new Connection(server, session, transport);
        } catch (MessagingException failure) {
            throw MailFailures.named(server, failure);
        }
    }

    Session session() {
        return session;
    }

    /**
     * Sends a mail.
     *
     * @throws DeliveryException where it was not sent for certain, and may be another time
     */
    Answer send(Letter letter) {
        try {
            transport.sendMessage(letter, letter.getAllRecipients());
            return new Answer(Fate.SENT, "");
        } catch (MessagingException failure) {
            MailFailures.Reply reply = MailFailures.reply(failure);
            if (letter.isHandedOver() && !reply.isRefusal()) {
                return new Answer(Fate.IN_DOUBT, "no answer");
            }
            if (reply.isForGood() && (letter.isHandedOver() || reply.isOfRecipient())) {
                return new Answer(Fate.REFUSED, reply.words());
            }
            throw MailFailures.named(server, failure);
        }
    }

    /** Whether another mail can be sent. */
    boolean isAlive() {
        return transport.isConnected();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // All that was to be said was said, and answered.
            return;
        }
    }

    private static Optional<Secret> password(MailServer server) {
        return server.password()
                .map(
                        place ->
                                place.secret()
                                        .orElseThrow(
                                                () ->
                                                        new DeliveryException(
                                                                place
                                                                        + " is missing or cannot be"
                                                                        + " read, expected the"
                                                                        + " password of "
                                                                        + server.name())));
    }

    private static Properties properties(MailServer server) {
        Properties properties = new Properties();
        properties.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECT.toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(ANSWER.toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(ANSWER.toMillis()));
        // A mail that is broken off must not wait for the server to understand that.
        properties.put("mail.smtp.quitwait", "false");
        if (server.security() != Security.NONE) {
            boolean isAtOnce = server.security() == Security.TLS;
            properties.put("mail.smtp.ssl.enable", Boolean.toString(isAtOnce));
            properties.put("mail.smtp.starttls.enable", Boolean.toString(!isAtOnce));
            properties.put("mail.smtp.starttls.required", Boolean.toString(!isAtOnce));
            properties.put("mail.smtp.ssl.checkserveridentity", "true");
            SSLSocketFactory sockets =
                    server.trust()
                            .map(file -> Trust.in(file).getSocketFactory())
                            .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
            properties.put("mail.smtp.ssl.socketFactory", sockets);
        }
        return properties;
    }
}
