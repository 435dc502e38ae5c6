package eu.wattpeil.collect.metering;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a text as bytes without their ends, each until the next. */
final class ByteLines implements Closeable {

    private static final int MAX_LINE_BYTES = 1 << 20;
    private static final int END_OF_TEXT = -1;

    private final InputStream in;
    private final byte[] read = new byte[1 << 16];
    private int readFrom;
    private int readTo;

    private byte[] bytes = new byte[1 << 12];
    private int length;
    private boolean isTooLong;
    private boolean isCutOff;
    private long line;

    /** Those of a stream, which is closed with them. */
    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false after the last one. */
    boolean next() throws IOException {
        length = 0;
        isTooLong = false;
        isCutOff = true;
        boolean hasLine = false;
        int next = read();
        while (next != END_OF_TEXT && next != '\n') {
            hasLine = true;
            append((byte) next);
            next = read();
        }
        if (next == '\n') {
            hasLine = true;
            isCutOff = false;
        }
        if (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        line += hasLine ? 1 : 0;
        return hasLine;
    }

    private void append(byte next) {
        if (length == MAX_LINE_BYTES) {
            isTooLong = true;
            return;
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        bytes[length++] = next;
    }

    private int read() throws IOException {
        if (readFrom == readTo) {
            readFrom = 0;
            readTo = Math.max(0, in.read(read, 0, read.length));
            if (readTo == 0) {
                return END_OF_TEXT;
            }
        }
        return read[readFrom++] & 0xff;
    }

    /** The buffer in which the line is, from its first byte. Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** How many bytes the line has. */
    int length() {
        return length;
    }

    /** Whether the line holds nothing but blanks. */
    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Whether the line has more than a million bytes, of which the rest is left out. */
    boolean isTooLong() {
        return isTooLong;
    }

    /** Whether the text ended in the line. */
    boolean isCutOff() {
        return isCutOff;
    }

    /** Which line it is, from 1. */
    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
