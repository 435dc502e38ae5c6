package eu.wattpeil.kpi.change;

import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.statistics.Regression;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the weather did to the KPIs that hold the energy of cooling: by the days of the months that
 * changes are about, {@code value = b0 + b1 · CDD}, where the value is that of the KPI less its
 * activity, and CDD are the cooling degree days of the site. The part of a period is b1 · CDD, the
 * same b1 in all periods, so that a change of the weather is {@code b1 · (CDD now − CDD before)}.
 *
 * <p>It is told only where there are enough days with degree days and as many without, where these
 * explain enough of the value, and where it grows with them.
 */
final class Weather {

    private final Conditions conditions;
    private final Map<String, Map<Scope, Map<LocalDate, Double>>> days = new HashMap<>();
    private final Map<String, Map<Scope, Slope>> slopes = new HashMap<>();

    /**
     * What telling the weather depends on.
     *
     * @param siteOf the one site that a scope is on; empty for one of several sites
     * @param leastKnown share of the days of a period whose degree days must be known
     * @param leastDays as many days with degree days there must be, and as many without; empty
     *     where nothing says how many
     * @param leastExplained share of the squares about the mean that degree days must explain, R²;
     *     empty likewise
     */
    record Conditions(
            Function<Scope, Optional<String>> siteOf,
            double leastKnown,
            Optional<BigDecimal> leastDays,
            Optional<BigDecimal> leastExplained) {}

    /** Why the part of the weather is not told. */
    enum Untold {
        /** The outside temperature is not known, or on too few days. */
        WEATHER_UNKNOWN,
        /** The energy of too few days is known, or too few of them were warm. */
        TOO_FEW_WARM_DAYS,
        /** The energy does not follow the weather closely enough. */
        WEATHER_EXPLAINS_LITTLE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a degree day changes.
     *
     * @param each empty where that is not told
     */
    private record Slope(Optional<BigDecimal> each, Optional<Untold> untold) {

        static Slope untold(Untold reason) {
            return new Slope(Optional.empty(), Optional.of(reason));
        }
    }

    /**
     * @param values of the days of any KPI and scope, one per day
     */
    Weather(Conditions conditions, Collection<DailyValue> values) {
        this.conditions = conditions;
        values.forEach(
                it ->
                        days.computeIfAbsent(it.kpiId(), key -> new HashMap<>())
                                .computeIfAbsent(it.scope(), key -> new TreeMap<>())
                                .put(it.day(), it.value()));
    }

    /** Whether the weather has a part in a KPI. */
    static boolean isIn(Kpi kpi) {
        return DailyValue.hasCooling(kpi.kpiId());
    }

    /** Why its part in a change is not told; empty where it is, or has none in the KPI. */
    Optional<Untold> untold(Kpi kpi, KpiValue before, KpiValue now) {
        if (!isIn(kpi)) {
            return Optional.empty();
        }
        if (degreeDays(before).isEmpty() || degreeDays(now).isEmpty()) {
            return Optional.of(Untold.WEATHER_UNKNOWN);
        }
        return slope(kpi, now.scope()).untold();
    }

    /** Its part in a value; empty where it is not told. */
    Optional<BigDecimal> of(Kpi kpi, KpiValue value) {
        return isIn(kpi)
                ? slope(kpi, value.scope())
                        .each()
                        .flatMap(each -> degreeDays(value).map(each::multiply))
                : Optional.empty();
    }

    /** Those of the value's period, in proportion where a few days are not known. */
    private Optional<BigDecimal> degreeDays(KpiValue value) {
        Map<LocalDate, Double> known = degreeDays(value.scope());
        double sum = 0;
        int count = 0;
        int length = 0;
        for (YearMonth month : value.period().months(value.month())) {
            length += month.lengthOfMonth();
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                Double found = known.get(month.atDay(day));
                sum += found == null ? 0 : found;
                count += found == null ? 0 : 1;
            }
        }
        return count == 0 || count < conditions.leastKnown() * length
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(sum)
                                .multiply(BigDecimal.valueOf(length))
                                .divide(BigDecimal.valueOf(count), MathContext.DECIMAL128));
    }

    private Map<LocalDate, Double> degreeDays(Scope scope) {
        return conditions
                .siteOf()
                .apply(scope)
                .map(site -> of(DailyValue.COOLING_DEGREE_DAYS, new Scope("site", site)))
                .orElseGet(Map::of);
    }

    private Map<LocalDate, Double> of(String kpiId, Scope scope) {
        return days.getOrDefault(kpiId, Map.of()).getOrDefault(scope, Map.of());
    }

    private Slope slope(Kpi kpi, Scope scope) {
        return slopes.computeIfAbsent(kpi.kpiId(), key -> new HashMap<>())
                .computeIfAbsent(scope, key -> fitted(kpi, scope));
    }

    private Slope fitted(Kpi kpi, Scope scope) {
        Map<LocalDate, Double> weather = degreeDays(scope);
        TreeMap<LocalDate, Double> values = new TreeMap<>(of(kpi.kpiId(), scope));
        kpi.makeup()
                .activityKpiId()
                .ifPresent(
                        id -> {
                            Map<LocalDate, Double> activity = of(id, scope);
                            values.keySet().retainAll(activity.keySet());
                            values.replaceAll(
                                    (day, value) -> value - activity.getOrDefault(day, 0.0));
                        });
        values.keySet().retainAll(weather.keySet());
        List<Double> drivers = values.keySet().stream().map(weather::get).toList();
        long warm = drivers.stream().filter(it -> it > 0).count();
        if (!isReached(conditions.leastDays(), Math.min(warm, drivers.size() - warm))) {
            return Slope.untold(Untold.TOO_FEW_WARM_DAYS);
        }
        Regression model =
                Regression.of(
                        values.values().stream().mapToDouble(it -> it).toArray(),
                        drivers.stream().map(it -> new double[] {it}).toArray(double[][]::new));
        double each = model.coefficient(1);
        return each > 0 && isReached(conditions.leastExplained(), model.explainedShare())
                ? new Slope(Optional.of(BigDecimal.valueOf(each)), Optional.empty())
                : Slope.untold(Untold.WEATHER_EXPLAINS_LITTLE);
    }

    private static boolean isReached(Optional<BigDecimal> least, double found) {
        return least.filter(it -> found >= it.doubleValue()).isPresent();
    }
}
