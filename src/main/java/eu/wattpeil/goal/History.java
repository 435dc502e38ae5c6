package eu.wattpeil.goal;

import eu.wattpeil.kpi.value.KpiValue;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** KPI values up to and including a month, found by what they are about. */
public final class History {

    /** The kind of scope that stands for everything. */
    public static final String ORGANISATION = "organisation";

    /** The scope id of the organisation. */
    public static final String ALL = "all";

    private static final Comparator<KpiValue> ORDER =
            Comparator.comparing(KpiValue::kpiId)
                    .thenComparing(KpiValue::period)
                    .thenComparing(value -> value.scopeKind().equals(ORGANISATION) ? 0 : 1)
                    .thenComparing(KpiValue::scopeKind)
                    .thenComparing(KpiValue::scopeId);

    private final YearMonth month;
    private final Map<Series, TreeMap<YearMonth, KpiValue>> series = new HashMap<>();
    private final List<KpiValue> current;

    private History(YearMonth month, List<KpiValue> values) {
        this.month = month;
        for (KpiValue value : values) {
            if (!value.month().isAfter(month)) {
                series.computeIfAbsent(Series.of(value), key -> new TreeMap<>())
                        .put(value.month(), value);
            }
        }
        current =
                series.values().stream()
                        .map(months -> months.get(month))
                        .filter(Objects::nonNull)
                        .sorted(ORDER)
                        .toList();
    }

    /**
     * What a series of values is about.
     *
     * @param period {@link KpiValue#MONTH} or {@link KpiValue#ROLLING_YEAR}
     */
    public record Series(String kpiId, String scopeKind, String scopeId, String period) {

        /** What a row is about. */
        public static Series of(KpiValue value) {
            return new Series(value.kpiId(), value.scopeKind(), value.scopeId(), value.period());
        }

        /** The organisation as a whole. */
        public static Series organisation(String kpiId, String period) {
            return new Series(kpiId, ORGANISATION, ALL, period);
        }
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

    /** The rows of the last month by KPI, period and scope, the organisation before its parts. */
    public List<KpiValue> current() {
        return current;
    }
}
