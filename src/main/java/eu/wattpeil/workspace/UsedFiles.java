package eu.wattpeil.workspace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that figures and reports are made from. Where documents come from, who gets mail, and
 * where secrets and folders of this machine are is not in them.
 *
 * @param own those of the workspace
 * @param packaged those that come with Wattpeil, but for the ones that an own file takes the place
 *     of
 */
public record UsedFiles(FileBundle own, FileBundle packaged) {

    private static final Set<String> OF_READERS = Set.of(DeliveryFile.DELIVERIES, PagesFile.PAGES);

    /** Where there are none. */
    public static final UsedFiles NONE =
            new UsedFiles(new FileBundle(Map.of()), new FileBundle(Map.of()));

    /** The folders and files below {@code jobs} that figures, texts and reports are made from. */
    private static final List<String> JOBS =
            List.of(
                    "jobs/models/",
                    "jobs/texts/",
                    "jobs/reports/",
                    "jobs/goals/",
                    "jobs/frames.csv");

    /** Reads the files as they are now. */
    public static UsedFiles of(WorkspaceFiles files) {
        Map<String, byte[]> own = new TreeMap<>();
        Map<String, byte[]> packaged = new TreeMap<>();
        Stream.of("config", "jobs")
                .flatMap(folder -> files.under(folder).stream())
                .filter(file -> isUsed(file.path()))
                .forEach(
                        file -> {
                            boolean isPackaged = WorkspaceFiles.isPackaged(file.place());
                            (isPackaged ? packaged : own).put(file.path(), content(file));
                        });
        return new UsedFiles(new FileBundle(own), new FileBundle(packaged));
    }

    /** No figure depends on who gets or sees the report, and there are addresses of people. */
    private static boolean isUsed(String path) {
        return (Workspace.CONFIGURATION.contains(path) && !OF_READERS.contains(path))
                || Workspace.isTable(path)
                || JOBS.stream().anyMatch(path::startsWith);
    }

    private static byte[] content(WorkspaceFile file) {
        return file.path().equals(SettingsFile.PATH)
                ? SettingsFile.ofFigures(file.text()).getBytes(StandardCharsets.UTF_8)
                : file.bytes();
    }
}
