package eu.wattpeil.collect.lines;

import eu.wattpeil.collect.bytes.DelimitedText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a text, which end in LF, CR or CRLF, also mixed. */
final class TextLines implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final Charset charset;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int limit;
    private byte[] line = new byte[256];
    private boolean isAfterReturn;
    private boolean isTooLong;

    TextLines(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
    }

    /** The next line without its end; of one that is too long its start; null at the end. */
    @Nullable String next() throws IOException {
        int length = 0;
        boolean hasAny = false;
        isTooLong = false;
        while (at < limit || fill()) {
            byte b = buffer[at++];
            if (b == '\n' && isAfterReturn && !hasAny) {
                isAfterReturn = false;
                continue;
            }
            hasAny = true;
            isAfterReturn = b == '\r';
            if (b == '\n' || b == '\r') {
                break;
            }
            if (length == DelimitedText.MAX_ROW_BYTES) {
                isTooLong = true;
                continue;
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = b;
        }
        return hasAny ? new String(line, 0, length, charset) : null;
    }

    /** Whether the last line had more than there is room for. */
    boolean isTooLong() {
        return isTooLong;
    }

    private boolean fill() throws IOException {
        limit = Math.max(0, in.read(buffer));
        at = 0;
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
