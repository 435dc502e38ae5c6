package eu.wattpeil.goal;

import java.util.Locale;

/** How a goal stands in a month. */
public enum Verdict {
    /** In its baseline month: there is nothing to judge yet. */
    STARTS,
    /** On or better than the path to the target. */
    ON_COURSE,
    /** Behind the path by no more than five percent of it. */
    WATCH,
    /** Further behind the path. */
    OFF_COURSE,
    /** Not known, for a reason that is told. */
    UNKNOWN;

    /** The code as it is written: lower case with underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
