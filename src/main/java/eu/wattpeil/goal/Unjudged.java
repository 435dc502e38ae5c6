package eu.wattpeil.goal;

import eu.wattpeil.kpi.value.Reason;
import java.util.Locale;

/**
 * Why a goal cannot be judged.
 *
 * @param subject what is not known
 */
public record Unjudged(Subject subject, Why why) {

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

    /** Why it is not known. */
    public sealed interface Why permits NoValue, Cause {

        /** The code as it is written, in lower case. */
        String code();
    }

    /** There is no value, or less is known of it than the goal asks for. */
    public record NoValue(Reason reason) implements Why {

        @Override
        public String code() {
            return reason.code();
        }
    }

    /** What only a goal can miss. */
    public enum Cause implements Why {
        /** The goal asks for a minimum of coverage, and the coverage is not known. */
        COVERAGE_UNKNOWN,
        /** The month lies before the baseline month. */
        NOT_BEGUN,
        /** Target and baseline are equal for a KPI of which no direction is good by itself. */
        NO_DIRECTION;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where there is no value. */
    public Unjudged(Subject subject, Reason reason) {
        this(subject, new NoValue(reason));
    }

    /** Why it is not known, as it is written. */
    public String code() {
        return why.code();
    }
}
