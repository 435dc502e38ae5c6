package eu.wattpeil.serve;

import eu.wattpeil.workspace.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Notices that somebody changed the files of a workspace, by their sizes and times of change. */
public final class WorkspaceWatch {

    private static final List<String> FOLDERS = List.of("config", "jobs");

    private final Path root;
    private String known = "";

    public WorkspaceWatch(Path root) {
        this.root = root;
    }

    /** Fingerprint of the files as they were when it was asked last, wherever they are. */
    String known() {
        return known;
    }

    /** Whether a file changed, came or went since this was asked last. */
    public boolean isChanged() throws IOException {
        List<String> stamps = new ArrayList<>();
        for (String folder : FOLDERS) {
            if (Files.isDirectory(root.resolve(folder))) {
                try (Stream<Path> files =
                        Files.find(root.resolve(folder), 20, (path, it) -> it.isRegularFile())) {
                    for (Path file : files.sorted().toList()) {
                        stamps.add(root.relativize(file) + " " + stamp(file));
                    }
                }
            }
        }
        String now = Fingerprint.of(stamps);
        boolean isChanged = !now.equals(known);
        known = now;
        return isChanged;
    }

    private static String stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.size() + " " + attributes.lastModifiedTime();
    }
}
