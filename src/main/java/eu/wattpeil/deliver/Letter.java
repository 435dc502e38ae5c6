package eu.wattpeil.deliver;

import eu.wattpeil.report.CoverLetter;
import eu.wattpeil.workspace.MailServer;
import eu.wattpeil.workspace.Mailbox;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one recipient. It tells when all of it was given to the server but the end, by which
 * the server takes it over: until then it is certain that it was not sent.
 */
final class Letter extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** What browsers and spreadsheets open; of other forms the type says bytes. */
    private static final Map<String, String> TYPES =
            Map.of(
                    "html",
                    "text/html; charset=UTF-8",
                    "csv",
                    "text/csv; charset=UTF-8",
                    "json",
                    "application/json",
                    "pdf",
                    "application/pdf",
                    "xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String messageId;
    private final Runnable atItsEnd;
    private boolean isHandedOver;

    private Letter(Session session, String messageId, Runnable atItsEnd) {
        super(session);
        this.messageId = messageId;
        this.atItsEnd = atItsEnd;
    }

    /** A file that is sent with it. */
    record Attachment(String name, byte[] bytes) {}

    /** What all recipients of a language get. */
    record Content(Locale language, CoverLetter letter, List<Attachment> attachments) {}

    /**
     * Writes it.
     *
     * @param messageId the same each time that this mail is sent, with its brackets: systems that
     *     get a mail twice know it by that
     * @param atItsEnd is called before the server can take the mail over; what it throws prevents
     *     that
     */
    static Letter of(
            Session session,
            MailServer server,
            Mailbox to,
            Content content,
            String messageId,
            Instant sentAt,
            Runnable atItsEnd)
            throws MessagingException {
        Letter letter = new Letter(session, messageId, atItsEnd);
        letter.setFrom(address(server.from()));
        if (server.replyTo().isPresent()) {
            letter.setReplyTo(new InternetAddress[] {address(server.replyTo().get())});
        }
        letter.setRecipient(Message.RecipientType.TO, address(to));
        letter.setSubject(content.letter().subject(), UTF_8);
        letter.setSentDate(Date.from(sentAt));
        // RFC 3834: nobody answers that they are on holiday.
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("Content-Language", content.language().toLanguageTag());
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(content.letter().text(), UTF_8);
        parts.addBodyPart(text);
        for (Attachment attachment : content.attachments()) {
            parts.addBodyPart(part(attachment));
        }
        letter.setContent(parts);
        letter.saveChanges();
        return letter;
    }

    /** Whether the server may have taken it over. */
    boolean isHandedOver() {
        return isHandedOver;
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignoredHeaders)
            throws IOException, MessagingException {
        super.writeTo(out, ignoredHeaders);
        atItsEnd.run();
        isHandedOver = true;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static InternetAddress address(Mailbox mailbox) throws AddressException {
        InternetAddress address = new InternetAddress(mailbox.address(), true);
        try {
            if (!mailbox.name().isEmpty()) {
                address.setPersonal(mailbox.name(), UTF_8);
            }
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return address;
    }

    /** In base64, so that no server on the way changes an end of a line in a file. */
    private static MimeBodyPart part(Attachment attachment) throws MessagingException {
        String name = attachment.name();
        String type =
                TYPES.getOrDefault(
                        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), type)));
        part.setFileName(name);
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
