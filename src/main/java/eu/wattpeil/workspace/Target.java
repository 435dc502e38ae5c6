package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What a goal wants to reach. */
public sealed interface Target {

    /** The kind as it is written in definitions: value, change, yearly or ceiling. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** A value, in the KPI's unit, on a straight line from the baseline. */
    record Value(BigDecimal value) implements Target {}

    /**
     * A change of the baseline, on a straight line from it.
     *
     * @param share to change by: -0.10 is ten percent less
     */
    record Change(BigDecimal share) implements Target {}

    /**
     * A change each year on the year before, so that the changes multiply: of 3 % a year, 0.97 of
     * the baseline after one year and 0.9409 of it after two.
     *
     * @param share to change by each year
     * @param later other shares, from a year of the calendar on, in order; it is the year that
     *     counts in which twelve months end
     */
    record Yearly(BigDecimal share, List<Later> later) implements Target {

        public Yearly {
            later = List.copyOf(later);
            for (int i = 1; i < later.size(); i++) {
                if (later.get(i).year() <= later.get(i - 1).year()) {
                    throw new IllegalArgumentException(
                            "later has "
                                    + later.get(i).year()
                                    + " after "
                                    + later.get(i - 1).year()
                                    + ", expected the years in order, each once");
                }
            }
        }

        /** The share that holds in a year. */
        public BigDecimal in(int year) {
            BigDecimal found = share;
            for (Later other : later) {
                if (other.year() <= year) {
                    found = other.share();
                }
            }
            return found;
        }
    }

    /** Another yearly change from a year on. */
    record Later(int year, BigDecimal share) {}

    /**
     * A value that is never exceeded: each period is judged by itself, and there is no way to it.
     *
     * @param value in the KPI's unit
     */
    record Ceiling(BigDecimal value) implements Target {}
}
