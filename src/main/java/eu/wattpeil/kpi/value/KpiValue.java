package eu.wattpeil.kpi.value;

import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A row of {@code kpi_values}.
 *
 * @param series what it is about
 * @param unit of the value
 * @param reason why there is no value; empty where there is one
 * @param edition number of the edition, from 1; 0 before it has one
 */
public record KpiValue(
        YearMonth month,
        Series series,
        Amounts amounts,
        String unit,
        Known known,
        Optional<Reason> reason,
        FactorUse factors,
        int edition) {

    /** The same value in an edition. */
    public KpiValue inEdition(int number) {
        return new KpiValue(month, series, amounts, unit, known, reason, factors, number);
    }

    /** The same value of other amounts. */
    public KpiValue with(Amounts others) {
        return new KpiValue(month, series, others, unit, known, reason, factors, edition);
    }

    /** The same scope with nothing that could be told of it but why. */
    KpiValue withheld(Reason why) {
        return new KpiValue(
                month,
                series,
                Amounts.NONE,
                unit,
                Known.NOTHING,
                Optional.of(why),
                factors,
                edition);
    }

    public Period period() {
        return series.period();
    }

    public String kpiId() {
        return series.kpiId();
    }

    public Scope scope() {
        return series.scope();
    }

    /** What is counted; for a KPI that is no ratio, the known amount. */
    public Optional<BigDecimal> numerator() {
        return amounts.numerator();
    }

    /** What it is divided by; empty for a KPI that is no ratio. */
    public Optional<BigDecimal> denominator() {
        return amounts.denominator();
    }

    /** Empty where it is not known; then {@link #reason()} says why. */
    public Optional<Double> value() {
        return amounts.value();
    }

    /** Share of what the value should cover that is known, 0 to 1. */
    public Optional<Double> coverage() {
        return known.coverage();
    }

    /** Share of the value that was measured. */
    public Optional<Double> measuredShare() {
        return known.measuredShare();
    }

    public List<String> factorIds() {
        return factors.ids();
    }

    public boolean isProvisional() {
        return factors.isProvisional();
    }

    /** Whether it is known and not shown, since it would speak of few people. */
    public boolean isWithheld() {
        return reason.filter(Reason::isProtection).isPresent();
    }

    /** Whether there is any number of it. */
    boolean isTold() {
        return amounts.areTold();
    }

    /** What it counts, of one that is told. */
    BigDecimal amount() {
        return amounts.counted();
    }

    boolean isOfMonth() {
        return period() == Period.MONTH;
    }

    boolean isOfDepartment() {
        return scope().isDepartment();
    }

    /** The department that it is of. */
    String department() {
        return scope().id();
    }

    public boolean isOfOrganisation() {
        return scope().isOrganisation();
    }
}
