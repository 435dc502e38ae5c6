package eu.wattpeil.kpi;

import java.util.Locale;

/** How the words of closed sets are written in files and tables. */
final class Codes {

    private Codes() {}

    /** Lower case with underscores. */
    static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
