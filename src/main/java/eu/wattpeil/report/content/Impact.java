package eu.wattpeil.report.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a year of the effect of a measure comes to, as {@code measure_impacts} has it: a change, so
 * that what falls is below zero.
 *
 * @param missing a code of what is missing for any of it
 * @param days of how many days of a year the effect is taken; empty where it is none of a day
 * @param kwh in electricity
 * @param sheets in sheets of paper
 * @param impressions in printed sides
 * @param eur in money
 * @param kgco2e in emissions
 */
public record Impact(
        Optional<String> missing,
        Optional<Long> days,
        Amount kwh,
        Amount sheets,
        Amount impressions,
        Amount eur,
        Amount kgco2e) {

    /**
     * A part of it.
     *
     * @param unit of a year
     * @param change empty where it is not known, or is none of the KPI
     * @param missing a code of the price or the factor that is missing for it
     */
    public record Amount(String unit, Optional<Change> change, Optional<String> missing) {}

    /** A change of a year with its interval of 95 %. */
    public record Change(BigDecimal amount, BigDecimal low, BigDecimal high) {}

    /** What is saved beside money and emissions, in this order. */
    public List<Amount> saved() {
        return List.of(kwh, sheets, impressions);
    }
}
