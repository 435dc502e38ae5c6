package eu.wattpeil.kpi.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shown values of the months before a computed one, found by KPI and scope. */
public final class EarlierMonths {

    private final Map<Series, List<KpiValue>> values = new HashMap<>();

    /** Keeps the values of months of any values; those of longer periods are left out. */
    public EarlierMonths(List<KpiValue> earlier) {
        for (KpiValue value : earlier) {
            if (value.isOfMonth()) {
                values.computeIfAbsent(value.series(), key -> new ArrayList<>()).add(value);
            }
        }
        values.values().forEach(months -> months.sort(Comparator.comparing(KpiValue::month)));
    }

    /** The values of what a value is about, in order. */
    List<KpiValue> of(KpiValue value) {
        return values.getOrDefault(value.series(), List.of());
    }
}
