package eu.wattpeil.goal;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** KPI values up to and including a month, found by what they are about. */
public final class History {

    private static final Comparator<KpiValue> ORDER =
            Comparator.comparing(KpiValue::kpiId)
                    .thenComparing(KpiValue::period)
                    .thenComparing(value -> value.isOfOrganisation() ? 0 : 1)
                    .thenComparing(KpiValue::scope, Scope.ORDER);

    private final YearMonth month;
    private final Map<Series, TreeMap<YearMonth, KpiValue>> series = new HashMap<>();
    private final List<KpiValue> current;

    private History(YearMonth month, List<KpiValue> values) {
        this.month = month;
        for (KpiValue value : values) {
            if (!value.month().isAfter(month)) {
                series.computeIfAbsent(value.series(), key -> new TreeMap<>())
                        .put(value.month(), value);
            }
        }
        current =
                series.values().stream()
                        .map(months -> months.get(month))
                        .filter(Objects::nonNull)
                        .filter(value -> Period.REPORTED.contains(value.period()))
                        .sorted(ORDER)
                        .toList();
    }

    /**
     * The values of a month's report. Later months are left out: what is said about a month does
     * not depend on when it is said.
     *
     * @param values of any months, one per month and series
     */
    public static History upTo(YearMonth month, List<KpiValue> values) {
        return new History(month, values);
    }

    /**
     * What {@link #current} is of a month of which nothing else is asked.
     *
     * @param values of that month, one per series
     */
    public static List<KpiValue> current(YearMonth month, List<KpiValue> values) {
        Map<Series, KpiValue> bySeries = new HashMap<>();
        for (KpiValue value : values) {
            if (value.month().equals(month) && Period.REPORTED.contains(value.period())) {
                bySeries.put(value.series(), value);
            }
        }
        return bySeries.values().stream().sorted(ORDER).toList();
    }

    /** What goals are judged by, in whatever month: their series, by month and by their period. */
    public static Set<Series> seriesOf(List<Goal> goals) {
        return goals.stream()
                .flatMap(
                        goal ->
                                Stream.of(Period.MONTH, Period.ROLLING_YEAR, goal.period())
                                        .distinct()
                                        .map(it -> new Series(goal.kpiId(), goal.scope(), it)))
                .collect(Collectors.toSet());
    }

    /** The last month. */
    public YearMonth month() {
        return month;
    }

    /** The row of a month, with or without a value in it; empty where there is none. */
    public Optional<KpiValue> find(Series key, YearMonth when) {
        return Optional.ofNullable(series.getOrDefault(key, new TreeMap<>()).get(when));
    }

    /** All rows of a series in the order of time. */
    public List<KpiValue> rows(Series key) {
        return List.copyOf(series.getOrDefault(key, new TreeMap<>()).values());
    }

    /**
     * The rows of the last month, of it and of the twelve months to it, by KPI, period and scope,
     * the organisation before its parts.
     */
    public List<KpiValue> current() {
        return current;
    }
}
