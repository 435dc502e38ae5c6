package eu.wattpeil.operate;

import eu.wattpeil.collect.Intake;
import eu.wattpeil.collect.Intakes;
import eu.wattpeil.collect.PrinterCount;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which printers the print logs of a definition name that the workspace does not know. */
public final class PrinterNames {

    private PrinterNames() {}

    /** A name in the place of a printer, and the jobs that have it. */
    public record Seen(String name, long jobs) {}

    /**
     * Reads the documents that wait under a definition, and writes nothing.
     *
     * @param file of the definition, such as {@code jobs/collect/print.yaml}
     * @return those with most jobs first
     * @throws InvalidWorkspaceException where the definition cannot be read with
     * @throws UnknownNameException where there is no such definition of print jobs
     */
    public static List<Seen> unknown(Path root, String file, Clock clock) throws IOException {
        Problems problems = new Problems();
        Set<String> datasets =
                Datasets.collected().stream().map(Dataset::name).collect(Collectors.toSet());
        Workspace workspace = Workspace.load(root, datasets, problems);
        requireDefinition(workspace, file, problems);
        // That no printer is known is a problem of the definition, and no obstacle here.
        Optional<Intake> intake =
                Intakes.of(workspace, problems).all().stream()
                        .filter(it -> it.definition().file().equals(file))
                        .findFirst();
        if (intake.isEmpty()) {
            throw new InvalidWorkspaceException(problems.all());
        }
        SeenFiles none = SeenFiles.load(root.resolve(".wattpeil").resolve("seen-files"), clock);
        Reach reach = new Reach(root, new Landing(root, intake.get().name()), none);
        return PrinterCount.of(intake.get(), reach).entrySet().stream()
                .filter(it -> !workspace.printers().contains(it.getKey()))
                .map(it -> new Seen(it.getKey(), it.getValue()))
                .sorted(Comparator.comparingLong(Seen::jobs).reversed())
                .toList();
    }

    private static void requireDefinition(Workspace workspace, String file, Problems problems) {
        Set<String> files =
                workspace.definitions().stream()
                        .filter(it -> it.dataset().equals(Datasets.PRINT_JOBS.name()))
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
                                ? ", expected one with the dataset print_jobs; there is none yet"
                                : Spelling.hint(file, files)));
    }
}
