package eu.wattpeil.collect.bytes;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A document opened as text: its bytes without byte order mark, in UTF-8 or a one-byte charset, as
 * {@link DelimitedText} needs them.
 *
 * <p>A byte order mark wins over the charset that is asked for. Texts of other charsets, UTF-16 in
 * particular, are turned into UTF-8 on the way.
 */
public final class TextDocument implements Closeable {

    private final InputStream stream;
    private final Charset charset;
    private final int skipped;
    private final boolean isTranscoded;
    private final Optional<Reject> flaw;

    private TextDocument(
            InputStream stream,
            Charset charset,
            int skipped,
            boolean isTranscoded,
            Optional<Reject> flaw) {
        this.stream = stream;
        this.charset = charset;
        this.skipped = skipped;
        this.isTranscoded = isTranscoded;
        this.flaw = flaw;
    }

    /** Opens a document of delimited text; the caller closes. */
    public static TextDocument open(Document document, Charset asked) throws IOException {
        return open(document, asked, "delimited text", "");
    }

    /**
     * Opens a document; the caller closes.
     *
     * @param expected what it should be, in words that finish "expected …"
     * @param own what {@link KnownContent} says of such documents; empty for nothing
     */
    public static TextDocument open(Document document, Charset asked, String expected, String own)
            throws IOException {
        PushbackInputStream in = new PushbackInputStream(document.open(), KnownContent.HEAD_BYTES);
        try {
            byte[] head = in.readNBytes(KnownContent.HEAD_BYTES);
            ByteOrderMark mark = ByteOrderMark.of(head);
            in.unread(head, mark.length(), head.length - mark.length());
            Charset charset = mark.charset().orElse(asked);
            Optional<Reject> flaw = new NotText(expected, own).flaw(head, mark, charset);
            if (isReadAsItIs(charset)) {
                return new TextDocument(in, charset, mark.length(), false, flaw);
            }
            return new TextDocument(
                    new Utf8Stream(in, charset), StandardCharsets.UTF_8, mark.length(), true, flaw);
        } catch (IOException unreadable) {
            in.close();
            throw unreadable;
        }
    }

    /** The bytes of the text. */
    public InputStream stream() {
        return stream;
    }

    /** What the bytes of {@link #stream()} mean. */
    public Charset charset() {
        return charset;
    }

    /** How many bytes of the document come before the text: those of the byte order mark. */
    public int skipped() {
        return skipped;
    }

    /** Whether the stream gives other bytes than the document has. */
    public boolean isTranscoded() {
        return isTranscoded;
    }

    /** Why the document is not what was expected at all: a web page, an image, nothing … */
    public Optional<Reject> flaw() {
        return flaw;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** Whether every ASCII byte of such a text is that character. */
    static boolean isReadAsItIs(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return true;
        }
        if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1) {
            return false;
        }
        byte[] ascii = new byte[128];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        return new String(ascii, charset).equals(new String(ascii, StandardCharsets.US_ASCII));
    }

    /**
     * What stands at the very start of a text to tell its charset.
     *
     * @param length in bytes; 0 for none
     */
    record ByteOrderMark(int length, Optional<Charset> charset) {

        static ByteOrderMark of(byte[] head) {
            int first = unsigned(head, 0);
            int second = unsigned(head, 1);
            if (first == 0xEF && second == 0xBB && unsigned(head, 2) == 0xBF) {
                return new ByteOrderMark(3, Optional.of(StandardCharsets.UTF_8));
            }
            if (first == 0xFF && second == 0xFE) {
                return new ByteOrderMark(2, Optional.of(StandardCharsets.UTF_16LE));
            }
            if (first == 0xFE && second == 0xFF) {
                return new ByteOrderMark(2, Optional.of(StandardCharsets.UTF_16BE));
            }
            return new ByteOrderMark(0, Optional.empty());
        }

        private static int unsigned(byte[] head, int at) {
            return at < head.length ? head[at] & 0xff : -1;
        }
    }

    /** Finds out that a document is no text, or a text of another kind, from its first bytes. */
    private record NotText(String expected, String own) {

        Optional<Reject> flaw(byte[] head, ByteOrderMark mark, Charset charset) {
            Optional<String> known =
                    mark.length() == 0 ? KnownContent.ofBytes(head) : Optional.empty();
            String text =
                    new String(head, mark.length(), head.length - mark.length(), charset).strip();
            if (known.isEmpty() && text.isEmpty()) {
                return Optional.of(Reject.document(Reason.EMPTY_DOCUMENT, "rows", "nothing in it"));
            }
            return known.or(() -> KnownContent.ofText(text))
                    .filter(words -> !words.equals(own))
                    .map(words -> Reject.document(Reason.NOT_THIS_FORMAT, expected, words))
                    .or(() -> binary(text));
        }

        /** Texts have no control characters but line ends and tabs; a few lost bytes are borne. */
        private Optional<Reject> binary(String text) {
            long nuls = text.chars().filter(c -> c == 0).count();
            if (nuls * 4 > text.length()) {
                return Optional.of(
                        Reject.document(
                                Reason.NOT_THIS_FORMAT,
                                expected,
                                "NULs between the characters, as in UTF-16 without a byte order"
                                        + " mark"));
            }
            long controls =
                    text.chars().filter(c -> c < ' ' && "\r\n\t\f\0".indexOf(c) < 0).count();
            if (controls * 20 > text.length()) {
                return Optional.of(
                        Reject.document(
                                Reason.NOT_THIS_FORMAT, expected, "bytes that are no text"));
            }
            return Optional.empty();
        }
    }
}
