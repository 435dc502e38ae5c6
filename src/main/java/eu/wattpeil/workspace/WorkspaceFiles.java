package eu.wattpeil.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * The files of a workspace together with those that come with Wattpeil: a file in the workspace
 * replaces the packaged one of the same path, an extra one is added.
 */
public final class WorkspaceFiles {

    private static final String PACKAGED_FOLDER = "packaged";
    private static final String PACKAGED = PACKAGED_FOLDER + "/";

    private final Path root;
    private final SortedMap<String, Resource> packaged;

    /** What comes with the program, looked for once. */
    private static final class OfProgram {

        static final SortedMap<String, Resource> FILES =
                PackagedFiles.under(PACKAGED_FOLDER, WorkspaceFiles.class.getClassLoader());
    }

    /** The files below a workspace's folder. */
    public WorkspaceFiles(Path root) {
        this(root, OfProgram.FILES);
    }

    /** Those that come with Wattpeil alone. */
    public static WorkspaceFiles packaged() {
        return new WorkspaceFiles(Path.of(PACKAGED, "nothing"));
    }

    /** Those below a folder alone: nothing that comes with Wattpeil is added. */
    public static WorkspaceFiles withoutPackaged(Path root) {
        return new WorkspaceFiles(root, Collections.emptySortedMap());
    }

    /** With the class path on which the packaged files are. */
    WorkspaceFiles(Path root, ClassLoader loader) {
        this(root, PackagedFiles.under(PACKAGED_FOLDER, loader));
    }

    private WorkspaceFiles(Path root, SortedMap<String, Resource> packaged) {
        this.root = root.toAbsolutePath().normalize();
        this.packaged = packaged;
    }

    /**
     * The file of a path such as {@code jobs/reports/templates/monthly.html}; empty where neither
     * the workspace nor Wattpeil has it.
     */
    public Optional<WorkspaceFile> find(String path) {
        Path own = root.resolve(path).normalize();
        if (!own.startsWith(root)) {
            throw new IllegalArgumentException("Cannot read file outside the workspace: " + path);
        }
        if (Files.isRegularFile(own)) {
            return Optional.of(own(own));
        }
        return Optional.ofNullable(packaged.get(path)).map(it -> packaged(path, it));
    }

    /** Whether a place in a message is of a file that comes with Wattpeil. */
    static boolean isPackaged(String place) {
        return place.startsWith(PACKAGED);
    }

    /** The folder of the workspace, absolute. */
    Path root() {
        return root;
    }

    /** The files that come with Wattpeil below a folder, by path. */
    List<WorkspaceFile> packagedUnder(String folder) {
        // The character after a slash ends what begins with one.
        return packaged.subMap(folder + "/", folder + "0").entrySet().stream()
                .map(it -> packaged(it.getKey(), it.getValue()))
                .toList();
    }

    /**
     * What the YAML files directly in a folder such as {@code jobs/snmp} say, by the names of the
     * files without ending; what cannot be read is noted.
     */
    public Map<String, Section> sections(String folder, Problems problems) {
        Map<String, Section> sections = new TreeMap<>();
        for (WorkspaceFile file : under(folder)) {
            if (file.path().matches(folder + "/[a-z0-9][a-z0-9_-]*\\.yaml")) {
                YamlFile.read(file, problems)
                        .ifPresent(section -> sections.put(file.name(), section));
            } else if (file.path().matches(".*\\.ya?ml")) {
                problems.add(
                        file.place(),
                        0,
                        "the file would not be read, expected "
                                + folder
                                + "/NAME.yaml with lower-case letters, digits, - and _ in NAME");
            }
        }
        return sections;
    }

    /** All files below a folder such as {@code jobs/models}, by path. */
    List<WorkspaceFile> under(String folder) {
        Map<String, WorkspaceFile> files = new TreeMap<>();
        packagedUnder(folder).forEach(file -> files.put(file.path(), file));
        ownUnder(folder).forEach(file -> files.put(file.path(), file));
        return List.copyOf(files.values());
    }

    /** The workspace's own files below a folder, by path; what starts with a dot is not read. */
    List<WorkspaceFile> ownUnder(String folder) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(start, FileVisitOption.FOLLOW_LINKS)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(this::own)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot list folder: " + start, unreadable);
        }
    }

    /** Whether the workspace has files of its own below a folder. */
    public boolean hasOwn(String folder) {
        return !ownUnder(folder).isEmpty();
    }

    private WorkspaceFile own(Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        return new WorkspaceFile(path, path, new FileSystemResource(file));
    }

    private static WorkspaceFile packaged(String path, Resource resource) {
        return new WorkspaceFile(path, PACKAGED + path, resource);
    }
}
