package eu.wattpeil.kpi.value;

import eu.wattpeil.kpi.model.KpiHeader;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A row of {@code kpi_values}.
 *
 * @param period {@code month}, or {@code rolling_year}: the twelve months that end with it
 * @param scopeKind organisation, site, room, department, category …
 * @param scopeId which one; {@code all} for the organisation
 * @param numerator what is counted; for a KPI that is no ratio, the known amount
 * @param denominator what it is divided by; empty for a KPI that is no ratio
 * @param value empty where it is not known; then {@code reason} says why
 * @param coverage share of what the value should cover that is known, 0 to 1
 * @param measuredShare share of the value that was measured: not estimated, interpolated or
 *     modelled
 * @param reason reason code; empty where there is a value
 * @param factorIds the factors that went into it
 * @param isProvisional whether a factor of an earlier year stands in for one that is not out yet
 * @param edition number of the edition, from 1
 */
public record KpiValue(
        YearMonth month,
        String period,
        String kpiId,
        String scopeKind,
        String scopeId,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        Optional<Double> value,
        String unit,
        Optional<Double> coverage,
        Optional<Double> measuredShare,
        String reason,
        List<String> factorIds,
        boolean isProvisional,
        int edition) {

    public KpiValue {
        factorIds = List.copyOf(factorIds);
    }

    /** The period of a value that speaks of its month only. */
    public static final String MONTH = "month";

    /** The period of a value that speaks of the twelve months up to its month. */
    public static final String ROLLING_YEAR = "rolling_year";

    /** The same value in an edition. */
    public KpiValue inEdition(int number) {
        return new KpiValue(
                month,
                period,
                kpiId,
                scopeKind,
                scopeId,
                numerator,
                denominator,
                value,
                unit,
                coverage,
                measuredShare,
                reason,
                factorIds,
                isProvisional,
                number);
    }

    /** The same scope with nothing that could be told of it but why. */
    KpiValue withheld(Reason why) {
        return new KpiValue(
                month,
                period,
                kpiId,
                scopeKind,
                scopeId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                unit,
                Optional.empty(),
                Optional.empty(),
                why.code(),
                factorIds,
                isProvisional,
                edition);
    }

    /** Whether it is known and not shown, since it would speak of few people. */
    public boolean isWithheld() {
        return reason.equals(Reason.FEWER_THAN_MINIMUM_PEOPLE.code())
                || reason.equals(Reason.PROTECTS_SMALLER_DEPARTMENT.code());
    }

    /** Whether there is any number of it. */
    boolean isTold() {
        return value.isPresent() || numerator.isPresent() || denominator.isPresent();
    }

    /** What it counts, of one that is told. */
    BigDecimal amount() {
        return numerator
                .or(() -> value.map(BigDecimal::valueOf))
                .or(() -> denominator)
                .orElseThrow()
                .stripTrailingZeros();
    }

    boolean isOfDepartment() {
        return scopeKind.equals(KpiHeader.DEPARTMENT);
    }

    public boolean isOfOrganisation() {
        return scopeKind.equals(KpiHeader.ORGANISATION);
    }
}
