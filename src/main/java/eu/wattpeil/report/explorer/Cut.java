package eu.wattpeil.report.explorer;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is left out of a page that would become too large.
 *
 * @param hasChangesOfParts whether it is told what changed the values of parts
 * @param kinds of scopes that are left out
 */
record Cut(boolean hasChangesOfParts, Set<String> kinds) {

    /** More scopes of a kind than this are no choice for a reader. */
    private static final int MANY = 100;

    /** The last to go: what an organisation is run by. */
    private static final List<String> LAST = List.of("site", "room", Scope.DEPARTMENT_KIND);

    /** Nothing. */
    static final Cut NONE = new Cut(true, Set.of());

    boolean has(Scope scope) {
        return !kinds.contains(scope.kind());
    }

    boolean hasChangesOf(Scope scope) {
        return has(scope) && (hasChangesOfParts || scope.isOrganisation());
    }

    /**
     * What is tried one after the other until the page is small enough: what changed parts, kinds
     * of many scopes, kinds of which there are most values, and at the end sites, rooms and
     * departments. The organisation stays.
     */
    static List<Cut> inOrder(Map<Series, Map<Integer, KpiValue>> rows) {
        Map<String, Integer> sizes = new HashMap<>();
        Map<String, Set<String>> ids = new HashMap<>();
        rows.forEach(
                (series, months) -> {
                    String kind = series.scope().kind();
                    sizes.merge(kind, months.size(), Integer::sum);
                    ids.computeIfAbsent(kind, it -> new HashSet<>()).add(series.scope().id());
                });
        Comparator<String> order =
                Comparator.<String, Boolean>comparing(
                                kind -> ids.getOrDefault(kind, Set.of()).size() <= MANY)
                        .thenComparing(LAST::contains)
                        .thenComparing(sizes::get, Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder());
        List<Cut> cuts = new ArrayList<>(List.of(NONE, new Cut(false, Set.of())));
        Set<String> out = new LinkedHashSet<>();
        sizes.keySet().stream()
                .filter(kind -> !kind.equals(Scope.ORGANISATION_KIND))
                .sorted(order)
                .forEach(
                        kind -> {
                            out.add(kind);
                            cuts.add(new Cut(false, new LinkedHashSet<>(out)));
                        });
        return cuts;
    }
}
