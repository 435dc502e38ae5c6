package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.ConfigRelations;
import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.DocumentWriter;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.PartWriter;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.Text;
import eu.wattpeil.workspace.Baseline;
import eu.wattpeil.workspace.CsvDialect;
import eu.wattpeil.workspace.Deliveries;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.DeviceProfile;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Headcount;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Meter;
import eu.wattpeil.workspace.MeterEvent;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.OwnLook;
import eu.wattpeil.workspace.Permissions;
import eu.wattpeil.workspace.PlausibleTimes;
import eu.wattpeil.workspace.Procurement;
import eu.wattpeil.workspace.ProductRecords;
import eu.wattpeil.workspace.RoomRecords;
import eu.wattpeil.workspace.Schedule;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.SheetRecords;
import eu.wattpeil.workspace.Supplies;
import eu.wattpeil.workspace.UsedFiles;
import eu.wattpeil.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A workspace without files, over a store with real ones. */
public final class TestWorkspace {

    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final Catalogue CATALOGUE = Models.catalogue(Models.all());

    private final Store store;
    private List<ModelFile> models = Models.all();
    private Catalogue catalogue = CATALOGUE;
    private final List<Meter> meters = new ArrayList<>();
    private final List<MeterEvent> events = new ArrayList<>();
    private final List<Department> departments = new ArrayList<>();
    private final List<DeviceProfile> profiles = new ArrayList<>();
    private final List<Factor> factors = new ArrayList<>();
    private List<Headcount> headcounts = List.of();
    private List<Goal> goals = List.of();
    private List<Measure> measures = List.of();
    private List<Baseline> baselines = List.of();
    private String version = "1";
    private Verdicts verdicts = Verdicts.NONE;
    private long batch;
    private Optional<String> name = Optional.empty();

    public TestWorkspace(Path folder) {
        store = Store.open(folder);
    }

    public static Settings settings() {
        return settings(Map.of("grid_electricity", "grid"));
    }

    /** The same with other factors, by purpose. */
    public static Settings settings(Map<String, String> factorSeries) {
        return new Settings(
                "Waterdam",
                ZONE,
                List.of(Locale.ENGLISH),
                Path.of("store"),
                Path.of("reports"),
                10,
                0.95,
                Duration.ofMinutes(15),
                Duration.ofDays(1),
                Optional.empty(),
                Duration.ofDays(62),
                PlausibleTimes.DEFAULT,
                factorSeries,
                Optional.empty(),
                0.001,
                Optional.empty(),
                Permissions.DEFAULT,
                Optional.empty(),
                CsvDialect.DEFAULT,
                OwnLook.DEFAULT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    public Store store() {
        return store;
    }

    public TestWorkspace models(List<ModelFile> files) {
        models = files;
        catalogue = Models.catalogue(files);
        return this;
    }

    public TestWorkspace headcounts(List<Headcount> rows) {
        headcounts = rows;
        return this;
    }

    TestWorkspace measures(List<Measure> rows) {
        measures = rows;
        return this;
    }

    TestWorkspace baselines(List<Baseline> rows) {
        baselines = rows;
        return this;
    }

    TestWorkspace goals(List<Goal> rows) {
        goals = rows;
        return this;
    }

    void add(Meter row) {
        meters.add(row);
    }

    void add(MeterEvent row) {
        events.add(row);
    }

    void add(Department row) {
        departments.add(row);
    }

    void add(Headcount row) {
        headcounts = Stream.concat(headcounts.stream(), Stream.of(row)).toList();
    }

    void add(DeviceProfile row) {
        profiles.add(row);
    }

    void add(Factor row) {
        factors.add(row);
    }

    TestWorkspace version(String text) {
        version = text;
        return this;
    }

    TestWorkspace verdicts(Verdicts of) {
        verdicts = of;
        return this;
    }

    public Workspace workspace() {
        return new Workspace(
                store.root(),
                settings(),
                meters,
                events,
                departments,
                headcounts,
                profiles,
                factors,
                Supplies.NONE,
                List.of(),
                List.of(),
                Procurement.NONE,
                List.of(),
                RoomRecords.NONE,
                ProductRecords.NONE,
                List.of(),
                SheetRecords.NONE,
                goals,
                measures,
                baselines,
                List.of(),
                List.of(),
                new Schedule("0 0 6 * * *", ZoneOffset.UTC),
                List.of(),
                Deliveries.NONE,
                List.of(),
                models);
    }

    /** What a month is computed from, without any document. */
    Inputs inputs() {
        return new Inputs(
                workspace(),
                catalogue,
                ConfigRelations.of(workspace()),
                List.of(),
                version,
                Optional.empty(),
                Optional.empty());
    }

    public Computation computation() {
        return Computation.open(workspace(), catalogue, store, version, verdicts);
    }

    /** The values that are shown, of all months. */
    List<KpiValue> shown() {
        return shown(new Editions(store));
    }

    static List<KpiValue> shown(Editions editions) {
        return editions.values(editions.current());
    }

    Computation computation(Engine engine) {
        return Computation.open(
                engine, workspace(), catalogue, store, version, verdicts, UsedFiles.NONE);
    }

    /** The documents that come from now on have that name. */
    TestWorkspace named(String path) {
        name = Optional.of(path);
        return this;
    }

    /** A document of hourly intervals of one room, each of the given energy. */
    public void readings(
            String documentId, String room, String firstStart, int hours, long wattHours) {
        readings(documentId, documentId, room, firstStart, hours, wattHours);
    }

    /** The same with bytes that another document may have had. */
    public void readings(
            String documentId,
            String bytes,
            String room,
            String firstStart,
            int hours,
            long wattHours) {
        Instant start = Instant.parse(firstStart);
        List<Instant> starts =
                IntStream.range(0, hours)
                        .mapToObj(hour -> start.plus(hour, ChronoUnit.HOURS))
                        .toList();
        write(
                Datasets.METER_READINGS,
                documentId,
                bytes,
                rows(documentId, room, starts, wattHours),
                hours);
    }

    /** A document of some hours of one room, each of one Wh. */
    public void readings(String documentId, String room, List<Instant> starts) {
        write(
                Datasets.METER_READINGS,
                documentId,
                documentId,
                rows(documentId, room, starts, 1),
                starts.size());
    }

    private static RowBlock rows(
            String documentId, String room, List<Instant> starts, long wattHours) {
        RowBlock rows = new RowBlock(Datasets.METER_READINGS, starts.size() + 1);
        for (int i = 0; i < starts.size(); i++) {
            text(rows, "meter_key", room);
            text(rows, "quantity", "electricity");
            text(rows, "kind", "interval");
            text(rows, "document_id", documentId);
            number(rows, "started_at", micros(starts.get(i)));
            number(rows, "measured_at", micros(starts.get(i).plus(1, ChronoUnit.HOURS)));
            number(rows, "value", wattHours * 1000);
            number(rows, "line", i + 2L);
            rows.closeRow();
        }
        return rows;
    }

    /** A document of one print job of a department. */
    public void printJob(String department, String printedAt, long sheets) {
        Dataset table = Datasets.PRINT_JOBS;
        RowBlock row = new RowBlock(table, 2);
        row.set(table.index("printed_at"), micros(Instant.parse(printedAt)));
        row.set(table.index("printer_id"), Text.of("printer"));
        row.set(table.index("job_id"), 1);
        row.set(table.index("department_id"), Text.of(department));
        row.set(table.index("impressions"), sheets);
        row.set(table.index("sheets"), sheets);
        row.set(table.index("document_id"), Text.of(department));
        row.set(table.index("line"), 1);
        row.closeRow();
        write(table, department, department, row, 1);
    }

    /** A document without a usable row and one reject. */
    public void reject(String documentId, String reason) {
        RowBlock rejects = new RowBlock(Datasets.REJECTS, 2);
        rejects.set(Datasets.REJECTS.index("reason"), Text.of(reason));
        rejects.set(Datasets.REJECTS.index("expected"), Text.of("a number"));
        rejects.set(Datasets.REJECTS.index("found"), Text.of("n/a"));
        rejects.set(Datasets.REJECTS.index("document_id"), Text.of(documentId));
        rejects.set(Datasets.REJECTS.index("line"), 7);
        rejects.closeRow();
        try (DocumentWriter document = store.document(documentId, Datasets.METER_READINGS, ZONE)) {
            document.reject(rejects);
            document.commit(row(Datasets.METER_READINGS, documentId, documentId, 0, 1));
        }
    }

    private void write(Dataset table, String documentId, String bytes, RowBlock rows, int count) {
        try (DocumentWriter document = store.document(documentId, table, ZONE)) {
            PartWriter part = document.part(0);
            part.write(rows);
            part.finish();
            document.commit(row(table, documentId, bytes, count, 0));
        }
    }

    private LedgerRow row(
            Dataset table, String documentId, String bytes, long records, long rejects) {
        batch++;
        return new LedgerRow(
                documentId,
                batch,
                "grid",
                "reading",
                table.name(),
                name.orElse("inbox/" + documentId + ".csv"),
                bytes,
                100,
                records,
                rejects);
    }

    private static void text(RowBlock rows, String column, String value) {
        rows.set(Datasets.METER_READINGS.index(column), Text.of(value));
    }

    private static void number(RowBlock rows, String column, long value) {
        rows.set(Datasets.METER_READINGS.index(column), value);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
