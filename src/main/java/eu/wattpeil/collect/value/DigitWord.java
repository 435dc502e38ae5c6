package eu.wattpeil.collect.value;

import eu.wattpeil.collect.bytes.EightBytes;

/** Reads a few digits at once, as a word of eight bytes. */
final class DigitWord {

    /** So many digits fit into a word. */
    static final int MOST = Long.BYTES;

    /** The text is no number, or longer than a word, or too near to the start of its buffer. */
    static final long NONE = -1;

    private static final long ZEROS = EightBytes.of('0');

    /** Added to a byte it sets the highest bit of all that are above nine. */
    private static final long ABOVE_NINE = EightBytes.of(0x7F - 9);

    private static final long FIRST_OF_FOUR = 0x000000FF000000FFL;

    private DigitWord() {}

    /** The number that one to eight digits are; else {@link #NONE}. */
    static long read(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= 0 || length > MOST || to < MOST) {
            return NONE;
        }
        // The first byte of a word is its lowest: what stands before the text makes leading zeros.
        long text = (EightBytes.at(bytes, to - MOST) ^ ZEROS) & -1L << Byte.SIZE * (MOST - length);
        if (((text + ABOVE_NINE | text) & EightBytes.HIGH_BITS) != 0) {
            return NONE;
        }
        long pairs = text * 10 + (text >>> Byte.SIZE);
        long ofFirst = (pairs & FIRST_OF_FOUR) * (100L + (1_000_000L << Integer.SIZE));
        long ofSecond =
                (pairs >>> 2 * Byte.SIZE & FIRST_OF_FOUR) * (1L + (10_000L << Integer.SIZE));
        return ofFirst + ofSecond >>> Integer.SIZE;
    }
}
