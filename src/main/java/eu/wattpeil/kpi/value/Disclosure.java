package eu.wattpeil.kpi.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one edition of a month tells of the departments in one KPI.
 *
 * @param told the amount of each of which there is one
 * @param withheld those that stand in the total without one
 * @param isTotalTold whether there is a number of the organisation
 */
public record Disclosure(
        String kpiId, Map<String, BigDecimal> told, Set<String> withheld, boolean isTotalTold) {

    public Disclosure {
        told = Map.copyOf(told);
        withheld = Set.copyOf(withheld);
    }

    /** Those of the values of an edition, one per KPI that speaks of departments. */
    public static List<Disclosure> of(List<KpiValue> edition) {
        Map<String, List<KpiValue>> byKpi = new LinkedHashMap<>();
        edition.stream()
                .filter(KpiValue::isOfMonth)
                .forEach(
                        value ->
                                byKpi.computeIfAbsent(value.kpiId(), id -> new ArrayList<>())
                                        .add(value));
        List<Disclosure> disclosures = new ArrayList<>();
        byKpi.forEach((kpiId, values) -> disclosures.add(of(kpiId, values)));
        return disclosures.stream()
                .filter(it -> !it.told.isEmpty() || !it.withheld.isEmpty())
                .toList();
    }

    private static Disclosure of(String kpiId, List<KpiValue> values) {
        Map<String, BigDecimal> told = new HashMap<>();
        Set<String> withheld = new HashSet<>();
        boolean isTotalTold = false;
        for (KpiValue value : values) {
            if (value.isOfOrganisation()) {
                isTotalTold = value.isTold();
            } else if (value.isOfDepartment() && value.isWithheld()) {
                withheld.add(value.department());
            } else if (value.isOfDepartment() && value.isTold()) {
                told.put(value.department(), value.amount());
            }
        }
        return new Disclosure(kpiId, told, withheld, isTotalTold);
    }
}
