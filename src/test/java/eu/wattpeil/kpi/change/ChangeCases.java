package eu.wattpeil.kpi.change;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Makeup;
import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** KPIs, factors and values whose changes are split. */
final class ChangeCases {

    static final Scope ROOM = new Scope("room", "hall");

    static final Changes.Conditions CONDITIONS =
            new Changes.Conditions(
                    List.of(
                            factor("grid_2025", "grid", "0.150"),
                            factor("grid_2026", "grid", "0.155"),
                            factor("mass_80", "mass", "5"),
                            factor("paper_2025", "paper", "2"),
                            factor("paper_2026", "paper", "3"),
                            factor("grey", "grey", "0.4"),
                            factor("green", "green", "0"),
                            factor("laptop", "tec_laptop", "20"),
                            factor("laptop_again", "tec_laptop", "20.0"),
                            factor("laptop_leaner", "tec_laptop", "18"),
                            factor("monitor", "tec_monitor", "40")),
                    Map.of("grid_electricity", "grid", "mass", "mass", "paper", "paper"),
                    new WorkingDays(Optional.empty(), new TreeSet<>()),
                    new Weather.Conditions(
                            scope -> Optional.of("town").filter(it -> scope.equals(ROOM)),
                            0.9,
                            Optional.of(BigDecimal.TEN),
                            Optional.of(new BigDecimal("0.75"))));

    static final Changes.Made NOTHING = new Changes.Made(List.of(), List.of());

    private ChangeCases() {}

    static Kpi sum(String id, Kpi.Per per, Makeup makeup, String... factors) {
        return kpi(id, per, Kpi.OverTime.SUM, "", makeup, factors);
    }

    static Kpi ratio(String id, Kpi.Per per, Makeup makeup, String... factors) {
        return kpi(id, per, Kpi.OverTime.RATIO, "FTE", makeup, factors);
    }

    static Kpi kpi(
            String id,
            Kpi.Per per,
            Kpi.OverTime overTime,
            String denominatorUnit,
            Makeup makeup,
            String... factors) {
        return new Kpi(
                id,
                Map.of(Locale.ENGLISH, id),
                "kWh",
                0,
                Kpi.Better.LOWER,
                List.of("room"),
                Map.of(),
                Map.of(),
                "",
                Map.of(),
                denominatorUnit,
                per,
                overTime,
                Kpi.OverScope.SUM,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(factors),
                makeup,
                Map.of(),
                Kpi.Grade.P,
                List.of(),
                List.of(),
                "jobs/models/kpi/" + id + ".sql");
    }

    static Makeup scalesWith(String... purposes) {
        return new Makeup(List.of(purposes), Optional.empty(), false, false);
    }

    static Makeup ofKnownPart() {
        return new Makeup(List.of(), Optional.empty(), false, true);
    }

    static Makeup overhead() {
        return new Makeup(List.of(), Optional.empty(), true, false);
    }

    static Makeup activity(String kpiId) {
        return new Makeup(List.of(), Optional.of(kpiId), false, false);
    }

    static KpiValue value(String kpiId, String month, double value, String... factorIds) {
        return value(kpiId, month, Period.MONTH, value, Optional.empty(), 1, factorIds);
    }

    static KpiValue covered(String kpiId, String month, double value, double coverage) {
        return value(kpiId, month, Period.MONTH, value, Optional.empty(), coverage);
    }

    static KpiValue divided(String kpiId, String month, double value, String denominator) {
        return value(
                kpiId, month, Period.MONTH, value, Optional.of(new BigDecimal(denominator)), 1);
    }

    static KpiValue value(
            String kpiId,
            String month,
            Period period,
            double value,
            Optional<BigDecimal> denominator,
            double coverage,
            String... factorIds) {
        return new KpiValue(
                YearMonth.parse(month),
                new Series(kpiId, ROOM, period),
                new Amounts(
                        Optional.of(BigDecimal.valueOf(value)), denominator, Optional.of(value)),
                "kWh",
                new Known(Optional.of(coverage), Optional.of(1.0)),
                Optional.empty(),
                new FactorUse(List.of(factorIds), false),
                1);
    }

    static KpiValue unknown(String kpiId, String month, Reason reason) {
        return new KpiValue(
                YearMonth.parse(month),
                new Series(kpiId, ROOM, Period.MONTH),
                Amounts.NONE,
                "kWh",
                Known.NOTHING,
                Optional.of(reason),
                FactorUse.NONE,
                1);
    }

    private static Factor factor(String id, String series, String value) {
        return new Factor(
                id,
                series,
                "scope2",
                "direct",
                "BE",
                Optional.empty(),
                "",
                LocalDate.of(2020, 1, 1),
                Optional.empty(),
                Optional.of(new BigDecimal(value)),
                "kgCO2e/kWh",
                "",
                "A",
                "",
                "config/factors.csv");
    }
}
