package eu.wattpeil.kpi.value;

import eu.wattpeil.kpi.engine.Codes;
import java.util.Locale;

/** Why there is no value. Missing is never 0. */
public enum Reason {
    /** Nothing is known of the month. */
    NO_DATA,
    /** Too little of what the value should cover is known. */
    COVERAGE_BELOW_MINIMUM,
    NUMERATOR_UNKNOWN,
    DENOMINATOR_UNKNOWN,
    DENOMINATOR_ZERO,
    /** No factor holds on the month's last day. */
    FACTOR_MISSING,
    /** The source of the factor says that there is none, as of a residual mix. */
    FACTOR_NOT_APPLICABLE,
    /** The figures cannot be right, such as a PUE of 1 or less. */
    IMPLAUSIBLE,
    /** It rests on a statistical model that does not fit well enough. */
    MODEL_NOT_ACCEPTED,
    /** One of the parts that make up the whole is unknown. */
    PART_UNKNOWN,
    /** Showing it would say something about few people. */
    FEWER_THAN_MINIMUM_PEOPLE,
    /** A smaller department could be worked out of it. */
    PROTECTS_SMALLER_DEPARTMENT,
    /** A month of the period is unknown. */
    PERIOD_INCOMPLETE;

    /** Whether the value is known, and showing it would say something about few people. */
    public boolean isProtection() {
        return this == FEWER_THAN_MINIMUM_PEOPLE || this == PROTECTS_SMALLER_DEPARTMENT;
    }

    /**
     * The reason of a code.
     *
     * @throws IllegalArgumentException where it is the code of none
     */
    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The code as it stands in {@code kpi_values}. */
    public String code() {
        return Codes.of(this);
    }
}
