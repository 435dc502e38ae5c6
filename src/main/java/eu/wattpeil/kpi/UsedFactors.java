package eu.wattpeil.kpi;

import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Settings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The factors that a KPI uses in a month: for each purpose the row of its series that holds on the
 * month's last day.
 *
 * @param factorIds sorted
 * @param isProvisional whether one of them describes an earlier year
 * @param isComplete whether there is one, with a value, for each purpose
 */
record UsedFactors(List<String> factorIds, boolean isProvisional, boolean isComplete) {

    static UsedFactors of(
            List<String> purposes, Settings settings, List<Factor> factors, YearMonth month) {
        List<Factor> used = new ArrayList<>();
        for (String purpose : purposes) {
            Optional.ofNullable(settings.factorSeries().get(purpose))
                    .flatMap(series -> holding(series, factors, month.atEndOfMonth()))
                    .ifPresent(used::add);
        }
        return new UsedFactors(
                used.stream().map(Factor::factorId).distinct().sorted().toList(),
                used.stream()
                        .anyMatch(it -> it.year().filter(y -> y < month.getYear()).isPresent()),
                used.size() == purposes.size());
    }

    /** Where the source says that there is no value, there is no factor. */
    private static Optional<Factor> holding(String series, List<Factor> factors, LocalDate day) {
        return factors.stream()
                .filter(factor -> factor.series().equals(series))
                .filter(factor -> !factor.validFrom().isAfter(day))
                .filter(factor -> factor.validTo().filter(day::isAfter).isEmpty())
                .max(Comparator.comparing(Factor::validFrom))
                .filter(factor -> factor.value().isPresent());
    }
}
