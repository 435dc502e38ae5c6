package eu.wattpeil.collect.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rows before a table, where a name has its value beside it or below it.
 *
 * @param rows in order
 */
record Preamble(List<List<String>> rows) {

    /** The values of a name, those beside it before those below it; empty for none. */
    List<String> of(Pattern name) {
        List<String> beside = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            List<String> row = rows.get(at);
            for (int i = 0; i < row.size(); i++) {
                if (Words.has(row.get(i), name)) {
                    field(at, i + 1).ifPresent(beside::add);
                    field(at + 1, i).ifPresent(below::add);
                }
            }
        }
        beside.addAll(below);
        return beside;
    }

    /**
     * The header text of a column, with what stands beside it in an earlier row: in exports of
     * trends the name of the point.
     */
    String labelled(String name) {
        String plain = Words.plain(name);
        for (int at = 0; at < rows.size() && !plain.isEmpty(); at++) {
            for (int i = 0; i < rows.get(at).size(); i++) {
                Optional<String> label = field(at, i + 1);
                if (label.isPresent() && Words.plain(rows.get(at).get(i)).equals(plain)) {
                    return label.get() + " " + name;
                }
            }
        }
        return name;
    }

    private Optional<String> field(int row, int at) {
        boolean isThere = row < rows.size() && at < rows.get(row).size();
        return isThere
                ? Optional.of(rows.get(row).get(at)).filter(it -> !it.isEmpty())
                : Optional.empty();
    }
}
