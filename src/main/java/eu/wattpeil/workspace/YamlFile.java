package eu.wattpeil.workspace;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads a YAML file with the line of every key. */
final class YamlFile {

    /** How files are named that a definition or a report can name. */
    static final String NAME = "[a-z0-9][a-z0-9_-]*";

    private YamlFile() {}

    /** The YAML files that stand directly in the folder; a problem for those that do not. */
    static List<WorkspaceFile> directlyIn(
            String folder, List<WorkspaceFile> found, Problems problems) {
        List<WorkspaceFile> yaml = new ArrayList<>();
        for (WorkspaceFile file : found) {
            if (file.path().matches(folder + "/[^/]+\\.yaml")) {
                if (file.name().matches(NAME)) {
                    yaml.add(file);
                } else {
                    problems.add(
                            file.place(),
                            0,
                            "the file's name is \""
                                    + file.name()
                                    + "\", expected lower-case letters, digits, - and _");
                }
            } else if (file.path().matches(".*\\.ya?ml")) {
                problems.add(
                        file.place(),
                        0,
                        "the file would not be read, expected " + folder + "/NAME.yaml");
            }
        }
        return yaml;
    }

    /** The mapping in the file; empty, with a problem, where it cannot be read as one. */
    static Optional<Section> read(WorkspaceFile file, Problems problems) {
        return file.text(problems).flatMap(text -> read(file.place(), text, problems));
    }

    static Optional<Section> read(String place, String text, Problems problems) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node != null) {
                Optional<Aliases.Fault> fault = Aliases.fault(node);
                fault.ifPresent(it -> problems.add(place, it.line(), it.message()));
                return fault.isPresent()
                        ? Optional.empty()
                        : Optional.of(new Section(place, node, problems));
            }
            problems.add(place, 1, "the file is empty, expected keys with values");
        } catch (MarkedYAMLException notYaml) {
            int line =
                    notYaml.getProblemMark() == null ? 1 : notYaml.getProblemMark().getLine() + 1;
            problems.add(place, line, "this is not YAML: " + notYaml.getProblem());
        } catch (ReaderException notYaml) {
            long line =
                    text.codePoints().limit(notYaml.getPosition()).filter(c -> c == '\n').count();
            problems.add(
                    place,
                    Math.toIntExact(line) + 1,
                    "this is not YAML: it has a control character");
        } catch (YAMLException notYaml) {
            // Only the first line: the rest may quote the file.
            String reason =
                    String.valueOf(notYaml.getMessage()).lines().findFirst().orElse("unreadable");
            problems.add(place, 1, "this is not YAML: " + reason);
        }
        return Optional.empty();
    }

    /** A mapping with some of its keys only, and without remarks. */
    static String withKeys(String text, Set<String> keys) {
        MappingNode node =
                (MappingNode) new Yaml(new LoaderOptions()).compose(new StringReader(text));
        node.setValue(
                node.getValue().stream()
                        .filter(
                                it ->
                                        it.getKeyNode() instanceof ScalarNode key
                                                && keys.contains(key.getValue()))
                        .toList());
        StringWriter kept = new StringWriter();
        new Yaml().serialize(node, kept);
        return kept.toString();
    }
}
