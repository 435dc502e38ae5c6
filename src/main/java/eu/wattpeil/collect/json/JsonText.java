package eu.wattpeil.collect.json;

import java.io.IOException;
import java.io.Reader;

/**
 * The characters of a text: all of them, or those of one line after the other, so that a line that
 * is no good does no harm to the others.
 */
final class JsonText extends Reader {

    private static final int HEAD = 1 << 18;

    private final Reader in;
    private final char[] buffer = new char[HEAD];
    private final boolean isByLines;
    private int at;
    private int end;
    private long line = 1;
    private boolean isAtLineStart;
    private boolean isAtEnd;

    /** The text that a reader gives, and which is closed with it. */
    JsonText(Reader in) throws IOException {
        this.in = in;
        while (!isAtEnd && end < HEAD) {
            fill();
        }
        isByLines = JsonLines.are(new String(buffer, 0, end), isAtEnd);
    }

    /** Whether it is read line by line. */
    boolean isByLines() {
        return isByLines;
    }

    /** The line that is read, from 1. */
    long line() {
        return line;
    }

    /** Whether nothing is left of the text. */
    boolean isAtEnd() throws IOException {
        return peek() < 0;
    }

    /** Goes to the next line, whatever is left of the present one; false after the last. */
    boolean nextLine() throws IOException {
        int c = peek();
        while (c >= 0 && c != '\n' && c != '\r') {
            at++;
            c = peek();
        }
        if (c < 0) {
            return false;
        }
        at++;
        if (c == '\r' && peek() == '\n') {
            at++;
        }
        line++;
        return peek() >= 0;
    }

    /** Goes to the next line that begins as a value does; false where there is none. */
    boolean nextValueLine() throws IOException {
        while (isAtLineStart ? peek() >= 0 : nextLine()) {
            isAtLineStart = false;
            if (peek() == '{' || peek() == '[') {
                return true;
            }
        }
        return false;
    }

    /** Gives no more than one line at a time, so that none is behind that was not asked for. */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (peek() < 0) {
            return -1;
        }
        int stop = Math.min(end, at + length);
        int next = at;
        while (next < stop && buffer[next] != '\n' && !(isByLines && buffer[next] == '\r')) {
            next++;
        }
        isAtLineStart = next < stop && !isByLines;
        next += isAtLineStart ? 1 : 0;
        line += isAtLineStart ? 1 : 0;
        int count = next - at;
        System.arraycopy(buffer, at, target, offset, count);
        at = next;
        return count == 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int peek() throws IOException {
        if (at == end && !isAtEnd) {
            at = 0;
            end = 0;
            fill();
        }
        return at < end ? buffer[at] : -1;
    }

    private void fill() throws IOException {
        int count = in.read(buffer, end, HEAD - end);
        isAtEnd = count < 0;
        end += Math.max(0, count);
    }
}
