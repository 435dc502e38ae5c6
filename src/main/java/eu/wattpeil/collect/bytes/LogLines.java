package eu.wattpeil.collect.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log, one at a time, each byte as one character.
 *
 * <p>Logs mix encodings, even within one line: so nothing is decoded here, and a field that is kept
 * is decoded on its own. Lines end with LF or CRLF; a byte order mark before the first one is no
 * part of it. A line beyond {@value #MAX_LINE_BYTES} bytes is given without its rest, so that a
 * document without line ends cannot fill the memory.
 */
public final class LogLines {

    /** No line is given with more. */
    public static final int MAX_LINE_BYTES = 1 << 14;

    private static final String BYTE_ORDER_MARK = bytewise("\uFEFF");
    private static final byte LINE_FEED = '\n';
    private static final byte CARRIAGE_RETURN = '\r';

    private final InputStream bytes;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long number;
    private boolean isTooLong;
    private boolean isEnded;

    /** The caller closes the bytes. */
    public LogLines(InputStream bytes) {
        this.bytes = bytes;
    }

    /** The number of the line that was given last, from 1. */
    public long number() {
        return number;
    }

    /** Whether the line that was given last lacks its rest. */
    public boolean isTooLong() {
        return isTooLong;
    }

    /** Whether the line that was given last has a line end; the last one may have none. */
    public boolean isEnded() {
        return isEnded;
    }

    /** The next line without its end, or null after the last one. */
    public @Nullable String next() throws IOException {
        byte[] line = new byte[0];
        boolean isStarted = false;
        isTooLong = false;
        isEnded = false;
        while (from < to || fill()) {
            isStarted = true;
            int end = indexOfLineFeed();
            line = joined(line, from, end);
            from = Math.min(end + 1, to);
            if (end < to) {
                isEnded = true;
                number++;
                return text(line);
            }
        }
        if (!isStarted) {
            return null;
        }
        number++;
        return text(line);
    }

    /** A text as the lines hold it: each byte of its UTF-8 as one character. */
    public static String bytewise(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The text of a field: UTF-8, as CUPS writes since 1.4, else Latin-1. */
    public static String decoded(String bytewise) {
        byte[] bytes = bytewise.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException latin) {
            return bytewise;
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, bytes.read(buffer, 0, buffer.length));
        return to > 0;
    }

    private int indexOfLineFeed() {
        int at = from;
        while (at < to && buffer[at] != LINE_FEED) {
            at++;
        }
        return at;
    }

    private byte[] joined(byte[] line, int start, int end) {
        int taken = Math.min(end - start, MAX_LINE_BYTES - line.length);
        isTooLong |= taken < end - start;
        if (taken == 0) {
            return line;
        }
        byte[] longer = Arrays.copyOf(line, line.length + taken);
        System.arraycopy(buffer, start, longer, line.length, taken);
        return longer;
    }

    private String text(byte[] line) {
        boolean hasReturn = line.length > 0 && line[line.length - 1] == CARRIAGE_RETURN;
        int length = hasReturn ? line.length - 1 : line.length;
        String text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
        boolean hasMark = number == 1 && text.startsWith(BYTE_ORDER_MARK);
        return hasMark ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
