package eu.wattpeil.goal;

import java.util.Locale;

/**
 * Why a goal cannot be judged.
 *
 * @param subject what is not known
 * @param code reason code: one of {@link eu.wattpeil.kpi.value.KpiValue#reason()}, or one of the
 *     constants here
 */
public record Unjudged(Subject subject, String code) {

    /** There is no row for the month. */
    public static final String NO_DATA = "no_data";

    /** Less is known than the goal asks for. */
    public static final String COVERAGE_BELOW_MINIMUM = "coverage_below_minimum";

    /** The goal asks for a minimum of coverage, and the coverage is not known. */
    public static final String COVERAGE_UNKNOWN = "coverage_unknown";

    /** The month lies before the baseline month. */
    public static final String NOT_BEGUN = "not_begun";

    /** Target and baseline are equal for a KPI of which no direction is good by itself. */
    public static final String NO_DIRECTION = "no_direction";

    /** What is not known. */
    public enum Subject {
        /** The value of the month. */
        VALUE,
        /** The value that the path starts from. */
        BASELINE,
        /** The goal itself does not speak of this month, or not clearly. */
        GOAL;

        /** The code as it is written, in lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
