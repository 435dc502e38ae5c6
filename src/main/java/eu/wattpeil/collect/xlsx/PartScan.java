package eu.wattpeil.collect.xlsx;

/**
 * Goes through the bytes of a part of a workbook and notes what would make reading it take all
 * memory there is: a cell in a column that no sheet has, and the number of a text that is not
 * there.
 */
final class PartScan {

    private static final long REFERENCE = bytes(" r=\"");
    private static final long SHARED = bytes(" t=\"s\"");
    private static final long CELL = bytes("<c ");
    private static final long VALUE = bytes("<v>");
    private static final long STRING_END = bytes("/si>");
    private static final long PREFIXED_STRING = bytes(":si>");
    private static final long EMPTY_STRING = bytes("si/>");
    private static final long FOUR = 0xFFFF_FFFFL;
    private static final long SIX = 0xFFFF_FFFF_FFFFL;
    private static final long THREE = 0xFF_FFFFL;

    /** XFD is the last column. */
    private static final int MOST_LETTERS = 3;

    private long window;
    private int letters = -1;
    private boolean isShared;
    private long index = -1;
    private long mostAsked = -1;
    private long strings;
    private boolean hasImpossibleCell;

    private static long bytes(String text) {
        long word = 0;
        for (char c : text.toCharArray()) {
            word = word << Byte.SIZE | c;
        }
        return word;
    }

    void take(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            take(buffer[i]);
        }
    }

    private void take(byte b) {
        if (letters >= 0) {
            boolean isLetter = b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
            letters = isLetter ? letters + 1 : -1;
            hasImpossibleCell |= letters > MOST_LETTERS;
        }
        if (index >= 0) {
            boolean isDigit = b >= '0' && b <= '9';
            index = isDigit ? Math.min(index * 10 + b - '0', Integer.MAX_VALUE) : index;
            mostAsked = Math.max(mostAsked, index);
            index = isDigit ? index : -1;
        }
        window = window << Byte.SIZE | b & 0xff;
        if (b != '"' && b != '>' && b != ' ') {
            return;
        }
        if ((window & FOUR) == REFERENCE) {
            letters = 0;
        } else if ((window & SIX) == SHARED) {
            isShared = true;
        } else if ((window & THREE) == CELL) {
            isShared = false;
        } else if ((window & THREE) == VALUE && isShared) {
            index = 0;
        } else if ((window & FOUR) == STRING_END
                || (window & FOUR) == PREFIXED_STRING
                || (window & FOUR) == EMPTY_STRING) {
            strings++;
        }
    }

    boolean hasImpossibleCell() {
        return hasImpossibleCell;
    }

    /** At least as many shared texts as there are in the part. */
    long strings() {
        return strings;
    }

    /** The highest number of a shared text that a cell asks for; -1 for none. */
    long mostAsked() {
        return mostAsked;
    }
}
