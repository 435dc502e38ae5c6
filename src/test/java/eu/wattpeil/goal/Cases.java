package eu.wattpeil.goal;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Makeup;
import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Tags;
import eu.wattpeil.workspace.Target;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Goals, KPIs and values for the tests, with what does not matter filled in. */
final class Cases {

    static final YearMonth START = YearMonth.of(2025, 10);

    private Cases() {}

    /** Every fifth day is one of work, as in a month of four whole weeks. */
    static final MonthLengths LENGTHS = new MonthLengths(month -> month.lengthOfMonth() - 8);

    /** No volume, so that months are as long as each other. */
    static Kpi kpi(Kpi.Better better) {
        return kpi(better, Kpi.Per.NONE);
    }

    static Kpi kpi(Kpi.Better better, Kpi.Per per) {
        return kpi(better, per, Kpi.OverTime.SUM);
    }

    /** A value that itself is of twelve months. */
    static Kpi annual() {
        return kpi(Kpi.Better.LOWER, Kpi.Per.NONE, Kpi.OverTime.YEAR);
    }

    private static Kpi kpi(Kpi.Better better, Kpi.Per per, Kpi.OverTime overTime) {
        return new Kpi(
                "it_energy",
                Map.of(Locale.ENGLISH, "IT equipment energy"),
                "kWh",
                1,
                better,
                List.of("room"),
                Map.of(),
                Map.of(),
                "",
                Map.of(),
                "",
                per,
                overTime,
                Kpi.OverScope.SUM,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Makeup.PLAIN,
                Map.of(),
                Kpi.Grade.P,
                List.of(),
                List.of(),
                "jobs/models/kpi/it_energy.sql");
    }

    static GoalCase goal() {
        return new GoalCase();
    }

    static KpiValue known(YearMonth month, double value) {
        return row(month, Period.MONTH, Optional.of(value), 1.0, Optional.empty());
    }

    static KpiValue partlyKnown(YearMonth month, double value, double coverage) {
        return row(month, Period.MONTH, Optional.of(value), coverage, Optional.empty());
    }

    static KpiValue yearKnown(YearMonth month, double value) {
        return known(Period.ROLLING_YEAR, month, value);
    }

    static KpiValue known(Period period, YearMonth last, double value) {
        return row(last, period, Optional.of(value), 1.0, Optional.empty());
    }

    static KpiValue unknown(YearMonth month, Reason reason) {
        return row(month, Period.MONTH, Optional.empty(), 0.4, Optional.of(reason));
    }

    private static KpiValue row(
            YearMonth month,
            Period period,
            Optional<Double> value,
            double coverage,
            Optional<Reason> reason) {
        return new KpiValue(
                month,
                Series.ofOrganisation("it_energy", period),
                new Amounts(value.map(BigDecimal::valueOf), Optional.empty(), value),
                "kWh",
                new Known(Optional.of(coverage), Optional.of(1.0)),
                reason,
                FactorUse.NONE,
                1);
    }

    /** A goal that starts at 100 in {@link #START} and halves it in five years, unless told. */
    static final class GoalCase {

        private Optional<BigDecimal> baseline = Optional.of(BigDecimal.valueOf(100));
        private Target target = new Target.Value(BigDecimal.valueOf(50));
        private YearMonth start = START;
        private int months = 60;
        private Period period = Period.MONTH;
        private Optional<Double> minimumCoverage = Optional.empty();
        private String kpiId = "it_energy";
        private Scope scope = Scope.ORGANISATION;

        GoalCase baselineFromHistory() {
            baseline = Optional.empty();
            return this;
        }

        GoalCase baseline(String value) {
            baseline = Optional.of(new BigDecimal(value));
            return this;
        }

        GoalCase target(String value) {
            target = new Target.Value(new BigDecimal(value));
            return this;
        }

        GoalCase relativeTarget(String share) {
            target = new Target.Change(new BigDecimal(share));
            return this;
        }

        GoalCase yearly(String share, Target.Later... later) {
            target = new Target.Yearly(new BigDecimal(share), List.of(later));
            return this;
        }

        GoalCase ceiling(String value) {
            baseline = Optional.empty();
            target = new Target.Ceiling(new BigDecimal(value));
            return this;
        }

        GoalCase within(int months) {
            this.months = months;
            return this;
        }

        GoalCase rollingYear() {
            return on(Period.ROLLING_YEAR);
        }

        GoalCase on(Period other) {
            period = other;
            return this;
        }

        GoalCase from(YearMonth month) {
            start = month;
            return this;
        }

        GoalCase minimumCoverage(double share) {
            minimumCoverage = Optional.of(share);
            return this;
        }

        GoalCase kpi(String id) {
            kpiId = id;
            return this;
        }

        GoalCase scope(Scope other) {
            scope = other;
            return this;
        }

        Goal build() {
            return new Goal(
                    "less-energy",
                    Map.of(Locale.ENGLISH, "Use less"),
                    "server-room-monitoring",
                    kpiId,
                    scope,
                    period,
                    start,
                    baseline,
                    target,
                    start.plusMonths(months),
                    minimumCoverage,
                    Tags.NONE,
                    Map.of(Locale.ENGLISH, "head of IT"),
                    List.of(),
                    List.of(),
                    new Place("config/goals.yaml", 3));
        }
    }
}
