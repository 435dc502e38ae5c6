package eu.wattpeil.store;

import java.util.Comparator;
import java.util.Optional;

/**
 * The name of a ledger row's file: it alone tells which document is in, and in which order it came.
 *
 * @param batch order of arrival, from 1
 */
record LedgerName(long batch, String documentId) {

    /** The order of arrival. */
    static final Comparator<LedgerName> ORDER =
            Comparator.comparingLong(LedgerName::batch).thenComparing(LedgerName::documentId);

    static final String EXPECTED = "a name such as 000001-0123456789abcdef01234567.parquet";

    private static final String SUFFIX = ".parquet";

    private static final int DIGITS = 6;
    private static final int MOST_DIGITS = 18;

    /** Reads the name of a file; empty where it is none. A pattern would take far longer. */
    static Optional<LedgerName> parse(String fileName) {
        int dash = fileName.indexOf('-');
        int end = fileName.length() - SUFFIX.length();
        boolean isOne =
                dash >= DIGITS
                        && dash <= MOST_DIGITS
                        && dash + 1 < end
                        && fileName.endsWith(SUFFIX)
                        && isNumber(fileName, dash)
                        && fileName.indexOf('-', dash + 1) < 0
                        && fileName.indexOf('.') == end;
        return isOne
                ? Optional.of(
                        new LedgerName(
                                Long.parseLong(fileName, 0, dash, 10),
                                fileName.substring(dash + 1, end)))
                : Optional.empty();
    }

    private static boolean isNumber(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The file, below the root of the store. */
    String file() {
        String number = Long.toString(batch);
        String zeros = "0".repeat(Math.max(0, DIGITS - number.length()));
        return Datasets.DOCUMENTS.name() + "/" + zeros + number + "-" + documentId + ".parquet";
    }

    /** The part of the document's id that all readings of it share. */
    String content() {
        return LedgerRow.contentId(documentId);
    }
}
