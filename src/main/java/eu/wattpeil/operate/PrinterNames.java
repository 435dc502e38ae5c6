package eu.wattpeil.operate;

import eu.wattpeil.collect.PrinterCount;
import eu.wattpeil.store.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

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
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException where the definition cannot be read
     *     with; that no printer is known is no obstacle
     * @throws UnknownNameException where there is no such definition of print jobs
     */
    public static List<Seen> unknown(Path root, String file, Clock clock) throws IOException {
        DefinitionFiles files = DefinitionFiles.of(root, file, Datasets.PRINT_JOBS, clock);
        return PrinterCount.of(files.intake(), files.reach()).entrySet().stream()
                .filter(it -> !files.workspace().printerIds().contains(it.getKey()))
                .map(it -> new Seen(it.getKey(), it.getValue()))
                .sorted(Comparator.comparingLong(Seen::jobs).reversed())
                .toList();
    }
}
