package eu.wattpeil.collect.tree;

import java.util.List;

/**
 * Where the text of a column is, seen from a row.
 *
 * @param up how many nodes above the row the way starts; {@link #ROOT} where it starts at the root
 * @param down the way from there
 */
record ColumnPath(int up, List<Step> down, Special special) {

    static final int ROOT = -1;

    /** What of a node is meant. */
    enum Special {
        /** Its text. */
        NONE,
        /** Its name. */
        KEY,
        /** Which one it is of its parent's, from 0. */
        INDEX
    }

    /** A path as it is written; an {@link IllegalArgumentException} where it is none. */
    static ColumnPath of(String text, Notation notation) {
        if (text.startsWith("/")) {
            return new ColumnPath(ROOT, notation.steps(text), Special.NONE);
        }
        List<String> parts = Notation.split(text);
        int up = 0;
        while (up < parts.size() && parts.get(up).equals("..")) {
            up++;
        }
        List<String> rest = parts.subList(up, parts.size());
        if (rest.isEmpty() || rest.equals(List.of("."))) {
            return new ColumnPath(up, List.of(), Special.NONE);
        }
        Special special = notation.special(rest.get(rest.size() - 1));
        List<String> steps = special == Special.NONE ? rest : rest.subList(0, rest.size() - 1);
        return new ColumnPath(up, steps.stream().map(notation::step).toList(), special);
    }
}
