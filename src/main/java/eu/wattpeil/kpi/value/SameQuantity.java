package eu.wattpeil.kpi.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which KPIs count the same: those with equal amounts in every department that both tell of, as a
 * total and the same per person.
 */
final class SameQuantity {

    private SameQuantity() {}

    /**
     * Groups KPIs.
     *
     * @param departments the values of each KPI's departments
     */
    static List<Set<String>> groups(Map<String, List<KpiValue>> departments) {
        List<Set<String>> groups = new ArrayList<>();
        departments.forEach(
                (kpiId, values) -> {
                    Set<String> group = new HashSet<>(Set.of(kpiId));
                    for (Set<String> other : List.copyOf(groups)) {
                        if (other.stream()
                                .anyMatch(
                                        it ->
                                                isSame(
                                                        values,
                                                        departments.getOrDefault(it, List.of())))) {
                            group.addAll(other);
                            groups.remove(other);
                        }
                    }
                    groups.add(group);
                });
        return groups;
    }

    private static boolean isSame(List<KpiValue> left, List<KpiValue> right) {
        Map<String, KpiValue> others = new HashMap<>();
        right.stream().filter(KpiValue::isTold).forEach(it -> others.put(it.department(), it));
        List<KpiValue> shared =
                left.stream()
                        .filter(KpiValue::isTold)
                        .filter(it -> others.containsKey(it.department()))
                        .toList();
        return !shared.isEmpty()
                && shared.stream().allMatch(it -> isSame(it, others.get(it.department())));
    }

    private static boolean isSame(KpiValue left, @Nullable KpiValue right) {
        if (right == null) {
            return false;
        }
        Set<Double> amounts = amounts(left);
        amounts.retainAll(amounts(right));
        return !amounts.isEmpty();
    }

    private static Set<Double> amounts(KpiValue value) {
        Set<Double> amounts = new HashSet<>();
        value.numerator().ifPresent(it -> amounts.add(it.doubleValue()));
        value.value().ifPresent(amounts::add);
        return amounts;
    }
}
