package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Reject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the columns of an export are, by their names. The names differ between languages, between
 * years and between electricity and gas; their order is not relied on.
 *
 * @param names the header as it stands, for messages
 * @param places the place of each column; -1 for a column that is not there
 */
record FluviusHeader(List<String> names, Map<Column, Integer> places) {

    private static final int ABSENT = -1;

    /** A column of an export and its names, in lower case and without brackets. */
    enum Column {
        FROM_DATE("van datum", "from date"),
        FROM_TIME("van tijdstip", "from time"),
        UNTIL_DATE("tot datum", "until date"),
        UNTIL_TIME("tot tijdstip", "until time"),
        EAN("ean", "ean-code", "ean code"),
        REGISTER("register"),
        VOLUME("volume"),
        UNIT("eenheid", "unit"),
        STATUS("validatiestatus", "validation status"),
        DESCRIPTION("omschrijving", "description"),
        /** Gas only. */
        CALORIC_VALUE("calorische bovenwaarde", "caloric upper value");

        private final List<String> words;

        Column(String... words) {
            this.words = List.of(words);
        }

        private boolean isRequired() {
            return this != DESCRIPTION && this != CALORIC_VALUE;
        }
    }

    FluviusHeader {
        names = List.copyOf(names);
        places = Map.copyOf(places);
    }

    /** The header of a row of names. */
    static FluviusHeader of(List<String> names) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = names.size() - 1; i >= 0; i--) {
            found.put(simple(names.get(i)), i);
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            int place =
                    column.words.stream()
                            .mapToInt(w -> found.getOrDefault(w, ABSENT))
                            .max()
                            .orElse(ABSENT);
            places.put(column, place);
        }
        return new FluviusHeader(names, places);
    }

    /** What is wrong with it, unless all columns are there that must be. */
    Optional<Reject> flaw() {
        List<String> missing =
                Stream.of(Column.values())
                        .filter(column -> column.isRequired() && !has(column))
                        .map(column -> "\"" + column.words.get(0) + "\"")
                        .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Reject.document(
                        Reject.Reason.NOT_THIS_FORMAT,
                        "the header of a Fluvius export, in Dutch or English; columns not found: "
                                + String.join(", ", missing),
                        shown()));
    }

    /** What looks like a header may be a row, or a person's text, unless a column is known. */
    private String shown() {
        boolean isHeader = Stream.of(Column.values()).anyMatch(this::has);
        return isHeader
                ? String.join(";", names)
                : names.size() == 1 ? "1 column" : names.size() + " columns";
    }

    private static String simple(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[()]", "").replaceAll("\\s+", " ").strip();
    }

    boolean has(Column column) {
        return place(column) >= 0;
    }

    int place(Column column) {
        return places.getOrDefault(column, ABSENT);
    }

    /** The name of a column in this document. */
    String name(Column column) {
        return names.get(place(column));
    }

    /** How many fields a row must have so that none that is needed is missing. */
    int fieldsNeeded() {
        return Stream.of(Column.values())
                .filter(Column::isRequired)
                .mapToInt(column -> place(column) + 1)
                .max()
                .orElseThrow();
    }
}
