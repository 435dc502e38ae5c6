package eu.wattpeil.cli;

import java.util.Locale;

/** Counted things in messages. */
final class Counts {

    private Counts() {}

    /** For instance {@code 12,345 records}. */
    static String text(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
