package eu.wattpeil.report.content;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a measure came to, as {@code measure_effects} has it.
 *
 * @param verdict a code: effect, no_effect_shown or cannot_be_told_yet
 * @param change in the KPI's unit, of a day where it is a sum; empty where it cannot be told yet
 * @param firstResultOn the last day of the first month that could tell it
 * @param impact what a year of it comes to; empty where no effect is shown, and where its edition
 *     does not say it
 */
public record Effect(
        String measureId,
        String verdict,
        Optional<Change> change,
        Optional<LocalDate> firstResultOn,
        Optional<Impact> impact) {

    private static final String SHOWN = "effect";

    /** Whether its interval does not reach across zero. */
    public boolean isShown() {
        return verdict.equals(SHOWN);
    }

    /** A change with its interval of 95 %, and the mean of the days before. */
    public record Change(double amount, double low, double high, double before) {

        /** A part of it as a share of what was before; empty where that is nothing. */
        public Optional<Double> share(double part) {
            return before == 0 ? Optional.empty() : Optional.of(part / Math.abs(before));
        }
    }
}
