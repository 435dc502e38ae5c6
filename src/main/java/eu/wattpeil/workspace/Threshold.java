package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A row of {@code config/thresholds.csv}: a bound that a law, a standard or a convention draws, and
 * the time in which it holds.
 *
 * @param threshold what the bound is of; several rows share it when the bound changes
 * @param validFrom the first day, in the organisation's zone
 * @param validTo the last day; empty until the next row begins
 * @param source the law, standard or definition that draws it
 * @param grade how sure that is, as in {@code config/factors.csv}
 */
public record Threshold(
        String threshold,
        BigDecimal value,
        String unit,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String source,
        String grade) {

    public Threshold {
        Validity.require(validFrom, validTo);
    }

    /** The row of a bound that holds on a day; empty where none does. */
    public static Optional<Threshold> held(
            Collection<Threshold> thresholds, String name, LocalDate day) {
        return thresholds.stream()
                .filter(it -> it.threshold().equals(name))
                .filter(it -> !it.validFrom().isAfter(day))
                .filter(it -> it.validTo().filter(day::isAfter).isEmpty())
                .max(Comparator.comparing(Threshold::validFrom));
    }
}
