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
 * <p>An event has at most {@value #MAX_BYTES} bytes; where one seems longer, the search for the
 * next goes on behind so many.
 */
final class EventScanner {

    static final int MAX_BYTES = 1 << 16;

    private static final byte[] START = "<Event".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "</Event>".getBytes(StandardCharsets.US_ASCII);
    private static final int NOT_FOUND = -1;

    private final InputStream in;
    private final Charset charset;

    /** Room for an event and more. */
    private final byte[] bytes = new byte[4 * MAX_BYTES];

    private int from;
    private int to;
    private boolean isAtEnd;
    private long line = 1;

    private int eventFrom;
    private int eventTo;
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
        int start = start(from);
        while (start == NOT_FOUND && !isAtEnd) {
            // The start of an event may be cut by the end of what was read.
            goTo(Math.max(from, to - START.length));
            fill();
            start = start(from);
        }
        if (start == NOT_FOUND) {
            return false;
        }
        goTo(start);
        firstLine = line;
        findEnd();
        return true;
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
        return new String(bytes, eventFrom, eventTo - eventFrom, charset);
    }

    private void findEnd() throws IOException {
        int at = from + START.length;
        while (true) {
            while (at < to && bytes[at] != '<') {
                at++;
            }
            boolean isWhole = at + END.length <= to;
            if (isWhole && isAt(END, at)) {
                take(at + END.length, State.WHOLE);
                return;
            }
            if (isWhole && isStart(at)) {
                take(at, State.WITHOUT_END);
                return;
            }
            if (at - from > MAX_BYTES) {
                take(at, State.TOO_LONG);
                return;
            }
            if (isWhole) {
                at++;
            } else if (isAtEnd) {
                take(to, State.WITHOUT_END);
                return;
            } else {
                at -= from;
                fill();
                at += from;
            }
        }
    }

    private void take(int end, State found) {
        state = found;
        eventFrom = from;
        eventTo = end;
        goTo(end);
    }

    /** Goes on, and counts the lines. */
    private void goTo(int place) {
        while (from < place) {
            line += bytes[from++] == '\n' ? 1 : 0;
        }
    }

    /** Where an event begins; what may be one at the very end is not known yet. */
    private int start(int first) {
        for (int at = first; at + START.length < to; at++) {
            if (bytes[at] == '<' && isStart(at)) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    /** So that {@code EventID} and {@code EventData} are none. */
    private boolean isStart(int at) {
        if (!isAt(START, at)) {
            return false;
        }
        byte next = bytes[at + START.length];
        return next == '>' || next == ' ' || next == '\t' || next == '\r' || next == '\n';
    }

    private boolean isAt(byte[] word, int at) {
        return Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
    }

    /** Reads on; what is before the present place is forgotten. */
    private void fill() throws IOException {
        System.arraycopy(bytes, from, bytes, 0, to - from);
        to -= from;
        from = 0;
        int read = in.read(bytes, to, bytes.length - to);
        isAtEnd = read <= 0;
        to += Math.max(0, read);
    }
}
