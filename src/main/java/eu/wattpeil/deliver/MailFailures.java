package eu.wattpeil.deliver;

import eu.wattpeil.workspace.MailServer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What went wrong with mail, in words of ours: those of servers quote addresses. */
final class MailFailures {

    private static final int MOST_CAUSES = 20;
    private static final int TEMPORARY = 400;
    private static final int FOR_GOOD = 500;

    /** What a server says to whoever has not logged in, at whatever it is asked (RFC 4954). */
    private static final Set<Integer> OF_THE_LOGIN = Set.of(530, 534, 535, 538);

    /** RFC 3463: class, subject and detail. */
    private static final Pattern ENHANCED =
            Pattern.compile("^[245][0-9]{2}[ -]([245]\\.[0-9]{1,3}\\.[0-9]{1,3})\\b");

    private MailFailures() {}

    /**
     * What the server answered.
     *
     * @param code by RFC 5321; 0 where it said nothing
     * @param words the code, with the enhanced one where there is one
     * @param isOfRecipient whether it is about a recipient
     */
    record Reply(int code, String words, boolean isOfRecipient) {

        boolean isRefusal() {
            return code >= TEMPORARY;
        }

        boolean isForGood() {
            return code >= FOR_GOOD && !OF_THE_LOGIN.contains(code);
        }
    }

    /** The server's answer that a failure comes of. */
    static Reply reply(Throwable failure) {
        Reply found = new Reply(0, "no answer", false);
        for (Throwable cause : causes(failure)) {
            if (cause instanceof SMTPAddressFailedException ofRecipient) {
                return reply(ofRecipient.getReturnCode(), ofRecipient.getMessage(), true);
            }
            if (cause instanceof SMTPSenderFailedException ofSender) {
                found = reply(ofSender.getReturnCode(), ofSender.getMessage(), false);
            } else if (cause instanceof SMTPSendFailedException ofMail) {
                found = reply(ofMail.getReturnCode(), ofMail.getMessage(), false);
            }
        }
        return found;
    }

    private static Reply reply(int code, @Nullable String message, boolean isOfRecipient) {
        Matcher enhanced = ENHANCED.matcher(String.valueOf(message));
        String words = code + (enhanced.find() ? " " + enhanced.group(1) : "");
        return new Reply(Math.max(code, 0), words, isOfRecipient);
    }

    /** What to throw instead. */
    static DeliveryException named(MailServer server, MessagingException failure) {
        return new DeliveryException(server.name() + " " + words(failure));
    }

    private static String words(MessagingException failure) {
        Reply reply = reply(failure);
        if (has(failure, AuthenticationFailedException.class)) {
            return "refuses user or password, expected those of smtp: in config/delivery.yaml";
        }
        if (reply.isRefusal()) {
            return "answers " + reply.words() + (reply.isOfRecipient() ? " to a recipient" : "");
        }
        if (has(failure, UnknownHostException.class)) {
            return "has a name that is not known in this network";
        }
        if (has(failure, SSLException.class)) {
            return ofTls(failure);
        }
        if (has(failure, SocketTimeoutException.class)) {
            return "gives no answer in time";
        }
        if (has(failure, ConnectException.class)) {
            return "accepts no connection";
        }
        if (String.valueOf(failure.getMessage()).contains("STARTTLS is required")) {
            return "offers no STARTTLS, expected it; security: tls is for servers that encrypt at"
                    + " once";
        }
        return "breaks the connection off";
    }

    private static String ofTls(Throwable failure) {
        if (has(failure, CertificateExpiredException.class)
                || has(failure, CertificateNotYetValidException.class)) {
            return "shows a certificate that is not valid today";
        }
        if (has(failure, CertPathBuilderException.class)) {
            return "shows a certificate of no authority that is trusted, expected one;"
                    + " trust: FILE names the certificates, in PEM, of an authority of your own";
        }
        if (has(failure, CertificateException.class)) {
            return "shows a certificate that is not for its name, expected one that is";
        }
        return "agrees on no encryption (TLS)";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).stream().anyMatch(type::isInstance);
    }

    /** A failure of mail has what it comes of in one place or in the other. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>(List.of(failure));
        for (int i = 0; i < causes.size() && causes.size() < MOST_CAUSES; i++) {
            Throwable cause = causes.get(i);
            Throwable next = cause instanceof MessagingException it ? it.getNextException() : null;
            for (Throwable more : new Throwable[] {next, cause.getCause()}) {
                if (more != null && !causes.contains(more)) {
                    causes.add(more);
                }
            }
        }
        return causes;
    }
}
