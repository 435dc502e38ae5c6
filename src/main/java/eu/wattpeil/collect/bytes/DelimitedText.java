package eu.wattpeil.collect.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The rows and fields of a delimited text, as positions in a reused buffer.
 *
 * <p>Call {@link #next()} for each row; then field {@code i} is the bytes from {@link #from(int)}
 * to before {@link #to(int)} of {@link #bytes()}, valid until the next call. Fields come without
 * blanks and tabs around them, without their quotes, with doubled quotes made single, and without
 * the {@code ="…"} by which Excel is told that a number is a text.
 *
 * <p>A field is quoted when it starts with {@code "}; then delimiters and line ends in it are its
 * own. Lines end in LF, CR or CRLF, also mixed. Blank lines are no rows. The bytes must be those of
 * a superset of ASCII in which no byte of a longer character is ASCII: UTF-8 or a one-byte charset.
 */
public final class DelimitedText implements Rows {

    private static final int FIRST_BUFFER_BYTES = 1 << 14;
    private static final int BUFFER_BYTES = 1 << 18;

    /**
     * No row is longer, up to its line end; what seems so is a quote that was never closed, or no
     * text.
     */
    public static final int MAX_ROW_BYTES = 1 << 20;

    /** What a word read at the last byte reaches beyond it. */
    private static final int SLACK_BYTES = Long.BYTES;

    private static final byte QUOTE = '"';
    private static final byte LF = '\n';
    private static final byte CR = '\r';

    private final InputStream in;
    private final byte delimiter;
    private final long delimiters;
    private final boolean[] isStop = new boolean[256];

    /** Always followed by a line feed that is not of the text, so that scanning needs no bound. */
    private byte[] bytes = new byte[FIRST_BUFFER_BYTES + SLACK_BYTES];

    private int position;
    private int limit;
    private boolean isAtEnd;
    private long bytesBefore;

    private final FieldEnds ends = new FieldEnds();
    private final PlainSearch plain;
    private int rowStart;
    private long line;
    private long nextLine;
    private long quotedBreaks;
    private boolean isBroken;
    private boolean isCutOff;

    /**
     * A row with quotes was looked at up to this byte of the stream and did not end: within quotes
     * at one of its line ends, no other row ends before, either.
     */
    private long openUntil;

    private boolean isKnownOpen;

    /**
     * Reads a text from its start, or from the start of a line.
     *
     * @param in closed by {@link #close()}
     * @param delimiter an ASCII character
     * @param firstLine the number of the first line
     */
    public DelimitedText(InputStream in, char delimiter, long firstLine) {
        this.in = in;
        this.delimiter = (byte) delimiter;
        this.delimiters = EightBytes.of(delimiter);
        this.nextLine = firstLine;
        plain = new PlainSearch(this.delimiter);
        isStop[delimiter] = true;
        isStop[LF] = true;
        isStop[CR] = true;
    }

    @Override
    public boolean next() throws IOException {
        while (position < limit || fill()) {
            if (!scan(true)) {
                readOn();
            }
            if (!isBlank()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Passes over the rest of a line, as at the start of a stretch that was cut anywhere. Its line
     * end counts: the next line has the number after that of the first.
     *
     * @param isAfterReturn whether the byte before was a CR, so that only an LF may be left of it
     */
    void skipRestOfLine(boolean isAfterReturn) throws IOException {
        if (!isAfterReturn) {
            skipLine();
            return;
        }
        if (position < limit || fill()) {
            position += bytes[position] == LF ? 1 : 0;
        }
    }

    /** The line of the text in which the row starts. */
    @Override
    public long line() {
        return line;
    }

    /** The number of fields, which is one more than that of its delimiters. */
    @Override
    public int fields() {
        return ends.fields();
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int from(int field) {
        return ends.from(field);
    }

    @Override
    public int to(int field) {
        return ends.to(field);
    }

    @Override
    public boolean isEmpty(int field) {
        return field >= ends.fields() || ends.from(field) == ends.to(field);
    }

    /** A field as a string, for messages and headers; empty where the row lacks it. */
    public String text(int field, Charset charset) {
        return isEmpty(field)
                ? ""
                : new String(bytes, from(field), to(field) - from(field), charset);
    }

    /**
     * Whether the row is no good: a quote that is not closed (then the row is the rest of its first
     * line), something between a closing quote and the next delimiter, or a line above {@link
     * #MAX_ROW_BYTES} (then it has no fields).
     */
    @Override
    public boolean isBroken() {
        return isBroken;
    }

    @Override
    public String whole() {
        return "a row of at most " + MAX_ROW_BYTES + " bytes in which quotes are closed";
    }

    /** Whether the text ended in this row without a line end. */
    @Override
    public boolean isCutOff() {
        return isCutOff;
    }

    /** How many bytes of the stream come before the row. */
    public long offset() {
        return bytesBefore + rowStart;
    }

    /** How many bytes of the stream come before the next line. */
    public long nextOffset() {
        return bytesBefore + position;
    }

    /** The number of the next line. */
    public long nextLine() {
        return nextLine;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Those that are whole in the buffer. */
    @Override
    public PlainRows plainRows(int width, int most) {
        return plain.find(bytes, position, limit, width, most, nextLine);
    }

    @Override
    public void pass() {
        position = plain.behind();
        rowStart = position;
        nextLine += plain.count();
    }

    /** Splits the row at the position; false when its end is not in the buffer yet. */
    private boolean scan(boolean withQuotes) {
        byte[] b = bytes;
        int p = position;
        rowStart = p;
        ends.clear();
        quotedBreaks = 0;
        isBroken = !withQuotes;
        isKnownOpen = false;
        while (true) {
            int start = p;
            if (withQuotes && FieldEnds.isQuoted(b, p, limit)) {
                p = scanQuoted(p);
                if (p < 0) {
                    return false;
                }
            } else {
                p = nextStop(p);
                if (p == limit && !isAtEnd) {
                    return false;
                }
                ends.add(b, start, p);
            }
            if (b[p] == delimiter && p < limit) {
                p++;
                continue;
            }
            return p - rowStart <= MAX_ROW_BYTES && endRow(p);
        }
    }

    /** The next delimiter or line end, at the latest the line feed behind the text. */
    private int nextStop(int start) {
        byte[] b = bytes;
        int p = start;
        while (true) {
            long word = EightBytes.at(b, p);
            // Line ends are among the bytes below 16; what else is there is looked at again.
            long found =
                    EightBytes.firstZero(word ^ delimiters)
                            | EightBytes.firstZero(word & EightBytes.HIGH_NIBBLES);
            if (found == 0) {
                p += Long.BYTES;
                continue;
            }
            p += EightBytes.first(found);
            if (isStop[b[p] & 0xff]) {
                return p;
            }
            p++;
        }
    }

    private boolean endRow(int end) {
        int next = Math.min(end + 1, limit);
        if (bytes[end] == CR && end < limit) {
            if (next == limit && !isAtEnd) {
                return false;
            }
            if (next < limit && bytes[next] == LF) {
                next++;
            }
        }
        isCutOff = end == limit;
        position = next;
        line = nextLine;
        nextLine += 1 + quotedBreaks;
        ends.unescape(bytes);
        return true;
    }

    /**
     * Reads a quoted field; gives where its delimiter or line end is, or -1 for not in the buffer
     * or nowhere.
     */
    private int scanQuoted(int p) {
        byte[] b = bytes;
        int start = p;
        while (b[start] == ' ') {
            start++;
        }
        start++;
        int q = start;
        boolean isEscaped = false;
        while (true) {
            while (q < limit && b[q] != QUOTE) {
                if (b[q] == LF && b[q - 1] != CR || b[q] == CR) {
                    if (bytesBefore + q < openUntil) {
                        isKnownOpen = true;
                        return -1;
                    }
                    quotedBreaks++;
                }
                q++;
            }
            if (q >= limit || q + 1 == limit && !isAtEnd) {
                return -1;
            }
            if (q + 1 < limit && b[q + 1] == QUOTE) {
                isEscaped = true;
                q += 2;
                continue;
            }
            break;
        }
        if (isEscaped) {
            ends.addEscaped(start, q);
        } else {
            ends.add(b, start, q);
        }
        int stop = q + 1;
        while (!isStop[b[stop] & 0xff]) {
            isBroken |= b[stop] != ' ';
            stop++;
        }
        return stop == limit && !isAtEnd ? -1 : stop;
    }

    private boolean isBlank() {
        return ends.fields() == 1 && isEmpty(0) && !isBroken;
    }

    /** The row's end is not in the buffer: reads on until it is, or takes the row as broken. */
    private void readOn() throws IOException {
        while (!isKnownOpen && !isAtEnd && limit - position <= MAX_ROW_BYTES) {
            fill();
            if (scan(true)) {
                return;
            }
        }
        if (!isKnownOpen) {
            openUntil = bytesBefore + Math.min(limit, position + MAX_ROW_BYTES);
        }
        if (!scan(false)) {
            skipLine();
        }
    }

    /** Passes over a line that is too long to be a row. */
    private void skipLine() throws IOException {
        do {
            while (position < limit && bytes[position] != LF && bytes[position] != CR) {
                position++;
            }
        } while (position == limit && fill());
        ends.clear();
        isBroken = true;
        line = nextLine;
        if (position == limit) {
            isCutOff = true;
            return;
        }
        fillForTwo();
        endRow(position);
    }

    private void fillForTwo() throws IOException {
        while (limit - position < 2 && !isAtEnd) {
            fill();
        }
    }

    /** Moves what is left to the front and reads as much as there is room for. */
    private boolean fill() throws IOException {
        if (isAtEnd) {
            return false;
        }
        int left = limit - position;
        int room = bytes.length - SLACK_BYTES;
        if (left == room || bytesBefore > 0 && room < BUFFER_BYTES) {
            room *= 2;
            bytes = Arrays.copyOf(bytes, room + SLACK_BYTES);
        }
        System.arraycopy(bytes, position, bytes, 0, left);
        bytesBefore += position;
        position = 0;
        limit = left;
        while (limit < room) {
            int read = in.read(bytes, limit, room - limit);
            if (read < 0) {
                isAtEnd = true;
                break;
            }
            limit += read;
        }
        bytes[limit] = LF;
        return limit > left;
    }
}
