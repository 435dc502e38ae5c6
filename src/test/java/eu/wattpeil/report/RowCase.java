package eu.wattpeil.report;

import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** A row of the organisation in a month, completely measured, unless told. */
public final class RowCase {

    private final YearMonth month;
    private final String kpi;
    private final String unit;
    private Period period = Period.MONTH;
    private Scope scope = Scope.ORGANISATION;
    private Optional<BigDecimal> numerator = Optional.empty();
    private Optional<BigDecimal> denominator = Optional.empty();
    private Optional<Double> value = Optional.empty();
    private double coverage = 1;
    private double measured = 1;
    private Optional<Reason> reason = Optional.empty();
    private List<String> factors = List.of();

    RowCase(YearMonth month, String kpi, String unit) {
        this.month = month;
        this.kpi = kpi;
        this.unit = unit;
    }

    public RowCase year() {
        period = Period.ROLLING_YEAR;
        return this;
    }

    public RowCase scope(String kind, String id) {
        scope = new Scope(kind, id);
        return this;
    }

    public RowCase value(double known) {
        value = Optional.of(known);
        numerator = Optional.of(BigDecimal.valueOf(Math.round(known * 1000 * coverage), 3));
        return this;
    }

    public RowCase ratio(double above, double below) {
        value = Optional.of(above / below);
        numerator = Optional.of(BigDecimal.valueOf(Math.round(above * 1000), 3));
        denominator = Optional.of(BigDecimal.valueOf(Math.round(below * 1000), 3));
        return this;
    }

    public RowCase unknown(Reason why) {
        value = Optional.empty();
        reason = Optional.of(why);
        return this;
    }

    public RowCase coverage(double share) {
        coverage = share;
        return this;
    }

    RowCase measured(double share) {
        measured = share;
        return this;
    }

    RowCase factor(String id) {
        factors = List.of(id);
        return this;
    }

    public KpiValue build() {
        return new KpiValue(
                month,
                new Series(kpi, scope, period),
                new Amounts(numerator, denominator, value),
                unit,
                new Known(Optional.of(coverage), Optional.of(measured)),
                reason,
                new FactorUse(factors, factors.contains("elec_eea_be")),
                1);
    }
}
