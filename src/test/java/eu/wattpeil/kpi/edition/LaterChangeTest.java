package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

class LaterChangeTest {

    private static final double THRESHOLD = 0.001;

    @Test
    void tellsTheLargestOfTheSmallChanges() {
        Optional<LaterChange> change =
                between(
                        List.of(value("a", 1000.0, 0.998), value("b", 10.0, 1.0)),
                        List.of(value("a", 1000.5, 1.0), value("b", 10.009, 1.0)));

        assertThat(change)
                .contains(
                        new LaterChange(
                                2,
                                2,
                                new LaterChange.Largest(
                                        new Series("b", new Scope("room", "r"), Period.MONTH),
                                        10,
                                        10.009)));
    }

    @Test
    void takesAMoreCompleteValueForNoChange() {
        Optional<LaterChange> change =
                between(List.of(value("a", 1000.0, 0.97)), List.of(value("a", 1000.0, 1.0)));

        assertThat(change).map(LaterChange::figures).contains(0);
        assertThat(change.orElseThrow().largest().share()).isZero();
    }

    @Test
    void measuresAKnownAmountByHowMuchOfItIsKnown() {
        KpiValue published = row("a", Optional.of(1000.0), "998", 0.998);

        assertThat(between(List.of(published), List.of(row("a", Optional.of(1000.1), "1000.1", 1))))
                .isPresent();
        assertThat(between(List.of(published), List.of(row("a", Optional.of(1000.1), "1010", 1))))
                .isEmpty();
    }

    @Test
    void takesACompletedAmountAsItIs() {
        KpiValue published = row("a", Optional.of(90.0), "1000", 0.95);

        assertThat(between(List.of(published), List.of(row("a", Optional.of(90.0), "1000.5", 1))))
                .isPresent();
    }

    @Test
    void isMaterialAboveTheThreshold() {
        assertThat(between(List.of(value("a", 1000.0, 1)), List.of(value("a", 1001.0, 1))))
                .isPresent();
        assertThat(between(List.of(value("a", 1000.0, 1)), List.of(value("a", 1001.1, 1))))
                .isEmpty();
        assertThat(between(List.of(value("a", 0.0, 1)), List.of(value("a", 0.001, 1)))).isEmpty();
    }

    @Test
    void isMaterialWhereAValueItsReasonOrItsFactorsAreOthers() {
        KpiValue known = value("a", 1000.0, 1);

        assertThat(between(List.of(known), List.of(unknown("a", Reason.NO_DATA)))).isEmpty();
        assertThat(between(List.of(unknown("a", Reason.NO_DATA)), List.of(known))).isEmpty();
        assertThat(
                        between(
                                List.of(unknown("a", Reason.NO_DATA)),
                                List.of(unknown("a", Reason.IMPLAUSIBLE))))
                .isEmpty();
        assertThat(between(List.of(known), List.of(withFactor(known)))).isEmpty();
        assertThat(between(List.of(known), List.of(known, value("b", 1.0, 1)))).isEmpty();
        assertThat(between(List.of(known, value("b", 1.0, 1)), List.of(known))).isEmpty();
    }

    private static Optional<LaterChange> between(List<KpiValue> published, List<KpiValue> now) {
        return LaterChange.between(published, now, THRESHOLD, 2);
    }

    private static KpiValue value(String kpiId, double value, double coverage) {
        return row(kpiId, Optional.of(value), coverage, Optional.empty(), List.of());
    }

    private static KpiValue unknown(String kpiId, Reason reason) {
        return row(kpiId, Optional.empty(), 1, Optional.of(reason), List.of());
    }

    private static KpiValue withFactor(KpiValue value) {
        return row(value.kpiId(), value.value(), 1, Optional.empty(), List.of("factor"));
    }

    private static KpiValue row(
            String kpiId, Optional<Double> value, String numerator, double coverage) {
        KpiValue row = row(kpiId, value, coverage, Optional.empty(), List.of());
        return row.with(
                new Amounts(
                        Optional.of(new BigDecimal(numerator)), row.denominator(), row.value()));
    }

    private static KpiValue row(
            String kpiId,
            Optional<Double> value,
            double coverage,
            Optional<Reason> reason,
            List<String> factors) {
        return new KpiValue(
                YearMonth.of(2026, 9),
                new Series(kpiId, new Scope("room", "r"), Period.MONTH),
                new Amounts(value.map(BigDecimal::valueOf), Optional.empty(), value),
                "kWh",
                new Known(Optional.of(coverage), Optional.of(1.0)),
                reason,
                new FactorUse(factors, false),
                0);
    }
}
