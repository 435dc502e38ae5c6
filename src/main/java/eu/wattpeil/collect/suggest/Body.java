package eu.wattpeil.collect.suggest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The rows of a text that are alike: in columns of numbers and times they have numbers and times.
 *
 * @param typed the places of such columns
 */
record Body(List<List<String>> rows, List<Integer> typed) {

    private static final int MOST_BEFORE = 50;
    private static final double MOST = 0.8;
    private static final double OFTEN = 0.3;

    /** The rows of a text, with what they have in common. */
    static Body of(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<Integer> typed =
                IntStream.range(0, width).filter(at -> isTyped(rows, at)).boxed().toList();
        return new Body(rows, typed);
    }

    private static boolean isTyped(List<List<String>> rows, int at) {
        List<String> filled =
                rows.stream()
                        .filter(row -> row.size() > at && !row.get(at).isEmpty())
                        .map(row -> row.get(at))
                        .toList();
        long data = filled.stream().filter(Grid::isData).count();
        return filled.size() >= OFTEN * rows.size() && data >= MOST * filled.size();
    }

    /**
     * Which row names the columns: of those before the first one that is alike, the last one that
     * names each of them; -1 where the very first row is alike, empty where nothing tells.
     */
    Optional<Integer> header() {
        OptionalInt first =
                IntStream.range(0, Math.min(rows.size(), MOST_BEFORE))
                        .filter(this::isAlike)
                        .filter(at -> at + 1 == rows.size() || isAlike(at + 1))
                        .findFirst();
        if (typed.size() < 2 || first.isEmpty()) {
            return Optional.empty();
        }
        if (first.getAsInt() == 0) {
            return Optional.of(-1);
        }
        return IntStream.iterate(first.getAsInt() - 1, at -> at >= 0, at -> at - 1)
                .filter(this::namesEach)
                .boxed()
                .findFirst();
    }

    /** Whether a row has what columns of numbers and times have, in half of them at least. */
    private boolean isAlike(int at) {
        List<String> row = rows.get(at);
        List<String> filled =
                typed.stream()
                        .map(column -> column < row.size() ? row.get(column) : "")
                        .filter(field -> !field.isEmpty())
                        .toList();
        return filled.size() * 2 >= typed.size() && filled.stream().allMatch(Grid::isData);
    }

    /** Whether the columns of numbers and times all have a name there, each its own. */
    private boolean namesEach(int at) {
        List<String> row = rows.get(at);
        List<String> names =
                typed.stream().map(column -> column < row.size() ? row.get(column) : "").toList();
        return Grid.isHeader(row)
                && names.stream().noneMatch(it -> it.isEmpty() || Grid.isData(it))
                && new HashSet<>(names).size() == names.size();
    }
}
