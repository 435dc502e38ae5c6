package eu.wattpeil.collect.metering;

import java.io.IOException;
import java.io.InputStream;

/**
 * The telegrams of a document, one after the other, as bytes in a reused buffer.
 *
 * <p>A telegram starts with a line that begins with {@code /} and ends with one that begins with
 * {@code !}. Lines end with CRLF, LF or CR. Of what is longer than {@value #MAX_BYTES} bytes the
 * rest is left out, so that a document without telegrams cannot fill the memory.
 */
final class TelegramScanner {

    /** The longest telegrams, with thirteen months of peaks, have some thousand bytes. */
    static final int MAX_BYTES = 1 << 15;

    private static final int END_OF_DOCUMENT = -1;

    private final InputStream in;
    private final byte[] read = new byte[1 << 16];
    private int readFrom;
    private int readTo;

    private final byte[] line = new byte[MAX_BYTES];
    private int lineBytes;
    private boolean isLineWaiting;
    private long lineNumber;

    private final byte[] bytes = new byte[MAX_BYTES];
    private int to;
    private long firstLine;
    private State state = State.WHOLE;

    /** How a telegram turned out. */
    enum State {
        WHOLE,
        /** Lines without the one that begins a telegram. */
        WITHOUT_START,
        /** Another telegram begins, or the document ends, before the line that ends this one. */
        WITHOUT_END,
        TOO_LONG
    }

    /** The caller closes the bytes. */
    TelegramScanner(InputStream in) {
        this.in = in;
    }

    /** Goes to the next telegram, or to lines outside of one; false after the last. */
    boolean next() throws IOException {
        to = 0;
        boolean isStarted = false;
        boolean isTooLong = false;
        while (isLineWaiting || readLine()) {
            isLineWaiting = false;
            if (to == 0 && isBlank()) {
                continue;
            }
            if (line[0] == '/' && to > 0) {
                isLineWaiting = true;
                state = state(isStarted, false, isTooLong);
                return true;
            }
            if (to == 0) {
                isStarted = line[0] == '/';
                firstLine = lineNumber;
            }
            isTooLong |= !append();
            if (line[0] == '!') {
                state = state(isStarted, true, isTooLong);
                return true;
            }
        }
        state = state(isStarted, false, isTooLong);
        return to > 0;
    }

    State state() {
        return state;
    }

    /** The telegram; not to be changed, and valid until the next one. */
    byte[] bytes() {
        return bytes;
    }

    /** The byte after the last one. */
    int to() {
        return to;
    }

    /** The line with which it begins, from 1. */
    long firstLine() {
        return firstLine;
    }

    /** The line with which it ends, or on which that line would have been. */
    long lastLine() {
        boolean isAfterWholeLine = state == State.WITHOUT_END && !isLineWaiting && isLineEnded();
        return isAfterWholeLine ? lineNumber + 1 : lineNumber;
    }

    private boolean isLineEnded() {
        return bytes[to - 1] == '\n' || bytes[to - 1] == '\r';
    }

    private static State state(boolean isStarted, boolean isEnded, boolean isTooLong) {
        if (isTooLong) {
            return State.TOO_LONG;
        }
        if (!isStarted) {
            return State.WITHOUT_START;
        }
        return isEnded ? State.WHOLE : State.WITHOUT_END;
    }

    private boolean isBlank() {
        for (int i = 0; i < lineBytes; i++) {
            if (line[i] > ' ' || line[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** False where there is no room for the line. */
    private boolean append() {
        int taken = Math.min(lineBytes, MAX_BYTES - to);
        System.arraycopy(line, 0, bytes, to, taken);
        to += taken;
        return taken == lineBytes && lineBytes < MAX_BYTES;
    }

    /** Reads a line with its end; false where there is none. */
    private boolean readLine() throws IOException {
        lineBytes = 0;
        boolean hasLine = false;
        int next = peek();
        while (next != END_OF_DOCUMENT) {
            hasLine = true;
            keep(next);
            readFrom++;
            if (next == '\n') {
                break;
            }
            if (next == '\r') {
                takeLineFeed();
                break;
            }
            next = peek();
        }
        lineNumber += hasLine ? 1 : 0;
        return hasLine;
    }

    private void takeLineFeed() throws IOException {
        if (peek() == '\n') {
            keep('\n');
            readFrom++;
        }
    }

    private void keep(int next) {
        if (lineBytes < MAX_BYTES) {
            line[lineBytes++] = (byte) next;
        }
    }

    private int peek() throws IOException {
        if (readFrom == readTo) {
            readFrom = 0;
            readTo = Math.max(0, in.read(read, 0, read.length));
            if (readTo == 0) {
                return END_OF_DOCUMENT;
            }
        }
        return read[readFrom] & 0xff;
    }
}
