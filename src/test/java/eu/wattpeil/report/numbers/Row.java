package eu.wattpeil.report.numbers;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** A row of {@code kpi_values}, as SQL reads it. */
record Row(
        YearMonth month,
        String period,
        String kpiId,
        String scopeKind,
        String scopeId,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        Optional<Double> number,
        Optional<Double> coverage,
        Optional<Double> measuredShare,
        String reason) {

    private static final Set<String> WITHHELD =
            Set.of("fewer_than_minimum_people", "protects_smaller_department");

    boolean isWithheld() {
        return WITHHELD.contains(reason);
    }

    /** What may be told. */
    Optional<Double> value() {
        return isWithheld() ? Optional.empty() : number;
    }

    boolean isOfOrganisation() {
        return scopeKind.equals("organisation");
    }

    String series() {
        return period + " " + kpiId + " " + scopeKind + " " + scopeId;
    }
}
