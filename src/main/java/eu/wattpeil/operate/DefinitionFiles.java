package eu.wattpeil.operate;

import eu.wattpeil.collect.Intake;
import eu.wattpeil.collect.Intakes;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Definition;
import eu.wattpeil.workspace.InvalidWorkspaceException;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of one definition, to be looked at before the workspace is complete.
 *
 * @param workspace what can be read of it
 * @param reach what there is of the definition's files
 */
record DefinitionFiles(Workspace workspace, Intake intake, Reach reach) {

    /**
     * Opens them. What is wrong elsewhere in the workspace is no obstacle.
     *
     * @param file of the definition, such as {@code jobs/collect/print.yaml}
     * @param dataset that it must fill
     * @throws InvalidWorkspaceException where the definition cannot be read with
     * @throws UnknownNameException where there is no such definition of that dataset
     */
    static DefinitionFiles of(Path root, String file, Dataset dataset, Clock clock)
            throws IOException {
        Problems problems = new Problems();
        Set<String> datasets =
                Datasets.collected().stream().map(Dataset::name).collect(Collectors.toSet());
        Workspace workspace = Workspace.load(root, datasets, problems);
        requireDefinition(workspace, file, dataset, problems);
        Optional<Intake> intake =
                Intakes.of(workspace, problems).all().stream()
                        .filter(it -> it.definition().file().equals(file))
                        .findFirst();
        if (intake.isEmpty()) {
            throw new InvalidWorkspaceException(problems.all());
        }
        SeenFiles seen = SeenFiles.load(Setup.seenFiles(root), clock);
        Reach reach =
                new Reach(
                        root,
                        new Landing(root, intake.get().name(), clock, () -> true),
                        seen,
                        false,
                        workspace.written());
        return new DefinitionFiles(workspace, intake.get(), reach);
    }

    private static void requireDefinition(
            Workspace workspace, String file, Dataset dataset, Problems problems) {
        Set<String> files =
                workspace.definitions().stream()
                        .filter(it -> it.dataset().equals(dataset.name()))
                        .map(Definition::file)
                        .collect(Collectors.toSet());
        if (files.contains(file)) {
            return;
        }
        if (!problems.all().isEmpty()) {
            throw new InvalidWorkspaceException(problems.all());
        }
        throw new UnknownNameException(
                "the definition is \""
                        + file
                        + "\""
                        + (files.isEmpty()
                                ? ", expected one with the dataset "
                                        + dataset.name()
                                        + "; there is none yet"
                                : Spelling.hint(file, files)));
    }
}
