package eu.wattpeil.collect.printing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The elements {@code Event} of an export of the event log, one after the other, whatever stands
 * around them: Event Viewer writes them below one element {@code Events}, {@code wevtutil} one
 * after the other without any, and a script one file after the other.
 *
 * <p>Of an event beyond {@value #MAX_BYTES} bytes only its beginning is kept.
 */
final class EventScanner {

    static final int MAX_BYTES = 1 << 16;

    private static final byte[] START = "<Event".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "</Event>".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final Charset charset;
    private final byte[] read = new byte[1 << 16];
    private int readFrom;
    private int readTo;
    private long line = 1;

    private byte[] bytes = new byte[1 << 12];
    private int to;
    private boolean isTooLong;
    private boolean isOpen;
    private long firstLine;
    private State state = State.WHOLE;

    /** How an event turned out. */
    enum State {
        WHOLE,
        /** Another begins, or the document ends, before its end. */
        WITHOUT_END,
        TOO_LONG
    }

    /**
     * @param in closed by the caller
     * @param charset of its bytes, in which those of ASCII stand for themselves
     */
    EventScanner(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
    }

    /** Goes to the next event; false after the last one. */
    boolean next() throws IOException {
        if (!isOpen && !findStart()) {
            return false;
        }
        isTooLong = false;
        firstLine = line;
        System.arraycopy(START, 0, bytes, 0, START.length);
        to = START.length;
        int matchedEnd = 0;
        int matchedStart = 0;
        while (hasByte()) {
            if (matchedStart == START.length && isAfterName(read[readFrom])) {
                isOpen = true;
                return is(State.WITHOUT_END);
            }
            byte next = take();
            append(next);
            matchedEnd = next == END[matchedEnd] ? matchedEnd + 1 : next == '<' ? 1 : 0;
            matchedStart = matched(next, matchedStart);
            if (matchedEnd == END.length) {
                isOpen = false;
                return is(State.WHOLE);
            }
        }
        isOpen = false;
        return is(State.WITHOUT_END);
    }

    State state() {
        return state;
    }

    /** The line on which it begins, from 1. */
    long firstLine() {
        return firstLine;
    }

    /** The event with its tags. */
    String text() {
        return new String(bytes, 0, to, charset);
    }

    private boolean is(State found) {
        state = isTooLong ? State.TOO_LONG : found;
        return true;
    }

    private boolean findStart() throws IOException {
        int matched = 0;
        while (hasByte()) {
            byte next = read[readFrom];
            if (matched == START.length && isAfterName(next)) {
                return true;
            }
            matched = matched(next, matched);
            take();
        }
        return false;
    }

    private static int matched(byte next, int matched) {
        if (matched < START.length && next == START[matched]) {
            return matched + 1;
        }
        return next == START[0] ? 1 : 0;
    }

    /** So that {@code EventID} and {@code EventData} are none. */
    private static boolean isAfterName(byte next) {
        return next == '>' || next == ' ' || next == '\t' || next == '\r' || next == '\n';
    }

    private boolean hasByte() throws IOException {
        if (readFrom == readTo) {
            readFrom = 0;
            readTo = Math.max(0, in.read(read, 0, read.length));
        }
        return readFrom < readTo;
    }

    private byte take() {
        byte next = read[readFrom++];
        line += next == '\n' ? 1 : 0;
        return next;
    }

    private void append(byte next) {
        if (to == MAX_BYTES) {
            isTooLong = true;
            return;
        }
        if (to == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        bytes[to++] = next;
    }
}
