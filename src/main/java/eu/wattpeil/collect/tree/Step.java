package eu.wattpeil.collect.tree;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step from a node to one below it.
 *
 * @param name of the node, or its number; null for any node that is no attribute
 * @param index its number; -1 where the name is none
 * @param attributes that the node has, with their texts
 */
record Step(@Nullable String name, int index, Map<String, String> attributes) {

    static final Step ANY = new Step(null, -1, Map.of());

    static Step named(String name) {
        return named(name, Map.of());
    }

    static Step named(String name, Map<String, String> attributes) {
        int index = name.matches("0|[1-9]\\d{0,8}") ? Integer.parseInt(name) : -1;
        return new Step(name, index, attributes);
    }

    /** Whether it leads to the node that was just opened. */
    boolean leadsTo(Nodes nodes) {
        if (name == null ? nodes.isAttribute() : !isNameOf(nodes)) {
            return false;
        }
        return attributes.isEmpty() || hasAttributes(nodes);
    }

    /** Whether it leads to one node at most, where no two have the same name. */
    boolean isUnique() {
        return name != null;
    }

    private boolean isNameOf(Nodes nodes) {
        int number = nodes.index();
        return number >= 0 ? number == index : nodes.name().equals(name);
    }

    private boolean hasAttributes(Nodes nodes) {
        return attributes.entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(nodes.attribute(wanted.getKey())));
    }
}
