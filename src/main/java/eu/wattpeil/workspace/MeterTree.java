package eu.wattpeil.workspace;

import eu.wattpeil.workspace.MeterFiles.Row;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The meters above and below each other, as {@code parent_meter_id} tells it. */
final class MeterTree {

    private final List<Row> rows;
    private final Map<String, List<Row>> byId;

    MeterTree(List<Row> rows) {
        this.rows = rows;
        this.byId = rows.stream().collect(Collectors.groupingBy(row -> row.meter().meterId()));
    }

    /**
     * Notes each row whose parent is elsewhere, does not stand on each of its days, or is below it.
     * An unknown parent is a mistake of the row itself.
     */
    void rejectImpossibleParents() {
        Set<String> told = new HashSet<>();
        for (Row row : rows) {
            List<Row> parents = parents(row.meter());
            if (!parents.isEmpty()) {
                rejectAnotherSite(row, parents);
                rejectAbsence(row, parents);
                rejectCycle(row, told);
            }
        }
    }

    private List<Row> parents(Meter meter) {
        return meter.parentMeterId().map(id -> byId.getOrDefault(id, List.of())).orElse(List.of());
    }

    private static void rejectAnotherSite(Row row, List<Row> parents) {
        Meter parent = parents.get(0).meter();
        if (!parent.siteId().equals(row.meter().siteId())) {
            row.csv()
                    .problem(
                            "parent_meter_id is \""
                                    + parent.meterId()
                                    + "\" of site "
                                    + parent.siteId()
                                    + ", expected a meter of site "
                                    + row.meter().siteId());
        }
    }

    private static void rejectAbsence(Row row, List<Row> parents) {
        firstDayWithout(row.meter(), parents)
                .ifPresent(
                        day ->
                                row.csv()
                                        .problem(
                                                "parent_meter_id is \""
                                                        + parents.get(0).meter().meterId()
                                                        + "\", which has no row for "
                                                        + day
                                                        + ", expected a meter that stands on each"
                                                        + " day of this row"));
    }

    /** Parents come and go on the days after their ends only, and on the first day of the row. */
    private static Optional<LocalDate> firstDayWithout(Meter meter, List<Row> parents) {
        Set<LocalDate> days = new TreeSet<>(Set.of(meter.validFrom()));
        parents.forEach(
                parent -> parent.meter().validTo().map(it -> it.plusDays(1)).ifPresent(days::add));
        return days.stream()
                .filter(meter::isValidOn)
                .filter(day -> parents.stream().noneMatch(it -> it.meter().isValidOn(day)))
                .findFirst();
    }

    /**
     * A cycle begins on a day on which one of its rows does, so looking up from each row on its
     * first day finds them all; each is told once.
     */
    private void rejectCycle(Row row, Set<String> told) {
        String meterId = row.meter().meterId();
        LocalDate day = row.meter().validFrom();
        Set<String> above = new LinkedHashSet<>();
        Optional<String> next = row.meter().parentMeterId();
        while (next.isPresent() && !next.get().equals(meterId) && above.add(next.get())) {
            next = parentOn(day, next.get());
        }
        if (next.filter(meterId::equals).isEmpty()) {
            return;
        }
        above.add(meterId);
        if (Collections.disjoint(above, told)) {
            row.csv()
                    .problem(
                            "parent_meter_id is \""
                                    + row.meter().parentMeterId().orElseThrow()
                                    + "\", which is this meter itself or below it, expected a"
                                    + " meter above it");
        }
        told.addAll(above);
    }

    private Optional<String> parentOn(LocalDate day, String meterId) {
        return byId.getOrDefault(meterId, List.of()).stream()
                .map(Row::meter)
                .filter(meter -> meter.isValidOn(day))
                .findFirst()
                .flatMap(Meter::parentMeterId);
    }
}
