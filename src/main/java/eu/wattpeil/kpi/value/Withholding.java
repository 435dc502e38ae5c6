package eu.wattpeil.kpi.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the departments of a month to withhold, and the KPIs whose total is withheld. */
final class Withholding {

    private final Staff staff;
    private final List<KpiValue> values;
    private final List<List<KpiValue>> editions;
    private final List<Disclosure> published;
    private final Map<String, List<KpiValue>> departments;
    private final List<Set<String>> quantities;
    private final Set<String> withheld = new HashSet<>();
    private final Set<String> kpisWithoutTotal = new HashSet<>();

    /**
     * A month.
     *
     * @param values all that is known of it
     * @param editions those so far, the shown one last
     */
    Withholding(Staff staff, List<KpiValue> values, List<List<KpiValue>> editions) {
        this.staff = staff;
        this.values = values;
        this.editions = editions;
        this.published = editions.stream().flatMap(it -> Disclosure.of(it).stream()).toList();
        this.departments =
                values.stream()
                        .filter(KpiValue::isOfDepartment)
                        .collect(
                                Collectors.groupingBy(
                                        KpiValue::kpiId, TreeMap::new, Collectors.toList()));
        this.quantities = SameQuantity.groups(departments);
    }

    Set<String> departments() {
        return withheld;
    }

    Set<String> kpisWithoutTotal() {
        return kpisWithoutTotal;
    }

    void decide() {
        departments.values().stream()
                .flatMap(List::stream)
                .map(KpiValue::department)
                .filter(staff::isSmall)
                .forEach(withheld::add);
        if (!editions.isEmpty() && isKept(editions.get(editions.size() - 1))) {
            return;
        }
        List<String> others = others();
        quantities.stream()
                .filter(kpiIds -> hasChangedSinceTold(kpiIds) || isTellingByItself(kpiIds, others))
                .forEach(kpisWithoutTotal::addAll);
        while (isAnyFound() && !others.isEmpty()) {
            withheld.add(others.remove(0));
        }
        if (isAnyFound()) {
            kpisWithoutTotal.addAll(departments.keySet());
        }
    }

    /**
     * Withholds what the shown edition does where that gives the same edition again, which tells
     * nothing new.
     */
    private boolean isKept(List<KpiValue> shown) {
        List<KpiValue> rows =
                shown.stream()
                        .filter(KpiValue::isOfMonth)
                        .filter(it -> departments.containsKey(it.kpiId()))
                        .map(it -> it.inEdition(0))
                        .toList();
        Set<String> hidden =
                rows.stream()
                        .filter(it -> it.isOfDepartment() && it.isWithheld())
                        .map(KpiValue::department)
                        .collect(Collectors.toSet());
        Set<String> totals =
                rows.stream()
                        .filter(it -> it.isOfOrganisation() && it.isWithheld())
                        .map(KpiValue::kpiId)
                        .collect(Collectors.toSet());
        Set<KpiValue> again =
                values.stream()
                        .filter(it -> departments.containsKey(it.kpiId()))
                        .map(it -> again(it, hidden, totals))
                        .collect(Collectors.toSet());
        if (!hidden.containsAll(withheld) || !again.equals(Set.copyOf(rows))) {
            return false;
        }
        withheld.addAll(hidden);
        kpisWithoutTotal.addAll(totals);
        return true;
    }

    private KpiValue again(KpiValue value, Set<String> hidden, Set<String> totals) {
        if (value.isOfDepartment() && hidden.contains(value.department())) {
            return value.withheld(staff.whyWithheld(value.department()));
        }
        return value.isOfOrganisation() && totals.contains(value.kpiId())
                ? value.withheld(Reason.PROTECTS_SMALLER_DEPARTMENT)
                : value;
    }

    /** Those that may hide small ones: never told ones first, then the smallest. */
    private List<String> others() {
        Set<String> toldBefore = told(published);
        return departments.values().stream()
                .flatMap(List::stream)
                .filter(KpiValue::isTold)
                .map(KpiValue::department)
                .filter(department -> !staff.isSmall(department))
                .distinct()
                .sorted(
                        Comparator.<String, Boolean>comparing(toldBefore::contains)
                                .thenComparing(staff::size)
                                .thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * Whether a small one was told, and is another amount now: which of the two stands in the sums
     * of other editions cannot be said.
     */
    private boolean hasChangedSinceTold(Set<String> kpiIds) {
        Set<String> toldBefore = told(before(kpiIds));
        toldBefore.removeAll(knownNow(kpiIds));
        return toldBefore.stream()
                .filter(staff::isSmall)
                .anyMatch(
                        it ->
                                values(kpiIds).stream()
                                        .anyMatch(value -> value.department().equals(it)));
    }

    /** Whether the total would tell of few people even where all departments are withheld. */
    private boolean isTellingByItself(Set<String> kpiIds, List<String> others) {
        Set<String> all = new HashSet<>(withheld);
        all.addAll(others);
        return isTelling(now(kpiIds, all, Set.of()), true);
    }

    private boolean isAnyFound() {
        return quantities.stream().anyMatch(this::isFound);
    }

    /** Whether this edition would tell too much, by itself or beside the earlier ones. */
    private boolean isFound(Set<String> kpiIds) {
        List<Disclosure> before = before(kpiIds);
        Set<String> toldBefore = told(before);
        Set<String> knownNow = knownNow(kpiIds);
        List<Set<String>> now = now(kpiIds, withheld, knownNow);
        Set<String> largeBefore = new HashSet<>(toldBefore);
        largeBefore.removeIf(staff::isSmall);
        Set<String> toldNow = toldNow(kpiIds);
        return isTelling(now, toldBefore.isEmpty() && toldNow.isEmpty())
                || isNew(before, toldBefore, toldNow, now, Set.of())
                || isNew(before, largeBefore, toldNow, now, knownNow);
    }

    /**
     * Whether something follows that did not follow from the earlier editions.
     *
     * @param known departments whose amounts are taken for known in earlier editions; of the small
     *     ones that were told it cannot be said, so both is tried
     * @param oldOnly small ones whose present amount was told: only an old one could be found
     */
    private boolean isNew(
            List<Disclosure> before,
            Set<String> known,
            Set<String> toldNow,
            List<Set<String>> now,
            Set<String> oldOnly) {
        List<Set<String>> oldSums = sums(before, known);
        Set<String> knownAfter = new HashSet<>(known);
        knownAfter.addAll(toldNow);
        ToldQuantity old = new ToldQuantity(staff, oldSums, known.isEmpty());
        ToldQuantity all =
                new ToldQuantity(
                        staff,
                        Stream.concat(sums(before, knownAfter).stream(), now.stream()).toList(),
                        knownAfter.isEmpty());
        Set<String> found = all.determined();
        found.removeIf(it -> oldOnly.contains(it) && old.determined().contains(it));
        return !found.isEmpty() || !old.smallGroups().containsAll(all.smallGroups());
    }

    private boolean isTelling(List<Set<String>> now, boolean isOfAll) {
        ToldQuantity quantity = new ToldQuantity(staff, now, isOfAll);
        return !quantity.determined().isEmpty() || !quantity.smallGroups().isEmpty();
    }

    private static List<Set<String>> sums(List<Disclosure> disclosures, Set<String> known) {
        return disclosures.stream()
                .filter(Disclosure::isTotalTold)
                .map(it -> ToldQuantity.without(it.withheld(), known))
                .toList();
    }

    /** The sums that this edition tells; a total counts as told, since it may be known later. */
    private List<Set<String>> now(Set<String> kpiIds, Set<String> hidden, Set<String> known) {
        return kpiIds.stream()
                .filter(kpiId -> !kpisWithoutTotal.contains(kpiId))
                .map(
                        kpiId ->
                                parts(kpiId).stream()
                                        .filter(it -> isBehind(it, hidden))
                                        .map(KpiValue::department)
                                        .filter(it -> !known.contains(it))
                                        .collect(Collectors.toSet()))
                .toList();
    }

    /** A small one may be in the total even where nothing of it is known; others hide nothing. */
    private boolean isBehind(KpiValue value, Set<String> hidden) {
        return staff.isSmall(value.department())
                || (hidden.contains(value.department()) && value.isTold());
    }

    private boolean isTold(KpiValue value) {
        return value.isTold() && !withheld.contains(value.department());
    }

    private Set<String> toldNow(Set<String> kpiIds) {
        return values(kpiIds).stream()
                .filter(this::isTold)
                .map(KpiValue::department)
                .collect(Collectors.toSet());
    }

    /** Departments whose present amount an earlier edition told. */
    private Set<String> knownNow(Set<String> kpiIds) {
        List<Disclosure> before = before(kpiIds);
        return values(kpiIds).stream()
                .filter(KpiValue::isTold)
                .filter(
                        value ->
                                before.stream()
                                        .filter(it -> it.kpiId().equals(value.kpiId()))
                                        .anyMatch(
                                                it ->
                                                        value.amount()
                                                                .equals(
                                                                        it.told()
                                                                                .get(
                                                                                        value
                                                                                                .department()))))
                .map(KpiValue::department)
                .collect(Collectors.toSet());
    }

    private List<KpiValue> parts(String kpiId) {
        return departments.getOrDefault(kpiId, List.of());
    }

    private List<Disclosure> before(Set<String> kpiIds) {
        return published.stream().filter(it -> kpiIds.contains(it.kpiId())).toList();
    }

    private List<KpiValue> values(Set<String> kpiIds) {
        return kpiIds.stream().flatMap(it -> parts(it).stream()).toList();
    }

    private static Set<String> told(List<Disclosure> disclosures) {
        return disclosures.stream()
                .flatMap(it -> it.told().keySet().stream())
                .collect(Collectors.toSet());
    }
}
