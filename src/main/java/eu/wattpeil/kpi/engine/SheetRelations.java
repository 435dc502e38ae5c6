package eu.wattpeil.kpi.engine;

import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Meter;
import eu.wattpeil.workspace.RecordedMeasure;
import eu.wattpeil.workspace.SheetLine;
import eu.wattpeil.workspace.SheetRecords;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The relations that sheets alone see. They change no month, so no month knows them. */
public final class SheetRelations {

    /** From when to when meters have readings. */
    public static final String READING_SPANS = "reading_spans";

    private static final String DEFINITIONS = "document_definitions";
    private static final String METERS = "every_meter";
    private static final String FRAMES = "kpi_frames";
    private static final String LINES = "sheet_lines";
    private static final String MEASURES = "recorded_measures";
    private static final String OTHER_MEASURES = "measures";
    private static final String OPEN_METERS = "open_data_meters";
    private static final String ORGANISATION = "organisation";

    /** Their names. */
    public static final Set<String> NAMES =
            Set.of(
                    FRAMES,
                    READING_SPANS,
                    DEFINITIONS,
                    METERS,
                    LINES,
                    MEASURES,
                    OTHER_MEASURES,
                    OPEN_METERS,
                    ORGANISATION);

    private static final List<String> LANGUAGES = List.of("en", "nl", "fr");

    private SheetRelations() {}

    /**
     * Those of the configuration and of the ledger.
     *
     * @param ledger the documents that are seen
     * @param lastDay of the computed month: what begins later is not known yet
     */
    public static List<GivenTable> of(
            Workspace workspace, List<LedgerRow> ledger, LocalDate lastDay) {
        SheetRecords sheets = workspace.sheets();
        return List.of(
                definitions(ledger),
                meters(workspace.meters()),
                lines(sheets.lines()),
                recordedMeasures(
                        sheets.measures().stream()
                                .filter(it -> !it.validFrom().isAfter(lastDay))
                                .toList()),
                measures(
                        workspace.measures().stream()
                                .filter(it -> !it.startedOn().isAfter(lastDay))
                                .toList()),
                openMeters(sheets),
                organisation(List.of(List.of(sheets.kvkNumber()))));
    }

    /** All of them without a row, to check models against. */
    public static List<GivenTable> empty() {
        return List.of(
                frames(),
                new GivenTable(
                        READING_SPANS,
                        List.of(
                                "meter_key varchar",
                                "quantity varchar",
                                "kind varchar",
                                "definition varchar",
                                "read_on date",
                                "first_at timestamptz",
                                "last_at timestamptz",
                                "reading_count bigint"),
                        List.of()),
                definitions(List.of()),
                meters(List.of()),
                lines(List.of()),
                recordedMeasures(List.of()),
                measures(List.of()),
                openMeters(SheetRecords.NONE),
                organisation(List.of()));
    }

    private static GivenTable frames() {
        return new GivenTable(
                FRAMES,
                Stream.of(
                                Stream.of("kpi_id varchar", "frame varchar", "reference varchar"),
                                titleColumns(),
                                Stream.of("grade varchar", "source varchar"))
                        .flatMap(it -> it)
                        .toList(),
                List.of());
    }

    private static GivenTable definitions(List<LedgerRow> ledger) {
        return new GivenTable(
                DEFINITIONS,
                List.of("document_id varchar", "definition varchar"),
                ledger.stream()
                        .map(it -> List.<Object>of(it.documentId(), it.definition()))
                        .toList());
    }

    /** All rows of the meters, also those of which no reading is visible to the month any more. */
    private static GivenTable meters(List<Meter> meters) {
        ConfigRelation relation = ConfigRelations.meters(meters);
        return new GivenTable(METERS, relation.columns(), relation.rows());
    }

    private static GivenTable lines(List<SheetLine> lines) {
        return new GivenTable(
                LINES,
                Stream.of(
                                Stream.of(
                                        "sheet_id varchar",
                                        "code varchar",
                                        "line bigint",
                                        "unit varchar",
                                        "kind varchar",
                                        "value varchar"),
                                titleColumns(),
                                Stream.of(
                                        "valid_from date",
                                        "valid_to date",
                                        "source varchar",
                                        "grade varchar"))
                        .flatMap(it -> it)
                        .toList(),
                lines.stream()
                        .map(
                                it -> {
                                    List<Object> row = new ArrayList<>();
                                    row.add(it.sheetId());
                                    row.add(it.code());
                                    row.add((long) it.position());
                                    row.add(ConfigRelations.present(it.unit()));
                                    row.add(ConfigRelations.present(it.kind()));
                                    row.add(ConfigRelations.present(it.value()));
                                    titles(it.title()).forEach(row::add);
                                    row.add(it.validFrom());
                                    row.add(it.validTo());
                                    row.add(it.source());
                                    row.add(it.grade());
                                    return row;
                                })
                        .toList());
    }

    private static GivenTable recordedMeasures(List<RecordedMeasure> measures) {
        return new GivenTable(
                MEASURES,
                List.of(
                        "room_id varchar",
                        "measure varchar",
                        "applies boolean",
                        "is_taken boolean",
                        "valid_from date",
                        "valid_to date",
                        "document varchar",
                        "documented_on date"),
                measures.stream()
                        .map(
                                it ->
                                        ConfigRelations.row(
                                                it.roomId(),
                                                it.measure(),
                                                it.applies(),
                                                it.isTaken(),
                                                it.validFrom(),
                                                it.validTo(),
                                                ConfigRelations.present(it.document()),
                                                it.documentedOn()))
                        .toList());
    }

    private static GivenTable measures(List<Measure> measures) {
        return new GivenTable(
                OTHER_MEASURES,
                Stream.of(
                                Stream.of("measure_id varchar"),
                                titleColumns(),
                                Stream.of(
                                        "scope_kind varchar",
                                        "scope_id varchar",
                                        "started_on date",
                                        "ended_on date"))
                        .flatMap(it -> it)
                        .toList(),
                measures.stream()
                        .map(
                                it -> {
                                    List<Object> row = new ArrayList<>();
                                    row.add(it.measureId());
                                    titles(it.title()).forEach(row::add);
                                    row.add(it.scope().kind());
                                    row.add(it.scope().id());
                                    row.add(it.startedOn());
                                    row.add(it.endedOn());
                                    return row;
                                })
                        .toList());
    }

    /** A row for each meter of which the organisation itself says whether it is published. */
    private static GivenTable openMeters(SheetRecords sheets) {
        return new GivenTable(
                OPEN_METERS,
                List.of("meter_id varchar", "is_published boolean"),
                Stream.concat(
                                sheets.keptBack().stream()
                                        .sorted()
                                        .map(it -> List.<Object>of(it, false)),
                                sheets.published().stream()
                                        .sorted()
                                        .map(it -> List.<Object>of(it, true)))
                        .toList());
    }

    private static GivenTable organisation(List<List<Object>> rows) {
        return new GivenTable(ORGANISATION, List.of("kvk_number varchar"), rows);
    }

    private static Stream<String> titleColumns() {
        return LANGUAGES.stream().map(it -> "title_" + it + " varchar");
    }

    private static Stream<Object> titles(Map<Locale, String> titles) {
        return LANGUAGES.stream()
                .map(it -> Texts.pick(titles, Locale.forLanguageTag(it)))
                .map(Optional::of);
    }
}
