package eu.wattpeil.operate;

import eu.wattpeil.collect.MeterCount;
import eu.wattpeil.kpi.query.MeterFacts.UnknownMeter;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Which meters sources name that {@code config/meters.csv} does not know. */
public final class MeterNames {

    private MeterNames() {}

    /**
     * Those of which the store has readings.
     *
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException with everything that is wrong in the
     *     workspace
     */
    public static List<MeterRow> inStore(Path root) {
        Workspace workspace = Setup.readWorkspace(root);
        Store store = Setup.store(workspace);
        return MeterQuestions.of(workspace, store, store.documents()).rows();
    }

    /**
     * Reads the documents of a definition, and writes nothing.
     *
     * @param file of the definition, such as {@code jobs/collect/ups.yaml}
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException where the definition cannot be read
     *     with
     * @throws UnknownNameException where there is no such definition of meter readings
     */
    public static List<MeterRow> inFiles(Path root, String file, Clock clock) throws IOException {
        DefinitionFiles files = DefinitionFiles.of(root, file, Datasets.METER_READINGS, clock);
        Workspace workspace = files.workspace();
        Set<String> known = MeterQuestions.knownKeys(workspace);
        List<UnknownMeter> unknown =
                MeterCount.of(files.intake(), files.reach()).stream()
                        .filter(it -> !known.contains(it.meterKey()))
                        .map(
                                it ->
                                        new UnknownMeter(
                                                files.intake().name(),
                                                it.meterKey(),
                                                it.quantity(),
                                                it.kind(),
                                                it.readings(),
                                                it.firstAt(),
                                                it.lastAt()))
                        .toList();
        return MeterRow.of(
                unknown,
                MeterQuestions.takenIds(workspace),
                workspace.settings().zone(),
                (definition, meterKey) -> files.intake().source().registerMax(meterKey));
    }
}
