package eu.wattpeil.cli;

import java.util.Locale;

/** Counted things in messages. */
final class Counts {

    private Counts() {}

    /** For instance {@code 12,345 records}. */
    static String text(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    /** What is said of documents within reach that were taken out of the store for good. */
    static String leftOut(int documents) {
        return text(documents, "document is", "documents are")
                + " left out, as taken out of the store (documents --forgotten)";
    }
}
