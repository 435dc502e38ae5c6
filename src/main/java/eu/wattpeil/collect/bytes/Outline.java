package eu.wattpeil.collect.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * What is noted of the bytes of a text while its fingerprint is taken, so that nobody has to read
 * them for that again: of each block of them its checksum and how many lines end in it, and of all
 * what stands before quotes, and whether each line has quotes of its own only.
 */
public final class Outline {

    /** The size of a block; the last one may be smaller. */
    public static final int BLOCK_BYTES = 1 << 16;

    private static final int FIRST_BLOCKS = 4;
    private static final int BUFFER_BYTES = 1 << 17;
    private static final long LINE_FEEDS = EightBytes.of('\n');
    private static final long RETURNS = EightBytes.of('\r');
    private static final long QUOTES = EightBytes.of('"');

    /** A stretch of which each byte of a word can count those of its place. */
    private static final int STRETCH_BYTES = 254 * Long.BYTES;

    private final long bytes;
    private final int[] checksums;
    private final int[] lineEnds;
    private final boolean[] isBeforeQuote;

    /** Quotes that open, where every other one closes. */
    private final boolean[] isBeforeOpening;

    private final boolean isLineEndQuoted;

    private Outline(
            long bytes,
            int[] checksums,
            int[] lineEnds,
            boolean[] isBeforeQuote,
            boolean[] isBeforeOpening,
            boolean isLineEndQuoted) {
        this.bytes = bytes;
        this.checksums = checksums;
        this.lineEnds = lineEnds;
        this.isBeforeQuote = isBeforeQuote;
        this.isBeforeOpening = isBeforeOpening;
        this.isLineEndQuoted = isLineEndQuoted;
    }

    /** Of all that is left of a stream; the caller closes. */
    public static Outline of(InputStream in) throws IOException {
        Taken taken = new Taken();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            taken.add(buffer, read);
        }
        return taken.outline();
    }

    /** How many blocks there are. */
    public int blocks() {
        return checksums.length;
    }

    /** How many bytes a block has. */
    public int length(int block) {
        return (int) Math.min(BLOCK_BYTES, bytes - (long) block * BLOCK_BYTES);
    }

    /**
     * Whether these are the bytes of a block. Any change of up to four bytes in a row shows, and of
     * others all but one in four billion.
     */
    public boolean isBlock(int block, byte[] found, int offset, int length) {
        if (length != length(block)) {
            return false;
        }
        CRC32C crc = new CRC32C();
        crc.update(found, offset, length);
        return (int) crc.getValue() == checksums[block];
    }

    /**
     * How many lines end in some blocks, which begin at the first: carriage returns, and line feeds
     * that do not follow one.
     */
    long lineEnds(int fromBlock, int toBlock) {
        long sum = 0;
        for (int block = fromBlock; block < toBlock; block++) {
            sum += lineEnds[block];
        }
        return sum;
    }

    /** Whether a quote stands after this byte anywhere; at the very start it is a line feed. */
    boolean hasQuoteAfter(byte before) {
        return isBeforeQuote[before & 0xff];
    }

    /**
     * Whether no line end is within quotes, seen from the start of any line, where a field is
     * quoted when a quote stands right after the delimiter or at the start of a line.
     *
     * <p>So it is where every other quote of a line closes, and each that opens stands there, or is
     * the second of two that mean one.
     */
    boolean hasQuotesWithinLines(byte delimiter) {
        for (int before = 0; before < isBeforeOpening.length; before++) {
            boolean isKnown = before == (delimiter & 0xff) || before == '\n' || before == '\r';
            if (isBeforeOpening[before] && !isKnown) {
                return false;
            }
        }
        return !isLineEndQuoted;
    }

    /** Carriage returns among some bytes, and the line feeds that do not follow one. */
    static int lineEnds(byte[] bytes, int from, int to, byte before) {
        int ends = 0;
        int i = from;
        long returnBefore = before == '\r' ? 0x80L : 0;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long word = EightBytes.at(bytes, i);
            long feeds = EightBytes.zeros(word ^ LINE_FEEDS);
            if ((EightBytes.firstZero(word ^ RETURNS) | returnBefore) == 0) {
                ends += Long.bitCount(feeds);
                continue;
            }
            long returns = EightBytes.zeros(word ^ RETURNS);
            ends += Long.bitCount(feeds & ~(returns << Byte.SIZE | returnBefore));
            ends += Long.bitCount(returns);
            returnBefore = returns >>> Long.SIZE - Byte.SIZE;
        }
        boolean isAfterReturn = returnBefore != 0;
        for (; i < to; i++) {
            boolean isReturn = bytes[i] == '\r';
            ends += isReturn || bytes[i] == '\n' && !isAfterReturn ? 1 : 0;
            isAfterReturn = isReturn;
        }
        return ends;
    }

    /**
     * The line feeds of a stretch; -1 where a carriage return or a quote is among its bytes, or may
     * be. Most texts have neither, and one pass tells it of all.
     */
    private static int plainLineEnds(byte[] bytes, int from, int to) {
        long feeds = 0;
        long others = 0;
        int i = from;
        // A bound that cannot overflow: such a loop is compiled to wider steps.
        int lastWord = to - Long.BYTES + 1;
        for (; i < lastWord; i += Long.BYTES) {
            long word = EightBytes.at(bytes, i);
            feeds += EightBytes.zeros(word ^ LINE_FEEDS) >>> Byte.SIZE - 1;
            others |= EightBytes.firstZero(word ^ RETURNS) | EightBytes.firstZero(word ^ QUOTES);
        }
        int ends = EightBytes.sum(feeds);
        for (; i < to; i++) {
            ends += bytes[i] == '\n' ? 1 : 0;
            others |= bytes[i] == '\r' || bytes[i] == '"' ? 1 : 0;
        }
        return others == 0 ? ends : -1;
    }

    /** An outline that is being taken, from the first byte to the last. */
    public static final class Taken {

        private final CRC32C crc = new CRC32C();
        private final boolean[] isBeforeQuote = new boolean[256];
        private final boolean[] isBeforeOpening = new boolean[256];

        /** The highest bit of every byte within quotes that a byte before has opened, or 0. */
        private long quoted;

        private boolean isLineEndQuoted;
        private int[] checksums = new int[FIRST_BLOCKS];
        private int[] lineEnds = new int[FIRST_BLOCKS];
        private long bytes;
        private byte before = '\n';

        /** Adds the first bytes of a buffer. */
        public void add(byte[] buffer, int length) {
            int from = 0;
            while (from < length) {
                int block = (int) (bytes / BLOCK_BYTES);
                int room = BLOCK_BYTES - (int) (bytes % BLOCK_BYTES);
                int to = Math.min(length, from + room);
                add(block, buffer, from, to);
                from = to;
                if (bytes % BLOCK_BYTES == 0) {
                    endBlock(block);
                }
            }
        }

        /** What was noted; nothing can be added after it. */
        public Outline outline() {
            int blocks = (int) (bytes / BLOCK_BYTES);
            if (bytes % BLOCK_BYTES > 0) {
                endBlock(blocks);
                blocks++;
            }
            return new Outline(
                    bytes,
                    Arrays.copyOf(checksums, blocks),
                    Arrays.copyOf(lineEnds, blocks),
                    isBeforeQuote,
                    isBeforeOpening,
                    isLineEndQuoted);
        }

        private void add(int block, byte[] buffer, int from, int to) {
            if (block == lineEnds.length) {
                lineEnds = Arrays.copyOf(lineEnds, 2 * block);
                checksums = Arrays.copyOf(checksums, 2 * block);
            }
            crc.update(buffer, from, to - from);
            for (int start = from; start < to; start += STRETCH_BYTES) {
                int end = Math.min(to, start + STRETCH_BYTES);
                lineEnds[block] += noteStretch(buffer, start, end);
                before = buffer[end - 1];
                bytes += end - start;
            }
        }

        /** Notes the quotes of a stretch; gives how many lines end in it. */
        private int noteStretch(byte[] buffer, int from, int to) {
            if (quoted == 0 && before != '\r') {
                int ends = plainLineEnds(buffer, from, to);
                if (ends >= 0) {
                    return ends;
                }
            }
            noteQuotes(buffer, from, to);
            return lineEnds(buffer, from, to, before);
        }

        private void endBlock(int block) {
            checksums[block] = (int) crc.getValue();
            crc.reset();
        }

        private void noteQuotes(byte[] buffer, int from, int to) {
            int i = from;
            for (; i + Long.BYTES <= to; i += Long.BYTES) {
                long word = EightBytes.at(buffer, i);
                if ((EightBytes.firstZero(word ^ QUOTES) | quoted) == 0) {
                    continue;
                }
                long found = EightBytes.zeros(word ^ QUOTES);
                long within = oddOnes(found) ^ quoted;
                long ends = EightBytes.zeros(word ^ LINE_FEEDS) | EightBytes.zeros(word ^ RETURNS);
                isLineEndQuoted |= (ends & within) != 0;
                noteQuotes(buffer, from, i, found, within);
                quoted = within < 0 ? EightBytes.HIGH_BITS : 0;
            }
            for (; i < to; i++) {
                if (buffer[i] == '"') {
                    quoted ^= EightBytes.HIGH_BITS;
                    noteQuote(buffer, from, i, quoted != 0);
                }
                isLineEndQuoted |= quoted != 0 && (buffer[i] == '\n' || buffer[i] == '\r');
            }
        }

        /** The highest bit of every byte up to which so many bytes have theirs that it is odd. */
        private static long oddOnes(long highBits) {
            long ones = highBits;
            ones ^= ones << Byte.SIZE;
            ones ^= ones << 2 * Byte.SIZE;
            return ones ^ ones << 4 * Byte.SIZE;
        }

        /**
         * Those of a word.
         *
         * @param found the highest bits of them
         * @param within the highest bits of the bytes from which on it is quoted
         */
        private void noteQuotes(byte[] buffer, int from, int word, long found, long within) {
            for (long left = found; left != 0; left &= left - 1) {
                boolean isOpening = (left & -left & within) != 0;
                noteQuote(buffer, from, word + EightBytes.first(left), isOpening);
            }
        }

        private void noteQuote(byte[] buffer, int from, int place, boolean isOpening) {
            int byteBefore = (place == from ? before : buffer[place - 1]) & 0xff;
            isBeforeQuote[byteBefore] = true;
            boolean isSecondOfTwo = byteBefore == '"';
            if (isOpening && !isSecondOfTwo && !isAfterMark(buffer, from, place)) {
                isBeforeOpening[byteBefore] = true;
            }
        }

        /** Whether nothing but a byte order mark of UTF-8 comes before: that is a line's start. */
        private boolean isAfterMark(byte[] buffer, int from, int place) {
            return bytes == 0
                    && place - from == 3
                    && buffer[from] == (byte) 0xEF
                    && buffer[from + 1] == (byte) 0xBB
                    && buffer[from + 2] == (byte) 0xBF;
        }
    }
}
