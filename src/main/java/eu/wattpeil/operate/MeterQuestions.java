package eu.wattpeil.operate;

import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.kpi.query.MeterFacts.Conflict;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Meter;
import eu.wattpeil.workspace.Workspace;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the readings in the store ask of the people who keep {@code config/} and {@code jobs/}.
 *
 * @param rows that {@code config/meters.csv} lacks: the readings of these meters reach no figure
 * @param conflicts readings of which others count
 * @param zone in which its people read times
 */
public record MeterQuestions(List<MeterRow> rows, List<Conflict> conflicts, ZoneId zone) {

    public MeterQuestions {
        rows = List.copyOf(rows);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Of all readings in the store.
     *
     * @param documents that are in
     */
    public static MeterQuestions of(Workspace workspace, Store store, List<LedgerRow> documents) {
        MeterFacts facts = MeterFacts.of(store, documents, knownKeys(workspace));
        ZoneId zone = workspace.settings().zone();
        List<MeterRow> rows =
                facts.unknown().isEmpty()
                        ? List.of()
                        : MeterRow.of(
                                facts.unknown(),
                                takenIds(workspace),
                                zone,
                                Registers.of(workspace));
        return new MeterQuestions(rows, facts.conflicts(), zone);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return rows.isEmpty() && conflicts.isEmpty();
    }

    static Set<String> knownKeys(Workspace workspace) {
        return workspace.meters().stream().map(Meter::meterKey).collect(Collectors.toSet());
    }

    static Set<String> takenIds(Workspace workspace) {
        return workspace.meters().stream().map(Meter::meterId).collect(Collectors.toSet());
    }
}
