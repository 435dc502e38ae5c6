package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.value.KpiValue;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The values of the editions that a month looks back to. The next month looks back to the same ones
 * but for two, so that each is read once where several months are computed.
 */
final class KnownValues {

    private final Editions editions;
    private Map<Edition, List<KpiValue>> known = Map.of();

    KnownValues(Editions editions) {
        this.editions = editions;
    }

    /**
     * The rows of editions, by month and in the order of their files. Those of other editions are
     * forgotten.
     *
     * @param wanted of a month one at most, in the order of their months
     */
    List<KpiValue> of(List<Edition> wanted) {
        List<Edition> unknown = wanted.stream().filter(it -> !known.containsKey(it)).toList();
        Map<YearMonth, List<KpiValue>> read =
                editions.values(unknown).stream().collect(Collectors.groupingBy(KpiValue::month));
        Map<Edition, List<KpiValue>> now = new HashMap<>();
        for (Edition edition : wanted) {
            List<KpiValue> before = known.get(edition);
            now.put(
                    edition,
                    before == null ? read.getOrDefault(edition.month(), List.of()) : before);
        }
        known = now;
        return wanted.stream().flatMap(it -> now.getOrDefault(it, List.of()).stream()).toList();
    }
}
