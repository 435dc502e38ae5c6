package eu.wattpeil.workspace;

import java.util.Locale;

/** What a value of a month speaks of. */
public enum Period {
    /** The month only. */
    MONTH,
    /** The twelve months that end with it. */
    ROLLING_YEAR;

    /** The code as it stands in {@code kpi_values}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The period of a code.
     *
     * @throws IllegalArgumentException where it is the code of none
     */
    public static Period of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
