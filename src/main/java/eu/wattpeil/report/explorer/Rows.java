package eu.wattpeil.report.explorer;

import eu.wattpeil.goal.History;
import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.model.Kpi;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The values of the last months by what they are about, and by the number of the month. */
final class Rows {

    /** Months that the page shows: three years. */
    static final int MOST_MONTHS = 36;

    private static final Comparator<Series> ORDER =
            Comparator.comparing(Series::kpiId)
                    .thenComparing(Series::period)
                    .thenComparing(series -> series.scope().isOrganisation() ? 0 : 1)
                    .thenComparing(Series.ORDER);

    private final List<YearMonth> months;
    private final boolean hasEarlier;
    private final Map<Series, Map<Integer, KpiValue>> values = new TreeMap<>(ORDER);
    private final Map<Change, Map<Integer, BigDecimal>> changes =
            new TreeMap<>(
                    Comparator.comparing(Change::series, ORDER)
                            .thenComparing(Change::isAgainstYear)
                            .thenComparing(Change::cause));
    private final Map<Series, Map<Integer, List<Restatement.Why>>> restated = new TreeMap<>(ORDER);

    /** What one cause changed of a series, month after month. */
    record Change(Series series, boolean isAgainstYear, String cause) {}

    private Rows(List<YearMonth> months, boolean hasEarlier) {
        this.months = months;
        this.hasEarlier = hasEarlier;
    }

    static Rows of(AllMonths all) {
        YearMonth last = all.newest().month();
        YearMonth earliest = last.minusMonths(MOST_MONTHS - 1L);
        List<YearMonth> shown =
                all.months().stream()
                        .filter(it -> !it.isBefore(earliest) && !it.isAfter(last))
                        .toList();
        YearMonth first = shown.isEmpty() ? last : shown.get(0);
        int count = (int) ChronoUnit.MONTHS.between(first, last) + 1;
        List<YearMonth> months = IntStream.range(0, count).mapToObj(first::plusMonths).toList();
        Rows rows = new Rows(months, all.months().stream().anyMatch(it -> it.isBefore(earliest)));
        Set<String> catalogue =
                all.newest().facts().catalogue().stream()
                        .map(Kpi::kpiId)
                        .collect(Collectors.toSet());
        // All of it is held in the end: months are read side by side, and added in their order.
        List<AllMonths.Month> told = shown.parallelStream().map(all.month()).toList();
        for (int i = 0; i < shown.size(); i++) {
            rows.add(shown.get(i), told.get(i), catalogue);
        }
        return rows;
    }

    private void add(YearMonth month, AllMonths.Month told, Set<String> catalogue) {
        int number = months.indexOf(month);
        List<KpiValue> known =
                told.values().stream().filter(row -> catalogue.contains(row.kpiId())).toList();
        for (KpiValue row : History.upTo(month, known).current()) {
            values.computeIfAbsent(row.series(), it -> new HashMap<>()).put(number, row);
        }
        for (ChangePart part : told.changes()) {
            add(part, number);
        }
        told.restated()
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
        return values;
    }

    Map<Change, Map<Integer, BigDecimal>> changes() {
        return changes;
    }

    Map<Series, Map<Integer, List<Restatement.Why>>> restated() {
        return restated;
    }
}
