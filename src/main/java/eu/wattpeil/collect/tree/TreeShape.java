package eu.wattpeil.collect.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is taken from a tree.
 *
 * @param rows the ways to rows, each with the same columns
 * @param labels of the columns that are given
 * @param others for each of these the columns, after all others, that stand in for it in their
 *     order
 * @param missing texts that stand for no value where another place may have one
 * @param failures the columns after these, and the texts that say that a document failed
 * @param failureKind the column after these, with what failed; -1 for none
 * @param isNestedMissing whether a column that holds nodes is one that holds nothing
 * @param reading from a text as it is in the document to what it says
 */
record TreeShape(
        List<RowPath> rows,
        List<String> labels,
        List<List<Integer>> others,
        Set<String> missing,
        List<Failure> failures,
        int failureKind,
        boolean isNestedMissing,
        UnaryOperator<String> reading) {

    /**
     * What says that a document failed.
     *
     * @param place as the definition names it
     */
    record Failure(int column, String place, List<String> texts) {}

    int width() {
        return labels.size();
    }

    String label(int column) {
        return labels.get(column);
    }

    /** The same for one way, along which nothing fails. */
    TreeShape of(RowPath path) {
        return new TreeShape(
                List.of(path), labels, others, missing, List.of(), -1, isNestedMissing, reading);
    }

    /** How many places have a column. */
    int captures() {
        return rows.stream()
                .flatMap(path -> path.levels().stream().flatMap(List::stream))
                .mapToInt(capture -> capture.column() + 1)
                .max()
                .orElse(0);
    }

    /** Whether a place has a value, so that no other place stands in for it. */
    boolean hasValue(Place place) {
        return switch (place.state()) {
            case ABSENT, NESTED -> false;
            case SEVERAL, TOO_LONG -> true;
            case READ -> {
                byte[] text = place.text();
                yield text.length > 0
                        && (missing.isEmpty()
                                || !missing.contains(new String(text, StandardCharsets.UTF_8)));
            }
        };
    }

    /** Why the root that a track is in, or has just left, failed; empty where it did not. */
    Optional<TreeRows.Broken> failure(Track track) {
        for (Failure failure : failures) {
            String found = text(track, failure.column());
            if (failure.texts().contains(found)) {
                String expected =
                        "an answer whose "
                                + failure.place()
                                + " is not \""
                                + String.join("\", \"", failure.texts())
                                + '"';
                return Optional.of(
                        new TreeRows.Broken(TreeRows.What.FAILURE, expected, kind(track, found)));
            }
        }
        return Optional.empty();
    }

    /** A code of a few letters; a sentence may tell what is private. */
    private String kind(Track track, String found) {
        String kind = failureKind < 0 ? "" : text(track, failureKind);
        return kind.matches("[\\w.:-]{1,60}") ? found + " of kind " + kind : found;
    }

    private static String text(Track track, int column) {
        return Arrays.stream(track.levels()[0].places())
                .filter(place -> place.capture().column() == column)
                .map(place -> new String(place.text(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
