package eu.wattpeil.collect;

import java.util.Locale;

/**
 * A row, or a whole document, that cannot be used.
 *
 * @param line the line in the document, from 1; 0 for the document as a whole
 * @param field the column of the document; empty where the row as a whole is meant
 * @param reason why, as a code
 * @param expected what would have been read, in words that finish "expected …"
 * @param found what was there, shortened; it is dropped for personal data before anything is
 *     written
 */
public record Reject(long line, String field, Reason reason, String expected, String found) {

    /** Of a document; enough to see what is wrong. All of them are counted. */
    public static final int MOST_KEPT = 1000;

    private static final int MAX_FOUND = 80;

    /** Why a row cannot be used. */
    public enum Reason {
        /** The document is of another format. */
        NOT_THIS_FORMAT,
        /** The document has no rows to read. */
        EMPTY_DOCUMENT,
        /** The document ends or breaks in the middle. */
        DAMAGED_DOCUMENT,
        /** The row has too few or too many fields, or is cut off. */
        MALFORMED_ROW,
        /** A value that must be there is not. */
        MISSING_VALUE,
        /** A value is not of its type. */
        UNREADABLE_VALUE,
        /** A word that is not in the list. */
        UNKNOWN_CODE,
        /** A value outside what is possible. */
        IMPOSSIBLE_VALUE,
        /** A local time that a clock change leaves out. */
        IMPOSSIBLE_TIME,
        /** A row of a month whose records are no longer kept. */
        MONTH_NOT_KEPT;

        /** The code as it is written: lower case with underscores. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Reject {
        found = found.length() > MAX_FOUND ? found.substring(0, MAX_FOUND) + "…" : found;
    }

    /** A document that cannot be unpacked. */
    static Reject damaged(String damage) {
        return document(Reason.DAMAGED_DOCUMENT, "a file that can be unpacked", damage);
    }

    /** The same, without anything of the line. */
    Reject withoutFound() {
        return new Reject(line, field, reason, expected, "");
    }

    /** A document that cannot be used at all. */
    public static Reject document(Reason reason, String expected, String found) {
        return new Reject(0, "", reason, expected, found);
    }
}
