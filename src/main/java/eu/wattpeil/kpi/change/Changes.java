package eu.wattpeil.kpi.change;

import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Threshold;
import eu.wattpeil.workspace.WorkingDays;
import eu.wattpeil.workspace.Workspace;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What changed the values of a month: against the month before and a year before, and of the years
 * that end with it against those a year before. It is made of what may be told only, and of days
 * and factors, which are no secret: where one of the values is withheld there is nothing.
 */
public final class Changes {

    /** The first month before a month that it needs values of: the older year begins there. */
    public static final int MONTHS_BACK = 23;

    private static final Set<Period> SPLIT = Set.of(Period.MONTH, Period.ROLLING_YEAR, Period.YEAR);

    private final ValueFactors factors;
    private final FactorTerms terms;
    private final Weather weather;
    private final WorkingDays workingDays;
    private final YearMonth month;
    private final Map<Series, Map<YearMonth, KpiValue>> values = new HashMap<>();

    private Changes(YearMonth month, Conditions conditions, Made made) {
        this.month = month;
        this.terms = new FactorTerms(made.terms());
        this.weather = new Weather(conditions.weather(), made.days());
        this.factors = new ValueFactors(conditions.factors(), conditions.factorSeries());
        this.workingDays = conditions.workingDays();
    }

    /**
     * What values depend on beside what was measured.
     *
     * @param factorSeries the series that serves each purpose
     */
    public record Conditions(
            Collection<Factor> factors,
            Map<String, String> factorSeries,
            WorkingDays workingDays,
            Weather.Conditions weather) {

        /** Those of a workspace on the last day of a month. */
        public static Conditions of(Workspace workspace, YearMonth month) {
            return new Conditions(
                    workspace.factors(),
                    workspace.settings().factorSeries(),
                    workspace.workingDays(),
                    new Weather.Conditions(
                            workspace::siteOf,
                            workspace.settings().minimumCoverage(),
                            threshold(workspace, "weather_least_days", month),
                            threshold(workspace, "weather_explained_share", month)));
        }

        private static Optional<BigDecimal> threshold(
                Workspace workspace, String name, YearMonth month) {
            return workspace.threshold(name, month.atEndOfMonth()).map(Threshold::value);
        }
    }

    /**
     * What values are made of, of the month and the {@value #MONTHS_BACK} before.
     *
     * @param terms what KPIs of several parts add up from
     * @param days of the KPIs that have values of days
     */
    public record Made(Collection<FactorTerm> terms, Collection<DailyValue> days) {}

    /**
     * Those of a month, in order.
     *
     * @param kpis all of them
     * @param now the told values of the month
     * @param earlier those of the {@value #MONTHS_BACK} months before, as they are shown
     */
    public static List<Change> of(
            YearMonth month,
            Conditions conditions,
            Made made,
            Collection<Kpi> kpis,
            List<KpiValue> now,
            List<KpiValue> earlier) {
        Changes changes = new Changes(month, conditions, made);
        earlier.forEach(changes::keep);
        now.forEach(changes::keep);
        Map<String, Kpi> byId = new HashMap<>();
        kpis.forEach(kpi -> byId.put(kpi.kpiId(), kpi));
        List<Change> all = new ArrayList<>();
        for (KpiValue value : now) {
            Optional.ofNullable(byId.get(value.kpiId()))
                    .filter(kpi -> isSplit(kpi, value.period()))
                    .ifPresent(kpi -> all.addAll(changes.changes(kpi, value)));
        }
        all.sort(Change.ORDER);
        return List.copyOf(all);
    }

    /** The last month of a year says nothing new of what a year takes from it. */
    private static boolean isSplit(Kpi kpi, Period period) {
        return SPLIT.contains(period)
                && (period == Period.MONTH || kpi.overTime() != Kpi.OverTime.LAST);
    }

    private void keep(KpiValue value) {
        values.computeIfAbsent(value.series(), key -> new HashMap<>()).put(value.month(), value);
    }

    private List<Change> changes(Kpi kpi, KpiValue now) {
        List<Against> sides =
                now.period() == Period.MONTH
                        ? List.of(Against.values())
                        : List.of(Against.YEAR_BEFORE);
        return sides.stream().flatMap(against -> change(kpi, now, against).stream()).toList();
    }

    /** Empty where one of the two is withheld. */
    private Optional<Change> change(Kpi kpi, KpiValue now, Against against) {
        Optional<KpiValue> before = find(now.series(), against.of(month));
        if (now.isWithheld() || before.filter(KpiValue::isWithheld).isPresent()) {
            return Optional.empty();
        }
        Optional<String> unknown =
                unknown(Optional.of(now))
                        .or(() -> unknown(before))
                        .or(() -> otherUnit(now, before.orElseThrow()));
        if (unknown.isPresent()) {
            return Optional.of(
                    new Change(
                            month,
                            now.series(),
                            against,
                            before.flatMap(Changes::told),
                            told(now),
                            now.unit(),
                            Map.of(),
                            unknown,
                            Optional.empty()));
        }
        return Optional.of(split(kpi, before.orElseThrow(), now, against));
    }

    private Change split(Kpi kpi, KpiValue before, KpiValue now, Against against) {
        Difference difference =
                new Difference(
                        kpi,
                        side(kpi, before),
                        side(kpi, now),
                        factors.hasOtherChange(kpi, before, now),
                        workingDays);
        BigDecimal old = told(before).orElseThrow();
        BigDecimal current = told(now).orElseThrow();
        return new Change(
                month,
                now.series(),
                against,
                Optional.of(old),
                Optional.of(current),
                now.unit(),
                Rounding.of(difference.parts(), current.subtract(old), Change.DECIMALS),
                difference.untold().map(Difference.Untold::code),
                difference.untold().isPresent()
                        ? Optional.empty()
                        : weather.untold(kpi, before, now).map(Weather.Untold::code));
    }

    private Difference.Side side(Kpi kpi, KpiValue value) {
        Optional<BigDecimal> activity =
                kpi.makeup()
                        .activityKpiId()
                        .map(id -> new Series(id, value.scope(), value.period()))
                        .flatMap(series -> find(series, value.month()))
                        .flatMap(KpiValue::value)
                        .map(BigDecimal::valueOf);
        Optional<BigDecimal> scale =
                kpi.makeup().scalesWith().isEmpty()
                        ? Optional.empty()
                        : months(value).flatMap(months -> factors.scale(kpi, months));
        return new Difference.Side(value, activity, scale, terms.of(value), weather.of(kpi, value));
    }

    /** The values of the months of a value's period; empty where one is not there. */
    private Optional<List<KpiValue>> months(KpiValue value) {
        Series series = value.series().in(Period.MONTH);
        List<YearMonth> period = value.period().months(value.month());
        List<KpiValue> months = period.stream().flatMap(it -> find(series, it).stream()).toList();
        return Optional.of(months).filter(it -> it.size() == period.size());
    }

    private Optional<KpiValue> find(Series series, YearMonth when) {
        return Optional.ofNullable(values.getOrDefault(series, Map.of()).get(when));
    }

    private static Optional<BigDecimal> told(KpiValue value) {
        return value.value().map(it -> Rounding.rounded(BigDecimal.valueOf(it), Change.DECIMALS));
    }

    private static Optional<String> unknown(Optional<KpiValue> value) {
        if (value.flatMap(KpiValue::denominator).filter(it -> it.signum() == 0).isPresent()) {
            return Optional.of(Reason.DENOMINATOR_ZERO.code());
        }
        if (value.flatMap(KpiValue::value).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(value.flatMap(KpiValue::reason).orElse(Reason.NO_DATA).code());
    }

    private static Optional<String> otherUnit(KpiValue now, KpiValue before) {
        return now.unit().equals(before.unit()) ? Optional.empty() : Optional.of("unit_changed");
    }
}
