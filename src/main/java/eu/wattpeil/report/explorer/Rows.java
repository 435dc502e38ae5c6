package eu.wattpeil.report.explorer;

import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.report.content.Figure;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The values of the last months by what they are about, and by the number of the month. */
public final class Rows {

    /** Months that the page shows: three years. */
    static final int MOST_MONTHS = 36;

    private static final Comparator<Series> ORDER =
            Comparator.comparing(Series::kpiId)
                    .thenComparing(Series::period)
                    .thenComparing(series -> series.scope().isOrganisation() ? 0 : 1)
                    .thenComparing(Series.ORDER);

    private static final Comparator<Change> CHANGES =
            Comparator.comparing(Change::series, ORDER)
                    .thenComparing(Change::isAgainstYear)
                    .thenComparing(Change::cause);

    private final List<YearMonth> months;
    private final Set<YearMonth> told;
    private final boolean hasEarlier;
    private final Map<Series, Map<Integer, KpiValue>> values = new HashMap<>();
    private final Map<Change, Map<Integer, BigDecimal>> changes = new HashMap<>();
    private final Map<Series, Map<Integer, List<Restatement.Why>>> restated = new HashMap<>();

    /** What one cause changed of a series, month after month. */
    record Change(Series series, boolean isAgainstYear, String cause) {}

    private Rows(List<YearMonth> months, Set<YearMonth> told, boolean hasEarlier) {
        this.months = months;
        this.told = told;
        this.hasEarlier = hasEarlier;
    }

    /** None yet: each of the months that {@link #shows} is to be added, in order. */
    public static Rows of(AllMonths all) {
        YearMonth last = all.newest().month();
        YearMonth earliest = last.minusMonths(MOST_MONTHS - 1L);
        List<YearMonth> shown =
                all.months().stream()
                        .filter(it -> !it.isBefore(earliest) && !it.isAfter(last))
                        .toList();
        YearMonth first = shown.isEmpty() ? last : shown.get(0);
        int count = (int) ChronoUnit.MONTHS.between(first, last) + 1;
        List<YearMonth> months = IntStream.range(0, count).mapToObj(first::plusMonths).toList();
        return new Rows(
                months,
                Set.copyOf(shown),
                all.months().stream().anyMatch(it -> it.isBefore(earliest)));
    }

    /** Whether the page tells of a month. */
    public boolean shows(YearMonth month) {
        return told.contains(month);
    }

    /**
     * Adds a month.
     *
     * @param current its rows as {@link AllMonths#rows} has them
     */
    public void add(YearMonth month, List<KpiValue> current, AllMonths.Causes causes) {
        int number = months.indexOf(month);
        for (KpiValue row : current) {
            values.computeIfAbsent(row.series(), it -> new HashMap<>()).put(number, row);
        }
        for (ChangePart part : causes.changes()) {
            add(part, number);
        }
        causes.restated()
                .forEach(
                        (series, why) -> {
                            if (isShown(series, number)) {
                                restated.computeIfAbsent(series, it -> new TreeMap<>())
                                        .put(number, why);
                            }
                        });
    }

    /** Of what is withheld in one of the two months no change is told. */
    private void add(ChangePart part, int number) {
        Optional<BigDecimal> amount = part.amount().filter(it -> it.signum() != 0);
        int other = months.indexOf(part.against());
        if (amount.isEmpty() || other < 0) {
            return;
        }
        if (isShown(part.series(), number) && isShown(part.series(), other)) {
            boolean isAgainstYear = part.against().equals(months.get(number).minusYears(1));
            Change change = new Change(part.series(), isAgainstYear, part.cause());
            changes.computeIfAbsent(change, it -> new HashMap<>()).put(number, amount.get());
        }
    }

    private boolean isShown(Series series, int month) {
        KpiValue row = values.getOrDefault(series, Map.of()).get(month);
        return row != null && !Figure.isHidden(row);
    }

    /** Without holes, up to the newest. */
    List<YearMonth> months() {
        return months;
    }

    /** Whether there are months before these. */
    boolean hasEarlier() {
        return hasEarlier;
    }

    /** By KPI, period and scope, the organisation before its parts. */
    Map<Series, Map<Integer, KpiValue>> values() {
        return inOrder(values, ORDER);
    }

    Map<Change, Map<Integer, BigDecimal>> changes() {
        return inOrder(changes, CHANGES);
    }

    Map<Series, Map<Integer, List<Restatement.Why>>> restated() {
        return inOrder(restated, ORDER);
    }

    private static <K, V> Map<K, V> inOrder(Map<K, V> some, Comparator<K> order) {
        Map<K, V> sorted = new TreeMap<>(order);
        sorted.putAll(some);
        return sorted;
    }
}
