package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads {@code config/sheet-lines.csv}, {@code config/recognised-measures.csv} and {@code
 * config/sheets.yaml}.
 */
final class SheetFiles {

    static final String LINES = "config/sheet-lines.csv";
    static final String MEASURES = "config/recognised-measures.csv";
    static final String SETTINGS = "config/sheets.yaml";

    /** The sheet whose lines are the measures that an organisation can speak of. */
    private static final String MEASURE_SHEET = "recognised_measures";

    private static final List<String> LANGUAGES = List.of("en", "nl", "fr");
    private static final Columns LINE_COLUMNS =
            new Columns(
                    List.of(
                            "sheet",
                            "code",
                            "position",
                            "title_en",
                            "title_nl",
                            "title_fr",
                            "valid_from",
                            "source",
                            "grade"),
                    List.of("unit", "kind", "value", "valid_to"));
    private static final Columns MEASURE_COLUMNS =
            new Columns(
                    List.of("room_id", "measure", "valid_from"),
                    List.of("applies", "taken", "valid_to", "document", "documented_on"));
    private static final ValueType<String> GRADE = ValueType.oneOf(Set.of("A", "B", "C", "P"));
    private static final ValueType<Boolean> YES_NO =
            new ValueType<>(
                    ValueType.oneOf(Set.of("yes", "no")).hint(),
                    text ->
                            ValueType.oneOf(Set.of("yes", "no"))
                                    .reader()
                                    .apply(text)
                                    .equals("yes"));
    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");
    private static final ValueType<String> KVK_NUMBER =
            ValueType.of("the eight digits of the trade register", SheetFiles::kvkNumber);

    private final WorkspaceFiles files;
    private final Problems problems;

    SheetFiles(WorkspaceFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /**
     * What the three files say.
     *
     * @param meterIds that {@code config/meters.csv} names
     * @param roomIds that it or {@code config/rooms.csv} names
     */
    SheetRecords records(Set<String> meterIds, Set<String> roomIds) {
        List<SheetLine> lines = lines();
        Set<String> codes =
                lines.stream()
                        .filter(it -> it.sheetId().equals(MEASURE_SHEET))
                        .map(SheetLine::code)
                        .collect(Collectors.toSet());
        List<RecordedMeasure> measures = measures(roomIds, codes);
        Section settings =
                files.find(SETTINGS)
                        .flatMap(file -> YamlFile.read(file, problems))
                        .orElseGet(() -> Section.empty(SETTINGS, problems));
        Section openData =
                settings.optionalSection("open-data")
                        .orElseGet(() -> Section.empty(SETTINGS, problems));
        Optional<String> kvkNumber = settings.optional("kvk-number", KVK_NUMBER);
        Set<String> keptBack = meters(openData, "keep-back", meterIds);
        Set<String> published = meters(openData, "publish", meterIds);
        for (String meterId : published) {
            if (keptBack.contains(meterId)) {
                openData.problem(
                        "publish",
                        "publish has \"" + meterId + "\", expected no meter of keep-back");
            }
        }
        List.of(settings, openData).forEach(Section::rejectUnknownKeys);
        return new SheetRecords(lines, measures, kvkNumber, keptBack, published);
    }

    private static String kvkNumber(String text) {
        if (!EIGHT_DIGITS.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Set<String> meters(Section section, String key, Set<String> meterIds) {
        ValueType<String> known =
                ValueType.reference(meterIds, "a meter_id of " + MeterFiles.METERS);
        Set<String> meters = new LinkedHashSet<>();
        for (String text : section.texts(key)) {
            try {
                meters.add(known.reader().apply(text));
            } catch (IllegalArgumentException unknown) {
                section.problem(key, key + " has \"" + text + "\"" + known.hint().apply(text));
            }
        }
        return meters;
    }

    private CsvTable table(String path, Columns columns) {
        return files.find(path)
                .map(file -> CsvTable.read(file, columns, problems))
                .orElseGet(CsvTable::empty);
    }

    private List<SheetLine> lines() {
        List<Validity.Row<SheetLine>> lines = new ArrayList<>();
        for (CsvRow row : table(LINES, LINE_COLUMNS).rows()) {
            line(row)
                    .ifPresent(
                            it ->
                                    lines.add(
                                            new Validity.Row<>(
                                                    row, it, it.validFrom(), it.validTo())));
        }
        Validity.rejectOverlaps(
                lines, it -> "line \"" + it.code() + "\" of sheet \"" + it.sheetId() + "\"");
        return lines.stream().map(Validity.Row::value).toList();
    }

    private static Optional<SheetLine> line(CsvRow row) {
        Optional<String> sheetId = row.required("sheet", ValueType.ID);
        String code = row.text("code");
        Optional<Integer> position = row.required("position", ValueType.wholeFrom(1));
        Map<Locale, String> title = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            title.put(Locale.forLanguageTag(language), row.text("title_" + language));
        }
        Optional<LocalDate> validFrom = row.required("valid_from", ValueType.DAY);
        Optional<LocalDate> validTo = row.optional("valid_to", ValueType.DAY);
        String source = row.text("source");
        Optional<String> grade = row.required("grade", GRADE);
        return row.make(
                () ->
                        new SheetLine(
                                sheetId.orElseThrow(),
                                code,
                                position.orElseThrow(),
                                row.raw("unit"),
                                row.raw("kind"),
                                row.raw("value"),
                                title,
                                validFrom.orElseThrow(),
                                validTo,
                                source,
                                grade.orElseThrow()));
    }

    private List<RecordedMeasure> measures(Set<String> roomIds, Set<String> codes) {
        ValueType<String> knownRoom =
                ValueType.reference(
                        roomIds, "a room_id of " + MeterFiles.METERS + " or " + RoomFiles.ROOMS);
        ValueType<String> knownMeasure =
                ValueType.reference(codes, "a code of " + MEASURE_SHEET + " in " + LINES);
        List<Validity.Row<RecordedMeasure>> measures = new ArrayList<>();
        for (CsvRow row : table(MEASURES, MEASURE_COLUMNS).rows()) {
            measure(row, knownRoom, knownMeasure)
                    .ifPresent(
                            it ->
                                    measures.add(
                                            new Validity.Row<>(
                                                    row, it, it.validFrom(), it.validTo())));
        }
        Validity.rejectOverlaps(
                measures, it -> "measure \"" + it.measure() + "\" of room \"" + it.roomId() + "\"");
        return measures.stream().map(Validity.Row::value).toList();
    }

    private static Optional<RecordedMeasure> measure(
            CsvRow row, ValueType<String> knownRoom, ValueType<String> knownMeasure) {
        Optional<String> roomId = row.required("room_id", knownRoom);
        Optional<String> measure = row.required("measure", knownMeasure);
        Optional<Boolean> applies = row.optional("applies", YES_NO);
        Optional<Boolean> isTaken = row.optional("taken", YES_NO);
        Optional<LocalDate> validFrom = row.required("valid_from", ValueType.DAY);
        Optional<LocalDate> validTo = row.optional("valid_to", ValueType.DAY);
        Optional<LocalDate> documentedOn = row.optional("documented_on", ValueType.DAY);
        return row.make(
                () ->
                        new RecordedMeasure(
                                roomId.orElseThrow(),
                                measure.orElseThrow(),
                                applies,
                                isTaken,
                                validFrom.orElseThrow(),
                                validTo,
                                row.raw("document"),
                                documentedOn));
    }
}
