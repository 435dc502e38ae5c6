package eu.wattpeil.kpi.engine;

import java.util.Locale;

/** How the words of closed sets are written in files and tables. */
public final class Codes {

    private Codes() {}

    /** Lower case with underscores. */
    public static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
