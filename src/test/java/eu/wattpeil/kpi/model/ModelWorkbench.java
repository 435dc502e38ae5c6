package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.SheetRelations;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs single models of {@code jobs/models} in an in-memory DuckDB over relations that a test
 * gives. What a test does not give is an empty relation; models between what it gives and what it
 * asks for are run too.
 */
final class ModelWorkbench implements AutoCloseable {

    static final Path MODELS = Path.of("jobs", "models");

    private static final String TAGS =
            "lever varchar, actor varchar, rung varchar, is_people boolean, is_planet boolean,"
                    + " is_purpose boolean";

    /** The relations of the ledger and of the configuration, as models see them. */
    private static final Map<String, String> CONFIGURATION =
            Map.ofEntries(
                    Map.entry(
                            "documents",
                            "document_id varchar, batch bigint, definition varchar,"
                                    + " reading varchar, dataset varchar, name varchar,"
                                    + " sha256 varchar, bytes bigint, records bigint,"
                                    + " rejects bigint, first_at timestamptz,"
                                    + " last_at timestamptz"),
                    Map.entry(
                            "meters",
                            "meter_id varchar, meter_key varchar, room_id varchar,"
                                    + " site_id varchar, role varchar, multiplier decimal(18, 6),"
                                    + " register_max decimal(18, 3), max_power_w decimal(18, 3),"
                                    + " valid_from date, valid_to date, parent_meter_id varchar"),
                    Map.entry(
                            "meter_events",
                            "event_id varchar, kind varchar, meter_id varchar,"
                                    + " happened_at timestamptz, end_register decimal(18, 3),"
                                    + " start_register decimal(18, 3), note varchar"),
                    Map.entry(
                            "departments", "department_id varchar, name varchar, site_id varchar"),
                    Map.entry(
                            "headcount",
                            "month varchar, department_id varchar, fte decimal(18, 3),"
                                    + " people bigint"),
                    Map.entry(
                            "device_profiles",
                            "category_id varchar, name varchar, energy_series varchar,"
                                    + " assumed_kwh_per_year decimal(18, 3), embodied_series varchar,"
                                    + " refurbishing_series varchar, mass_series varchar,"
                                    + " planned_life_months bigint, target_age_months bigint,"
                                    + " is_personal boolean"),
                    Map.entry(
                            "factors",
                            "factor_id varchar, series varchar, scope varchar, basis varchar,"
                                    + " region varchar, year bigint, vintage varchar,"
                                    + " valid_from date, valid_to date, value double,"
                                    + " unit varchar, source varchar, grade varchar,"
                                    + " licence varchar, gas varchar, gwp_set varchar,"
                                    + " published_on date, is_redistributable boolean"),
                    Map.entry(
                            "energy_contracts",
                            "contract_id varchar, site_id varchar, kind varchar,"
                                    + " share decimal(18, 6), kwh_per_year decimal(18, 6),"
                                    + " series varchar, is_proven boolean, valid_from date,"
                                    + " valid_to date"),
                    Map.entry(
                            "refills",
                            "happened_on date, site_id varchar, room_id varchar, kind varchar,"
                                    + " substance varchar, amount decimal(18, 6), unit varchar,"
                                    + " series varchar, is_first_fill boolean"),
                    Map.entry("paper_sizes", "name varchar, a4_equivalents decimal(18, 6)"),
                    Map.entry(
                            "labels",
                            "label_id varchar, known_as varchar, is_type1 boolean,"
                                    + " is_fair boolean, check_months bigint"),
                    Map.entry(
                            "printers",
                            "printer_id varchar, is_hub boolean, max_pages_per_hour bigint,"
                                    + " register_max bigint"),
                    Map.entry("label_goods", "label_id varchar, category varchar"),
                    Map.entry("circular_clauses", "clause varchar, minimum_years decimal(18, 3)"),
                    Map.entry(
                            "room_facts",
                            "room_id varchar, site_id varchar, fact varchar, value varchar,"
                                    + " number decimal(18, 6), unit varchar, valid_from date,"
                                    + " valid_to date, document varchar, documented_on date"),
                    Map.entry(
                            "ups_ratings",
                            "meter_id varchar, rated_kw decimal(18, 3), valid_from date,"
                                    + " valid_to date, source varchar"),
                    Map.entry(
                            "product_energy",
                            "manufacturer varchar, model varchar, kind varchar, form varchar,"
                                    + " programme varchar, off_w decimal(18, 3),"
                                    + " sleep_w decimal(18, 3), long_idle_w decimal(18, 3),"
                                    + " short_idle_w decimal(18, 3), on_w decimal(18, 3),"
                                    + " tec_kwh_per_week decimal(18, 3), valid_from date,"
                                    + " valid_to date, source varchar"),
                    Map.entry(
                            "tec_weights",
                            "kind varchar, form varchar, programme varchar,"
                                    + " off_share decimal(18, 6), sleep_share decimal(18, 6),"
                                    + " long_idle_share decimal(18, 6),"
                                    + " short_idle_share decimal(18, 6),"
                                    + " on_share decimal(18, 6), valid_from date, valid_to date,"
                                    + " source varchar, grade varchar"),
                    Map.entry(
                            "thresholds",
                            "threshold varchar, value decimal(18, 6), unit varchar,"
                                    + " valid_from date, valid_to date, source varchar,"
                                    + " grade varchar"),
                    Map.entry("factor_series", "purpose varchar, series varchar"),
                    Map.entry(
                            "settings",
                            "power_max_gap_s bigint, counter_max_gap_s bigint,"
                                    + " inventory_max_age_days bigint, minimum_coverage double,"
                                    + " minimum_group_size bigint,"
                                    + " gap_estimate_most_share double,"
                                    + " gap_estimate_least_weeks bigint"),
                    Map.entry(
                            "goal_results",
                            "goal_id varchar, kpi_id varchar, scope_kind varchar,"
                                    + " scope_id varchar, period varchar, practice varchar,"
                                    + " verdict varchar, better varchar, value decimal(18, 6),"
                                    + " path decimal(18, 6), baseline decimal(18, 6), "
                                    + TAGS),
                    Map.entry(
                            "measure_results",
                            "measure_id varchar, kpi_id varchar, scope_kind varchar,"
                                    + " scope_id varchar, is_experiment boolean, started_on date,"
                                    + " ended_on date, scaled_on date, verdict varchar,"
                                    + " effect decimal(18, 6), effect_low decimal(18, 6),"
                                    + " effect_high decimal(18, 6), mean_before decimal(18, 6),"
                                    + " first_result_on date, "
                                    + TAGS),
                    Map.entry(
                            "baseline_results",
                            "baseline_id varchar, scope_kind varchar, scope_id varchar,"
                                    + " day_share double, baseline_day_share double,"
                                    + " explained_share double, variation double,"
                                    + " energy_kwh decimal(18, 6), expected_kwh decimal(18, 6),"
                                    + " adjustment_kwh decimal(18, 6)"),
                    Map.entry("kpi_values", String.join(", ", KpiColumns.ofModels())),
                    Map.entry(
                            "period",
                            "month varchar, started_at timestamptz, ended_at timestamptz,"
                                    + " first_on date, last_on date,"
                                    + " known_until_at timestamptz"));

    /** These, the datasets, and what sheets alone see. */
    private static final Map<String, String> RELATIONS = relations();

    /** The columns of every model with their types, as DuckDB infers them from its SQL. */
    private static final Map<String, String> MODEL_COLUMNS = modelColumns();

    private final Connection connection;
    private final Map<String, String> models;
    private final Map<String, Path> given;
    private final Set<String> present = new LinkedHashSet<>(RELATIONS.keySet());

    private ModelWorkbench(Connection connection, Map<String, Path> given) {
        this.connection = connection;
        this.models = models();
        this.given = given;
    }

    /**
     * A database with the given relations.
     *
     * @param month the computed month, as {@code YYYY-MM}; of one that is not over, with the day on
     *     which it is computed, as {@code YYYY-MM until YYYY-MM-DD}
     * @param given CSV files with a header line, by the relation's name; an empty field is null, a
     *     column that is left out too. A file named like a model stands in for it
     */
    static ModelWorkbench open(String month, Map<String, Path> given) throws SQLException {
        ModelWorkbench workbench =
                new ModelWorkbench(DriverManager.getConnection("jdbc:duckdb:"), given);
        workbench.createRelations(month);
        return workbench;
    }

    /** A database with the relations of a case: its CSV files, but for what is expected. */
    static ModelWorkbench ofCase(Path folder) throws SQLException, IOException {
        Path month = folder.resolve("month.txt");
        return open(
                Files.exists(month) ? Files.readString(month).trim() : "2026-01",
                relations(folder));
    }

    private static Map<String, Path> relations(Path folder) throws IOException {
        Map<String, Path> relations = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(
                    file -> {
                        String name = file.getFileName().toString();
                        if (name.endsWith(".csv") && !name.equals("expected.csv")) {
                            relations.put(name.replace(".csv", ""), file);
                        }
                    });
        }
        return relations;
    }

    /** The text of every model, by name. */
    static Map<String, String> models() {
        try (Stream<Path> files = Files.walk(MODELS, 2)) {
            return files.filter(file -> file.getNameCount() == MODELS.getNameCount() + 2)
                    .filter(file -> file.toString().endsWith(".sql"))
                    .collect(
                            Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".sql", ""),
                                    ModelWorkbench::text,
                                    (one, other) -> one,
                                    TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes a model ready to be read, and those it needs. */
    void build(String model) throws SQLException {
        if (present.contains(model)) {
            return;
        }
        if (given.containsKey(model)) {
            execute("create table " + model + " (" + MODEL_COLUMNS.get(model) + ")");
            insert(model, given.get(model));
        } else {
            String sql = select(model);
            for (String name : models.keySet()) {
                if (!name.equals(model) && mentions(sql, name)) {
                    build(name);
                }
            }
            // As where a model has several readers: a view would be planned anew within each of
            // them.
            execute("create table " + model + " as " + sql);
        }
        present.add(model);
    }

    /** As the engine runs it: of a rule and of impacts, what becomes of their rows. */
    String select(String model) {
        String sql = models.get(model);
        Path rule = MODELS.resolve("finding").resolve(model + ".sql");
        if (Files.exists(rule)) {
            return RuleSelect.of(
                    ModelReader.rule(
                            new ModelFile("finding", model, sql, rule.toString()), new Problems()),
                    sql);
        }
        Path impact = MODELS.resolve("impact").resolve(model + ".sql");
        return Files.exists(impact)
                ? ImpactSelect.of(
                        ImpactHeader.of(new ModelFile("impact", model, sql, impact.toString())),
                        sql)
                : sql;
    }

    /** The rows of a query as texts; binary fractions are rounded to nine decimals. */
    List<String> rows(String query) throws SQLException {
        List<String> cells = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("describe " + query)) {
            while (columns.next()) {
                String column = "\"" + columns.getString("column_name") + "\"";
                boolean isDouble = columns.getString("column_type").equals("DOUBLE");
                String cell = isDouble ? "round(" + column + ", 9)" : column;
                cells.add("coalesce(cast(" + cell + " as varchar), '')");
            }
        }
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "select concat_ws(',', "
                                        + String.join(", ", cells)
                                        + ") from ("
                                        + query
                                        + ")")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    /** The rows of a CSV file, with the types of a query that has at least these columns. */
    List<String> expectedRows(Path csv, String query) throws SQLException {
        execute("create table expected as select * from (" + query + ") limit 0");
        insert("expected", csv);
        return rows("select " + columns(csv) + " from expected");
    }

    /** The columns of a CSV file, as its first line has them. */
    static String columns(Path csv) {
        return text(csv).lines().findFirst().orElseThrow().trim();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static Map<String, String> modelColumns() {
        try (ModelWorkbench workbench = open("2026-01", Map.of())) {
            Map<String, String> columns = new TreeMap<>();
            for (String model : workbench.models.keySet()) {
                workbench.build(model);
                columns.put(
                        model,
                        String.join(
                                ", ",
                                workbench.rows(
                                        "select column_name || ' ' || data_type"
                                                + " from duckdb_columns() where table_name = '"
                                                + model
                                                + "' order by column_index")));
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot build the models", e);
        }
    }

    private static Map<String, String> relations() {
        Map<String, String> relations = new TreeMap<>(CONFIGURATION);
        SheetRelations.empty()
                .forEach(it -> relations.put(it.name(), String.join(", ", it.columns())));
        for (Dataset dataset : Datasets.collected()) {
            relations.put(
                    dataset.name(),
                    dataset.columns().stream()
                            .map(column -> column.name() + " " + column.type().sqlType())
                            .collect(Collectors.joining(", ", "", ", month varchar")));
        }
        return relations;
    }

    private void createRelations(String month) throws SQLException {
        execute("set threads = 1");
        execute("set timezone = 'UTC'");
        execute("set variable zone = 'Europe/Brussels'");
        for (Map.Entry<String, String> relation : RELATIONS.entrySet()) {
            execute("create table " + relation.getKey() + " (" + relation.getValue() + ")");
            if (given.containsKey(relation.getKey())) {
                insert(relation.getKey(), given.get(relation.getKey()));
            }
        }
        if (!given.containsKey("settings")) {
            execute("insert into settings values (900, 86400, 62, 0.95, 10, null, null)");
        }
        if (!given.containsKey("paper_sizes")) {
            insert("paper_sizes", Path.of("config", "paper-sizes.csv"));
        }
        if (!given.containsKey("tec_weights")) {
            insert("tec_weights", Path.of("config", "tec-weights.csv"));
        }
        if (!given.containsKey("thresholds")) {
            insert("thresholds", Path.of("config", "thresholds.csv"));
        }
        String[] parts = month.split(" until ");
        String until =
                parts.length > 1
                        ? "cast('" + parts[1] + "' as timestamp)"
                        : "first_on + interval 1 month";
        execute(
                "insert into period select strftime(first_on, '%Y-%m'),"
                        + " timezone('Europe/Brussels', cast(first_on as timestamp)),"
                        + " timezone('Europe/Brussels', first_on + interval 1 month),"
                        + " first_on, last_day(first_on),"
                        + " timezone('Europe/Brussels', "
                        + until
                        + ")"
                        + " from (select cast('"
                        + parts[0]
                        + "-01' as date) as first_on)");
        execute(text(MODELS.resolve("prelude-duckdb.sql")));
    }

    private void insert(String relation, Path csv) throws SQLException {
        execute(
                "insert into "
                        + relation
                        + " by name select * from read_csv('"
                        + csv
                        + "', header = true, all_varchar = true, delim = ',', nullstr = '', comment = '#')");
    }

    private static boolean mentions(String sql, String name) {
        return Pattern.compile("(?m)^(?!--).*\\b(from|join) " + name + "\\b").matcher(sql).find();
    }
}
