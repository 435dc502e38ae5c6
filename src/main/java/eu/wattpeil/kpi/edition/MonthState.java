package eu.wattpeil.kpi.edition;

import eu.wattpeil.store.StoredFile;
import eu.wattpeil.workspace.Fingerprint;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of a month: what {@code current.json} says, with a fingerprint of itself.
 *
 * @param shown the edition that is shown; empty where none is yet
 * @param later what came after it and would change it too little for another one
 * @param materialised the fingerprint of the inputs of the month's materialised relations; empty
 *     without any
 * @param files those that editions wrote, by number; none of those from before checksums were noted
 * @param parts the files of the month's materialised relations; empty from before checksums were
 *     noted
 */
record MonthState(
        Optional<Edition> shown,
        Optional<LaterChange> later,
        Optional<String> materialised,
        SortedMap<Integer, List<StoredFile>> files,
        Optional<List<StoredFile>> parts) {

    /** Of a month of which nothing is known. */
    static final MonthState UNKNOWN =
            new MonthState(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Collections.emptySortedMap(),
                    Optional.empty());

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EDITION = "edition";
    private static final String FINGERPRINT = "fingerprint";
    private static final String CONTENTS = "contents";
    private static final String LATER = "later";
    private static final String MATERIALISED = "materialised";
    private static final String FILES = "files";
    private static final String PARTS = "parts";
    private static final String CHECK = "check";

    MonthState {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        parts = parts.map(List::copyOf);
    }

    /** Of a month of which it is only known which edition is shown. */
    static MonthState showing(Edition edition) {
        return UNKNOWN.shows(edition, Optional.empty());
    }

    /** What a text says of a month; empty where it is damaged. */
    static Optional<MonthState> parse(YearMonth month, String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode fields && isSound(fields)
                    ? Optional.of(read(month, fields))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** States from before there were checks have none. */
    private static boolean isSound(ObjectNode fields) {
        return !fields.has(CHECK)
                || fields.path(CHECK).asString("").equals(check(fields.deepCopy()));
    }

    private static String check(ObjectNode fields) {
        fields.remove(CHECK);
        return Fingerprint.of(JSON.writeValueAsString(fields));
    }

    private static MonthState read(YearMonth month, ObjectNode fields) {
        SortedMap<Integer, List<StoredFile>> files = new TreeMap<>();
        fields.path(FILES)
                .properties()
                .forEach(it -> files.put(Integer.valueOf(it.getKey()), stored(it.getValue())));
        return new MonthState(
                fields.optional(EDITION)
                        .map(
                                number ->
                                        new Edition(
                                                month,
                                                number.asInt(),
                                                fields.path(FINGERPRINT).asString(""),
                                                fields.path(CONTENTS).asString(""))),
                fields.optional(LATER).map(LaterChange::of),
                fields.optional(MATERIALISED).map(it -> it.asString("")),
                files,
                fields.optional(PARTS).map(MonthState::stored));
    }

    private static List<StoredFile> stored(JsonNode lines) {
        return StoredFile.parse(lines.asString(""));
    }

    /** What {@link #parse} reads. */
    String text() {
        ObjectNode fields = JSON.createObjectNode();
        files.forEach(
                (number, written) ->
                        fields.withObjectProperty(FILES)
                                .put(Integer.toString(number), StoredFile.text(written)));
        parts.ifPresent(it -> fields.put(PARTS, StoredFile.text(it)));
        shown.ifPresent(
                it ->
                        fields.put(EDITION, it.number())
                                .put(FINGERPRINT, it.fingerprint())
                                .put(CONTENTS, it.contents()));
        later.ifPresent(it -> fields.set(LATER, it.json()));
        materialised.ifPresent(it -> fields.put(MATERIALISED, it));
        fields.put(CHECK, check(fields));
        return JSON.writeValueAsString(fields) + "\n";
    }

    /** The same where an edition is shown, which was computed from the materialised relations. */
    MonthState shows(Edition edition, Optional<LaterChange> change) {
        return new MonthState(
                Optional.of(edition), change, Optional.of(edition.fingerprint()), files, parts);
    }

    /** The same where the materialised relations are in place, from inputs of a fingerprint. */
    MonthState hasMaterialised(String fingerprint, List<StoredFile> inPlace) {
        return new MonthState(shown, later, Optional.of(fingerprint), files, Optional.of(inPlace));
    }

    /** The same where an edition has written files, which is not shown before it is said. */
    MonthState wrote(int number, List<StoredFile> written) {
        SortedMap<Integer, List<StoredFile>> all = new TreeMap<>(files);
        all.put(number, written);
        return new MonthState(shown, later, materialised, all, parts);
    }
}
