package eu.wattpeil.workspace;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;

/** Sections of files in tests, as definitions give them to formats. */
public final class Sections {

    private Sections() {}

    /** The mapping in a YAML file; problems are named by the path below the root. */
    public static Section read(Path root, Path file, Problems problems) {
        String place = root.relativize(file).toString().replace('\\', '/');
        WorkspaceFile definition = new WorkspaceFile(place, place, new FileSystemResource(file));
        return YamlFile.read(definition, problems).orElseGet(() -> Section.empty(place, problems));
    }

    /** The options of a definition over those of its preset. */
    public static Section over(Section own, Optional<Section> preset) {
        return preset.map(own::over).orElse(own);
    }
}
