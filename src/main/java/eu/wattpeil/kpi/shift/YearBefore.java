package eu.wattpeil.kpi.shift;

import java.util.Locale;

/** What the level did at the same time a year before a shift. */
public enum YearBefore {
    /** It shifted the same way, so that it may be the season. */
    ALIKE,
    /** It did not. */
    NONE,
    /** Too few days of that time are known. */
    UNKNOWN;

    /** As in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
