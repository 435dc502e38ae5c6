package eu.wattpeil.workspace;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The server that takes mail, from {@code smtp:} of {@code config/delivery.yaml}.
 *
 * @param user that it knows Wattpeil by; empty where it asks for none
 * @param password of that user
 * @param replyTo where answers go; empty for the sender
 * @param trust file of the certificates, in PEM, that are trusted instead of those that Java trusts
 * @param mostAttachedMb size that the attachments of a mail may have together, in MB of 10^6 bytes
 */
public record MailServer(
        String host,
        int port,
        Security security,
        Optional<String> user,
        Optional<SecretPlace> password,
        Mailbox from,
        Optional<Mailbox> replyTo,
        Optional<Path> trust,
        int mostAttachedMb,
        Place place) {

    /** How what is said to it is kept from others. */
    public enum Security {
        /** The connection begins in the open and is encrypted before anything is said. */
        STARTTLS(587),
        TLS(465),
        /** In the open: within one machine only. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        /** The port that is meant where none is given. */
        int usualPort() {
            return port;
        }
    }

    /** As messages name it. */
    public String name() {
        return "mail server " + host + ":" + port;
    }
}
