package eu.wattpeil.collect.snmp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a document of polls, as bytes. */
final class PollLines {

    /** A device with thousands of outlets does not fill a line of this length. */
    static final int MOST_BYTES = 1 << 20;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;
    private boolean isTooLong;

    PollLines(InputStream in) {
        this.in = in;
    }

    /** The next line that is not blank, without its end; null after the last. */
    byte @Nullable [] next() throws IOException {
        while (hasMore()) {
            byte[] bytes = withoutMark(line());
            if (!isBlank(bytes)) {
                return bytes;
            }
        }
        return null;
    }

    private byte[] line() throws IOException {
        number++;
        line.reset();
        isTooLong = false;
        while (hasMore()) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            int room = Math.min(end - position, MOST_BYTES - line.size());
            line.write(buffer, position, room);
            isTooLong |= room < end - position;
            position = end;
            if (end < limit) {
                position++;
                break;
            }
        }
        return line.toByteArray();
    }

    private boolean hasMore() throws IOException {
        if (position == limit) {
            limit = Math.max(0, in.read(buffer));
            position = 0;
        }
        return limit > 0;
    }

    /** The number of the line that was last given, from 1. */
    long number() {
        return number;
    }

    /** Whether the line was longer than any poll, so that it is given in part. */
    boolean isTooLong() {
        return isTooLong;
    }

    private byte[] withoutMark(byte[] bytes) {
        boolean isMarked =
                number == 1
                        && bytes.length >= MARK.length
                        && bytes[0] == MARK[0]
                        && bytes[1] == MARK[1]
                        && bytes[2] == MARK[2];
        return isMarked ? Arrays.copyOfRange(bytes, MARK.length, bytes.length) : bytes;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte letter : bytes) {
            if (letter != ' ' && letter != '\t' && letter != '\r') {
                return false;
            }
        }
        return true;
    }
}
