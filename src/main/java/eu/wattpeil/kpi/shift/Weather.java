package eu.wattpeil.kpi.shift;

import java.util.Locale;

/** What is known of the weather where a level shifts. */
public enum Weather {
    /** The KPI does not follow it. */
    NO_PART,
    /** The levels are those of the same weather. */
    FREED,
    /** It may be why. */
    UNKNOWN;

    /** As in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
