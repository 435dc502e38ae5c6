package eu.wattpeil.workspace;

import eu.wattpeil.workspace.Tags.Dimension;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the tags of a goal or a measure. */
final class TagKeys {

    private static final String DIMENSIONS = "ppp";
    private static final ValueType<String> LEVER =
            ValueType.oneOf(Set.of("technique", "organisation", "behaviour"));
    private static final ValueType<String> ACTOR =
            ValueType.oneOf(Set.of("employee", "employer", "supplier"));
    private static final ValueType<String> RUNG =
            ValueType.oneOf(
                    IntStream.rangeClosed(0, 9)
                            .mapToObj(rung -> "R" + rung)
                            .collect(Collectors.toSet()));
    private static final Set<String> DIMENSION_WORDS =
            Arrays.stream(Dimension.values()).map(TagKeys::word).collect(Collectors.toSet());

    private TagKeys() {}

    /** Those of an entry that may leave any of them out. */
    static Tags read(Section entry) {
        return read(entry, entry.optional("lever", LEVER));
    }

    /** Those of an entry that has to say its lever. */
    static Tags readWithLever(Section entry) {
        return read(entry, entry.required("lever", LEVER));
    }

    private static Tags read(Section entry, Optional<String> lever) {
        Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
        for (String word : entry.texts(DIMENSIONS)) {
            if (DIMENSION_WORDS.contains(word)) {
                dimensions.add(Dimension.valueOf(word.toUpperCase(Locale.ROOT)));
            } else {
                entry.problem(
                        DIMENSIONS,
                        DIMENSIONS
                                + " has \""
                                + word
                                + "\""
                                + Spelling.hint(word, DIMENSION_WORDS));
            }
        }
        return new Tags(
                lever, entry.optional("actor", ACTOR), entry.optional("rung", RUNG), dimensions);
    }

    private static String word(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }
}
