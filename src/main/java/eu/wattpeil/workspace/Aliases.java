package eu.wattpeil.workspace;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What a YAML file becomes when every {@code *name} is read as what it stands for. A few lines of
 * names within names stand for more than anyone can read, a name within itself for no end of it.
 */
final class Aliases {

    private static final long MOST_VALUES = 100_000;

    private final Map<Node, Long> sizes = new IdentityHashMap<>();
    private Optional<Fault> found = Optional.empty();

    private Aliases() {}

    /** What is wrong, and where. */
    record Fault(int line, String message) {}

    /** Whatever makes the node endless, or too much to read. */
    static Optional<Fault> fault(Node root) {
        Aliases aliases = new Aliases();
        aliases.size(root);
        return aliases.found;
    }

    /** How many values a node stands for, itself included. */
    private long size(Node node) {
        Long known = sizes.get(node);
        if (known != null) {
            if (known == 0) {
                note(node, "this contains itself, expected values that end");
            }
            return known;
        }
        sizes.put(node, 0L);
        long size = 1;
        for (Node child : children(node)) {
            size = Math.min(size + size(child), MOST_VALUES + 1);
        }
        if (size > MOST_VALUES) {
            note(node, "this stands for more than " + MOST_VALUES + " values, expected fewer");
        }
        sizes.put(node, size);
        return size;
    }

    private void note(Node node, String message) {
        if (found.isEmpty()) {
            found = Optional.of(new Fault(Section.lineOf(node), message));
        }
    }

    private static List<Node> children(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()))
                    .toList();
        }
        return List.of();
    }
}
