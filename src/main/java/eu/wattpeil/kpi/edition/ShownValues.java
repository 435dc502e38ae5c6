package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.store.MonthSpan;
import eu.wattpeil.store.Store;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shown values that one month after the other looks back at. No more are held than a month
 * needs, however many there are, and each is read once. For as long as no edition changes.
 */
public final class ShownValues {

    private final Editions editions;
    private final int monthsBack;
    private final Set<Series> series;
    private final TreeMap<YearMonth, List<KpiValue>> held = new TreeMap<>();
    private Optional<List<KpiValue>> ofSeries = Optional.empty();

    /**
     * Those of a store.
     *
     * @param monthsBack months before a month of which all values are needed
     * @param series of which the values of all months are needed
     */
    public ShownValues(Store store, int monthsBack, Set<Series> series) {
        this(new Editions(store), monthsBack, series);
    }

    ShownValues(Editions editions, int monthsBack, Set<Series> series) {
        this.editions = editions;
        this.monthsBack = monthsBack;
        this.series = Set.copyOf(series);
    }

    /** What is needed for a month; each value once, in no order. Ask for months in order. */
    public List<KpiValue> of(YearMonth month) {
        YearMonth first = month.minusMonths(monthsBack);
        held.keySet().removeIf(it -> it.isBefore(first) || it.isAfter(month));
        List<YearMonth> lacking =
                new MonthSpan(first, month)
                        .months().stream().filter(it -> !held.containsKey(it)).toList();
        Map<YearMonth, List<KpiValue>> read =
                editions.valuesOfMonths(lacking).stream()
                        .collect(Collectors.groupingBy(KpiValue::month));
        lacking.forEach(it -> held.put(it, read.getOrDefault(it, List.of())));
        return Stream.concat(
                        ofSeries().stream().filter(value -> value.month().isBefore(first)),
                        held.values().stream().flatMap(List::stream))
                .toList();
    }

    private List<KpiValue> ofSeries() {
        if (ofSeries.isEmpty()) {
            ofSeries = Optional.of(editions.valuesOfSeries(series));
        }
        return ofSeries.get();
    }
}
