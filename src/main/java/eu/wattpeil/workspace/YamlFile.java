package eu.wattpeil.workspace;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML file with the line of every key. */
final class YamlFile {

    private YamlFile() {}

    /** The mapping in the file; empty, with a problem, where it cannot be read as one. */
    static Section read(Path root, Path file, Problems problems) {
        String name = root.relativize(file).toString().replace('\\', '/');
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(20);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Node node = new Yaml(options).compose(reader);
            if (node == null) {
                problems.add(name, 0, "the file is empty, expected keys with values");
                return Section.empty(name, problems);
            }
            return new Section(name, node, problems);
        } catch (MarkedYAMLException notYaml) {
            int line = notYaml.getProblemMark() == null ? 0 : notYaml.getProblemMark().getLine() + 1;
            problems.add(name, line, "this is not YAML: " + notYaml.getProblem());
            return Section.empty(name, problems);
        } catch (java.nio.charset.CharacterCodingException notUtf8) {
            problems.add(name, 0, "the file is not UTF-8, expected UTF-8 text");
            return Section.empty(name, problems);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
