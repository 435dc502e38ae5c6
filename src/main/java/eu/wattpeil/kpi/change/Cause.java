package eu.wattpeil.kpi.change;

import java.util.Locale;

/** What a value changed by. In the order in which parts are told. */
public enum Cause {
    /** There were more or fewer days, or working days. */
    DAYS,
    /** More or less was done: per day, where the value goes by days. */
    ACTIVITY,
    /** What is counted of a ratio. */
    NUMERATOR,
    /** What a ratio is divided by. */
    DENOMINATOR,
    /** What only serves an activity, such as cooling, took more or less. */
    EFFICIENCY,
    /** It was warmer or cooler outside: more or less had to be cooled. */
    WEATHER,
    /** Another factor: a new year of it, or a corrected one. */
    FACTOR,
    /** More or less was known; in proportion. */
    COVERAGE,
    /** All that cannot be told apart. */
    REST;

    /** The code as it is written: lower case with underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
