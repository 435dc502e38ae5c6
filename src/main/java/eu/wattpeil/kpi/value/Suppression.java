package eu.wattpeil.kpi.value;

import eu.wattpeil.workspace.Headcount;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Withholds what would speak of few people: departments smaller than the smallest group, or of a
 * size that is not known. Where the organisation's value is shown, what is withheld could be found
 * by taking the shown departments off it; so the next smallest ones are withheld too, until at
 * least two departments and the smallest group stand behind the difference.
 */
public final class Suppression {

    private static final String DEPARTMENT = "department";

    private final int minimumGroupSize;
    private final Map<String, Integer> people;

    public Suppression(int minimumGroupSize, List<Headcount> headcounts, YearMonth month) {
        this.minimumGroupSize = minimumGroupSize;
        this.people =
                headcounts.stream()
                        .filter(headcount -> headcount.month().equals(month))
                        .collect(
                                Collectors.toMap(
                                        Headcount::departmentId, Headcount::people, Math::min));
    }

    /** The values of one KPI in one period, without what may not be told. */
    public List<KpiValue> apply(List<KpiValue> values) {
        List<String> shown = departments(values);
        Set<String> withheld = new HashSet<>();
        shown.stream().filter(this::isTooSmall).forEach(withheld::add);
        if (withheld.isEmpty()) {
            return values;
        }
        shown.removeAll(withheld);
        boolean isTotalShown =
                values.stream().anyMatch(it -> it.isOfOrganisation() && it.value().isPresent());
        while (isTotalShown && isFoundByDifference(withheld) && !shown.isEmpty()) {
            withheld.add(shown.remove(0));
        }
        boolean isTotalTelling = shown.isEmpty() && isFewPeople(withheld);
        return values.stream()
                .map(it -> isWithheld(it, withheld, isTotalTelling) ? it.withheld() : it)
                .toList();
    }

    /** Those of which there is something to tell, the smallest first. */
    private List<String> departments(List<KpiValue> values) {
        Comparator<String> bySize = Comparator.comparingInt(this::size);
        return values.stream()
                .filter(value -> value.scopeKind().equals(DEPARTMENT))
                .map(KpiValue::scopeId)
                .sorted(bySize.thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private boolean isTooSmall(String department) {
        return size(department) < minimumGroupSize;
    }

    private int size(String department) {
        return Optional.ofNullable(people.get(department)).orElse(0);
    }

    private boolean isFoundByDifference(Set<String> withheld) {
        return withheld.size() < 2
                || withheld.stream().mapToInt(this::size).sum() < minimumGroupSize;
    }

    /** Nobody but these few is behind the total. Rows without a department have no people. */
    private boolean isFewPeople(Set<String> departments) {
        int known = departments.stream().mapToInt(this::size).sum();
        return known > 0 && known < minimumGroupSize;
    }

    private static boolean isWithheld(
            KpiValue value, Set<String> withheld, boolean isTotalTelling) {
        return value.isOfOrganisation()
                ? isTotalTelling
                : value.scopeKind().equals(DEPARTMENT) && withheld.contains(value.scopeId());
    }
}
