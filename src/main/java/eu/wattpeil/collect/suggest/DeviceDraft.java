package eu.wattpeil.collect.suggest;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes a table for an inventory of devices. Users are not looked at. */
final class DeviceDraft {

    static final String DATASET = "devices";

    private static final int MOST_CODES = 60;

    /** In the column of numbers of devices, what adds the others up. */
    private static final Pattern TOTAL = Pattern.compile("(?i)(totaal|total|gesamt|summe)\\b.*");

    private final TableDraft table;
    private final Draft draft;

    private DeviceDraft(TableDraft table) {
        this.table = table;
        draft = table.draft();
    }

    /**
     * The definition; empty where the table does not look like an inventory.
     *
     * @param documentName of the file, which may tell the day
     * @param changedOn day of the file, where nothing else tells one
     */
    static Optional<Draft> of(Seen seen, String documentName, LocalDate changedOn) {
        TableDraft table = new TableDraft(seen, DATASET);
        return isInventory(table)
                ? Optional.of(new DeviceDraft(table).draft(documentName, changedOn))
                : Optional.empty();
    }

    private static boolean isInventory(TableDraft table) {
        return Stream.of(Heading.SERIAL, Heading.MANUFACTURER, Heading.MODEL, Heading.ASSET)
                        .filter(heading -> table.called(heading).isPresent())
                        .count()
                >= 2;
    }

    /** Whether a table is of computers, but tells too little of them to be an inventory. */
    static boolean isOfComputersOnly(Seen seen) {
        TableDraft table = new TableDraft(seen, DATASET);
        return seen.grid().hasHeader()
                && table.called(Heading.OPERATING_SYSTEM).isPresent()
                && !isInventory(table);
    }

    private Draft draft(String documentName, LocalDate changedOn) {
        id();
        coded(Heading.CATEGORY);
        table.text(Heading.MANUFACTURER);
        table.text(Heading.MODEL, Heading.MODEL_ELSE);
        serial();
        coded(Heading.STATUS);
        table.date(Heading.PURCHASED_ON);
        table.date(Heading.FIRST_USED_ON);
        table.date(Heading.SUPPORT_UNTIL);
        table.date(Heading.DISPOSED_ON);
        coded(Heading.CONDITION);
        table.number(Heading.PRICE_EUR);
        table.text(Heading.SUPPLIER);
        table.number(Heading.QUANTITY);
        table.number(Heading.DECLARED_KWH_PER_YEAR);
        place(Heading.ROOM_ID);
        place(Heading.SITE_ID);
        place(Heading.DEPARTMENT_ID);
        if (!draft.has("category")) {
            draft.doubt(
                    "category: no column tells it; devices without one are counted, but have no"
                            + " energy");
        }
        SnapshotDay.put(draft, documentName, changedOn);
        return draft;
    }

    private void passOverTotals(Column id) {
        if (id.filled().stream().anyMatch(value -> TOTAL.matcher(value).matches())) {
            draft.option("not", Map.of(id.reference(), Map.of("matches", TOTAL.pattern())));
            draft.note("not", "rows that add the others up are no devices");
        }
    }

    private void id() {
        Optional<Column> id = table.called(Heading.DEVICE_ID);
        if (id.isEmpty()) {
            id = table.called(Heading.SERIAL, Heading.NAME);
            id.ifPresent(
                    column ->
                            draft.doubt(
                                    "device_id: taken from "
                                            + Draft.text(column.reference())
                                            + ", for there is no inventory number; a name or a serial number stays the same as long as the device does"));
        }
        if (id.isEmpty()) {
            id =
                    table.left().stream()
                            .filter(column -> column.counts().size() == column.values().size())
                            .findFirst();
        }
        id.ifPresent(
                column -> {
                    draft.column("device_id", column.reference());
                    passOverTotals(column);
                    if (!table.is(column, Heading.SERIAL)) {
                        table.take(column);
                    }
                    long rows = column.filled().size();
                    if (column.counts().size() < rows) {
                        draft.doubt(
                                "device_id: "
                                        + (rows - column.counts().size())
                                        + " rows have one that stood there before");
                    }
                });
    }

    private void serial() {
        table.called(Heading.SERIAL)
                .ifPresent(
                        column -> {
                            table.take(column);
                            Map<String, Object> section = new LinkedHashMap<>();
                            section.put("column", column.reference());
                            section.put("present", true);
                            draft.column("has_serial", section);
                        });
    }

    /** A column of few texts, each with the code that it means. */
    private void coded(Heading heading) {
        String name = heading.key();
        Vocabulary vocabulary = table.vocabulary();
        Optional<Column> found =
                Stream.concat(
                                table.allCalled(heading).stream(),
                                heading == Heading.CATEGORY ? describing() : Stream.empty())
                        .filter(
                                column ->
                                        column.counts().keySet().stream()
                                                .anyMatch(
                                                        text ->
                                                                !vocabulary
                                                                        .code(name, text)
                                                                        .isEmpty()))
                        .findFirst();
        if (found.isEmpty()) {
            table.called(heading)
                    .ifPresent(
                            column ->
                                    draft.doubt(
                                            name
                                                    + ": no text of "
                                                    + Draft.text(column.reference())
                                                    + " is known: it is left out"));
            return;
        }
        Map<String, Integer> counts = found.get().counts();
        if (counts.isEmpty() || counts.size() > MOST_CODES) {
            return;
        }
        if (table.is(found.get(), heading)) {
            table.take(found.get());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        int unknown = 0;
        for (String text : counts.keySet()) {
            String code =
                    heading == Heading.CATEGORY
                            ? vocabulary.code(name, text)
                            : vocabulary.codeNotDenied(name, text);
            values.put(text, code);
            unknown += code.isEmpty() ? 1 : 0;
        }
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("column", found.get().reference());
        section.put("values", values);
        draft.column(name, section);
        if (unknown > 0) {
            draft.doubt(
                    name
                            + ": "
                            + unknown
                            + " of "
                            + counts.size()
                            + " texts are left empty, which reads them as unknown; their rows count "
                            + values.entrySet().stream()
                                    .filter(entry -> entry.getValue().equals(""))
                                    .mapToInt(entry -> counts.getOrDefault(entry.getKey(), 0))
                                    .sum());
        }
    }

    /** Columns of descriptions, of which each text tells a category. */
    private Stream<Column> describing() {
        return table.allCalled(Heading.MODEL_ELSE).stream()
                .filter(column -> column.counts().size() <= MOST_CODES)
                .filter(
                        column ->
                                column.counts().keySet().stream()
                                        .noneMatch(
                                                text ->
                                                        table.vocabulary()
                                                                .code("category", text)
                                                                .isEmpty()));
    }

    private void place(Heading heading) {
        String name = heading.key();
        table.called(heading)
                .ifPresent(
                        column -> {
                            table.take(column);
                            draft.column(name, column.reference());
                            draft.note(
                                    name,
                                    "as written; values: {…} translates to the ids of config/");
                        });
    }
}
