package eu.wattpeil.kpi.explain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.edition.Computation;
import eu.wattpeil.kpi.edition.Verdicts;
import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.GoalResult;
import eu.wattpeil.kpi.engine.MeasureResult;
import eu.wattpeil.kpi.engine.ReadDays;
import eu.wattpeil.kpi.engine.ReadValue;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.DocumentWriter;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.PartWriter;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.Text;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A workspace with the catalogue that comes with Wattpeil, over a store with some rows of every
 * dataset: meters of known loads, and for all else whatever its columns allow.
 */
final class MadeUpOrganisation {

    /** Rows of each document but those of meters. */
    static final int ROWS = 30;

    static final YearMonth MONTH = YearMonth.of(2026, 9);
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    /** Fewer people than may be shown. */
    static final String SMALL = "archive";

    /** What each of its six print jobs has; these and their sums stand nowhere else. */
    static final long SMALL_IMPRESSIONS = 10_007;

    static final long SMALL_SHEETS = 7_013;
    static final long SMALL_JOBS = 6;

    private static final List<String> DEPARTMENTS =
            List.of("works", "care", "library", "finance", SMALL);
    private static final List<String> CATEGORIES = List.of("laptop", "monitor", "server");
    private static final List<String> INDICATORS =
            List.of(
                    "sustainable_delivery_share",
                    "awareness_reached_people",
                    "digital_first_aid_trained");

    private final Path root;
    private final Setup setup;
    private final Store store;
    private final Random random = new Random(20260901);
    private long batch;

    MadeUpOrganisation(Path root) throws IOException {
        this.root = root;
        write(
                "config/wattpeil.yaml",
                "organisation: {name: Waterdam, zone: Europe/Brussels, languages: [en]}\nstore: store\n"
                        + "reports: reports\nfactors: {repair_hold: repair_hold_30_days}\n");
        write(
                "config/meters.csv",
                """
                meter_id,meter_key,room_id,site_id,role,multiplier,register_max,max_power_w,valid_from,valid_to
                grid,GRID,town-hall-sr,town-hall,room_total,1,,20000,2026-01-01,
                ups,UPS,town-hall-sr,town-hall,it,1,,20000,2026-01-01,
                cooling,COOL,town-hall-sr,town-hall,cooling,1,,20000,2026-01-01,
                annex,ANNEX,annex-sr,annex,room_total,1,,20000,2026-01-01,
                """);
        write(
                "config/events.csv",
                "event_id,kind,meter_id,happened_at,end_register,start_register\n");
        write(
                "config/goals.yaml",
                "goals:\n" + goal("town-hall", "town-hall-sr") + goal("annex", "annex-sr"));
        write(
                "config/measures.yaml",
                """
                measures:
                  - id: cold-aisle
                    title: {en: Cold aisle}
                    kpi: dc_energy_total
                    scope: room:town-hall-sr
                    from: 2026-09-01
                    experiment: true
                    lever: technique
                  - id: print-less
                    title: {en: Print less}
                    kpi: impressions
                    from: 2026-09-01
                    experiment: true
                    lever: behaviour
                """);
        StringBuilder departments = new StringBuilder("department_id,name,site_id\n");
        StringBuilder headcount = new StringBuilder("month,department_id,fte,people\n");
        for (String department : DEPARTMENTS) {
            departments.append(department).append(',').append(department).append(",town-hall\n");
            for (YearMonth month : List.of(MONTH.minusMonths(1), MONTH)) {
                int people = department.equals(SMALL) ? 3 : 20;
                headcount.append("%s,%s,%d,%d\n".formatted(month, department, people, people));
            }
        }
        for (String table : List.of("ups", "rooms", "energy-contracts", "refills", "prices")) {
            write("config/" + table + ".csv", header(table));
        }
        write("config/indicators.yaml", Files.readString(Path.of("config", "indicators.yaml")));
        write("config/departments.csv", departments.toString());
        write("config/headcount.csv", headcount.toString());
        setup = Setup.load(root);
        store = Store.open(setup.workspace().settings().store());
        readings("GRID", 4000);
        readings("UPS", 2500);
        readings("COOL", 700);
        readings("ANNEX", 900);
        for (Dataset dataset : Datasets.collected()) {
            if (dataset != Datasets.METER_READINGS) {
                for (YearMonth month : List.of(MONTH.minusMonths(1), MONTH)) {
                    rows(dataset, dataset.name() + "-" + month, month);
                }
            }
        }
    }

    private MadeUpOrganisation(Path root, Setup setup, Store store) {
        this.root = root;
        this.setup = setup;
        this.store = store;
    }

    /**
     * The same store, seen with another model.
     *
     * @param other folder of the workspace that has it
     * @param file that comes with Wattpeil
     */
    MadeUpOrganisation with(Path other, String file, UnaryOperator<String> change)
            throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("config"))) {
            for (Path config : files.toList()) {
                write(
                        other,
                        "config/" + config.getFileName(),
                        Files.readString(config)
                                .replace("store: store", "store: " + root.resolve("store")));
            }
        }
        String before = Files.readString(Path.of(file));
        String after = change.apply(before);
        assertThat(after).as("what is changed in " + file).isNotEqualTo(before);
        write(other, file, after);
        return new MadeUpOrganisation(other, Setup.load(other), store);
    }

    Setup setup() {
        return setup;
    }

    Store store() {
        return store;
    }

    Computation computation() {
        return Computation.open(setup.workspace(), setup.catalogue(), store, "1", new Judged());
    }

    Explainer explainer() {
        return Explainer.of(setup.workspace(), setup.catalogue(), store, "1", new Judged());
    }

    /** A table without rows. */
    private static String header(String table) throws IOException {
        return Files.readAllLines(Path.of("config", table + ".csv")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .findFirst()
                        .orElseThrow()
                + "\n";
    }

    private static String goal(String id, String room) {
        return """
                  - id: %s
                    title: {en: Less energy}
                    practice: server-room-monitoring
                    kpi: dc_energy_total
                    scope: room:%s
                    baseline: {month: 2026-08}
                    target: {change: -25%%}
                    by: 2027-12
                    owner: Head of ICT
                """
                .formatted(id, room);
    }

    /** The room that uses less than a megawatt-hour in a month is on course. */
    private final class Judged implements Verdicts {

        private static final double ENOUGH = 1000;

        @Override
        public List<String> of(YearMonth month, List<KpiValue> values) {
            return List.of();
        }

        @Override
        public Results results(YearMonth month, List<KpiValue> values, List<DailyValue> days) {
            return new Results(
                    setup.workspace().goals().stream().map(goal -> judged(goal, values)).toList(),
                    setup.workspace().measures().stream()
                            .filter(it -> YearMonth.from(it.startedOn()).equals(month))
                            .map(it -> told(it, days))
                            .toList(),
                    List.of());
        }

        /** What its days of the month come to on average, as if they had been 0 before. */
        private MeasureResult told(Measure measure, List<DailyValue> days) {
            SortedMap<LocalDate, Double> own = new TreeMap<>();
            days.stream()
                    .filter(it -> it.kpiId().equals(measure.kpiId()))
                    .filter(it -> it.scope().equals(measure.scope()))
                    .filter(it -> YearMonth.from(it.day()).equals(MONTH))
                    .forEach(it -> own.put(it.day(), it.value()));
            double mean = own.values().stream().mapToDouble(it -> it).average().orElseThrow();
            return new MeasureResult(
                    measure,
                    MeasureResult.Verdict.EFFECT,
                    Optional.of(new MeasureResult.Effect(mean, 1, mean, mean)),
                    Optional.of(MONTH.atEndOfMonth()),
                    List.of(
                            new ReadDays(
                                    ReadDays.Side.AFTER, measure.kpiId(), measure.scope(), own)));
        }

        private GoalResult judged(Goal goal, List<KpiValue> values) {
            Optional<Double> value =
                    values.stream()
                            .filter(it -> it.kpiId().equals(goal.kpiId()))
                            .filter(it -> it.period() == Period.MONTH)
                            .filter(it -> it.scope().equals(goal.scope()))
                            .flatMap(it -> it.value().stream())
                            .findFirst();
            ReadValue read = new ReadValue(goal.kpiId(), goal.scope(), Period.MONTH, MONTH);
            String verdict =
                    value.map(it -> it < ENOUGH ? "on_course" : "off_course").orElse("unknown");
            return new GoalResult(
                    goal,
                    verdict,
                    "lower",
                    value,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(read));
        }
    }

    private void write(String file, String text) throws IOException {
        write(root, file, text);
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** A document of hourly intervals from the last days of August to the first of October. */
    void readings(String meterKey, long wattHours) {
        readings(meterKey, meterKey + "-2026", 30 * 24 + 96, wattHours);
    }

    void readings(String meterKey, String name, int hours, long wattHours) {
        Dataset table = Datasets.METER_READINGS;
        Instant first = MONTH.atDay(1).minusDays(2).atStartOfDay(ZONE).toInstant();
        String id = id(name);
        RowBlock rows = new RowBlock(table, hours + 1);
        for (int hour = 0; hour < hours; hour++) {
            Instant start = first.plus(hour, ChronoUnit.HOURS);
            text(rows, "meter_key", meterKey);
            text(rows, "quantity", "electricity");
            text(rows, "kind", "interval");
            rows.set(table.index("started_at"), micros(start));
            rows.set(table.index("measured_at"), micros(start.plus(1, ChronoUnit.HOURS)));
            rows.set(table.index("value"), wattHours * 1000);
            close(rows, id, hour + 2L);
        }
        commit(rows, id, name);
    }

    private void rows(Dataset table, String name, YearMonth month) {
        String id = id(name);
        RowBlock rows = new RowBlock(table, ROWS + 1);
        for (int row = 0; row < ROWS; row++) {
            for (Column column : table.columns()) {
                boolean isOfDocument =
                        column.name().equals("document_id") || column.name().equals("line");
                boolean isOfWhole =
                        table.name().equals("indicators") && column.name().startsWith("scope_");
                if (!isOfDocument && !isOfWhole) {
                    fill(rows, column, month, row);
                }
            }
            close(rows, id, row + 1L);
        }
        commit(rows, id, name);
    }

    private void fill(RowBlock rows, Column column, YearMonth month, int row) {
        int index = rows.dataset().index(column.name());
        LocalDate day = month.atDay(1 + 9 * random.nextInt(3));
        switch (column.type()) {
            case TEXT -> rows.set(index, Text.of(word(column, row)));
            case INTEGER -> rows.set(index, number(rows.dataset(), column, row));
            case DECIMAL -> rows.set(index, 1000L * (1 + random.nextInt(40)));
            case FINE_DECIMAL -> rows.set(index, 1_000_000L * (1 + random.nextInt(40)));
            case DOUBLE -> rows.setDouble(index, random.nextDouble());
            case BOOLEAN -> rows.set(index, random.nextInt(2));
            case DATE ->
                    rows.set(
                            index,
                            column.name().equals("observed_on")
                                    ? month.atEndOfMonth().toEpochDay()
                                    : day.toEpochDay());
            case TIMESTAMP ->
                    rows.set(
                            index,
                            micros(
                                    month.atDay(1 + row % month.lengthOfMonth())
                                            .atTime(9, 0, row % 60)
                                            .atZone(ZONE)
                                            .toInstant()));
        }
    }

    private long number(Dataset table, Column column, int row) {
        boolean isOfSmall =
                table == Datasets.PRINT_JOBS
                        && DEPARTMENTS.get(row % DEPARTMENTS.size()).equals(SMALL);
        if (isOfSmall && column.name().equals("impressions")) {
            return SMALL_IMPRESSIONS;
        }
        if (isOfSmall && column.name().equals("sheets")) {
            return SMALL_SHEETS;
        }
        return 1 + random.nextInt(40);
    }

    private String word(Column column, int row) {
        if (!column.codes().isEmpty()) {
            List<String> codes = column.codes();
            return column.name().equals("status")
                    ? "in_use"
                    : codes.get(random.nextInt(codes.size()));
        }
        return switch (column.name()) {
            case "department_id" -> DEPARTMENTS.get(row % DEPARTMENTS.size());
            case Scope.CATEGORY_KIND -> CATEGORIES.get(row % CATEGORIES.size());
            case "paper" -> "A4";
            case "indicator_id" -> INDICATORS.get(row % INDICATORS.size());
            case "room_id" -> "annex-sr";
            case "unit" -> row % INDICATORS.size() == 0 ? "%" : "people";
            case "printer_id", "server_id" -> column.name() + (row % 3);
            default -> column.name() + "-" + row;
        };
    }

    private void commit(RowBlock rows, String id, String name) {
        try (DocumentWriter document = store.document(id, rows.dataset(), ZONE)) {
            PartWriter part = document.part(0);
            part.write(rows);
            part.finish();
            document.commit(
                    new LedgerRow(
                            id,
                            ++batch,
                            rows.dataset().name(),
                            "reading",
                            rows.dataset().name(),
                            "inbox/" + name + ".csv",
                            Fingerprint.of(name),
                            100,
                            rows.rows(),
                            0));
        }
    }

    private static String id(String name) {
        return Fingerprint.of(name).substring(0, LedgerRow.CONTENT_DIGITS);
    }

    private static void close(RowBlock rows, String documentId, long line) {
        text(rows, "document_id", documentId);
        rows.set(rows.dataset().index("line"), line);
        rows.closeRow();
    }

    private static void text(RowBlock rows, String column, String value) {
        rows.set(rows.dataset().index(column), Text.of(value));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
