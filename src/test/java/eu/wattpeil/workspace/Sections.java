package eu.wattpeil.workspace;

import java.nio.file.Path;

/** Sections of files in tests, as definitions give them to formats. */
public final class Sections {

    private Sections() {}

    /** The mapping in a YAML file; problems are named by the path below the root. */
    public static Section read(Path root, Path file, Problems problems) {
        return YamlFile.read(root, file, problems);
    }
}
