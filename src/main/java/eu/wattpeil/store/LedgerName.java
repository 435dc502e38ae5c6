package eu.wattpeil.store;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern FILE = Pattern.compile("(\\d{6,18})-([^.-]+)\\.parquet");

    private static final int DIGITS = 6;

    /** Reads the name of a file; empty where it is none. */
    static Optional<LedgerName> parse(String fileName) {
        Matcher parts = FILE.matcher(fileName);
        return parts.matches()
                ? Optional.of(new LedgerName(Long.parseLong(parts.group(1)), parts.group(2)))
                : Optional.empty();
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
