package eu.wattpeil.kpi.query;

import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.KpiTable;
import eu.wattpeil.kpi.edition.MonthModels;
import eu.wattpeil.kpi.engine.ConfigRelations;
import eu.wattpeil.kpi.engine.DocumentsTable;
import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.FileRelation;
import eu.wattpeil.kpi.engine.duckdb.ParsedSql;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.KpiTables;
import eu.wattpeil.kpi.model.PublishedTable;
import eu.wattpeil.kpi.model.PublishedTables;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.LiteralTable;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers questions in SQL over what the store holds: {@code documents}, the datasets, {@code
 * rejects}, what models have materialised, {@code kpi_values} and what is published beside it as
 * shown, what KPIs are for, and the configuration.
 *
 * <p>A row has its department only where the edition of its month tells of that department.
 *
 * <p>Only documents in the ledger are seen. A query reads; it changes nothing, takes no lock and
 * reaches no file beside the store.
 */
public final class Query {

    private static final String DEPARTMENT = "department_id";

    /** How long a query may take where nothing else is said. */
    public static final Duration TIME_LIMIT = Duration.ofMinutes(5);

    private final Workspace workspace;
    private final Store store;
    private final StoreLayout folder;
    private final Duration limit;

    /** How a result is written. */
    public enum Format {
        /** In columns, for eyes. */
        TABLE,
        CSV,
        JSON
    }

    private Query(Workspace workspace, Store store, Duration limit) {
        this.workspace = workspace;
        this.store = store;
        this.folder = store.layout();
        this.limit = limit;
    }

    public static Query over(Workspace workspace, Store store) {
        return new Query(workspace, store, TIME_LIMIT);
    }

    /** The same that may take another time. */
    public Query within(Duration time) {
        return new Query(workspace, store, time);
    }

    /**
     * Runs a select and streams its rows. Where a run exchanges files meanwhile, it begins again
     * with those that there are then, unless rows were told.
     *
     * @throws QueryException where it is no single select, DuckDB refuses it, or it takes too long
     * @throws eu.wattpeil.store.StoreException where a run exchanged files after rows were told
     */
    public void run(String sql, Format format, Appendable out) {
        BegunOutput told = new BegunOutput(out);
        store.reading(
                () -> {
                    runOnce(sql, format, told);
                    return told;
                },
                () -> !told.isBegun());
    }

    private void runOnce(String sql, Format format, Appendable out) {
        try (Database database = Database.over(store.root())) {
            prepare(database, sql);
            limited(
                    database,
                    1,
                    () ->
                            database.result(
                                    sql,
                                    rows ->
                                            ResultWriter.write(
                                                    rows, ResultWriter.of(format, out))));
        }
    }

    /** Writes a table as a result is written, in the order of its rows. */
    public static void write(LiteralTable table, Format format, Appendable out) {
        try (Database database = Database.open()) {
            literal(database, table);
            database.result(
                    "from " + Database.name(table.table().name()),
                    rows -> ResultWriter.write(rows, ResultWriter.of(format, out)));
        }
    }

    /**
     * Runs a select and writes its rows to a Parquet file, which takes its place when it is
     * complete.
     *
     * @throws QueryException where it is no single select, DuckDB refuses it, or it takes too long
     */
    public void writeParquet(String sql, Path file) {
        store.reading(
                () -> {
                    writeOnce(sql, file);
                    return file;
                });
    }

    private void writeOnce(String sql, Path file) {
        Path target = file.toAbsolutePath().normalize();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (Database database = Database.over(store.root(), part)) {
            prepare(database, sql);
            String copy =
                    "copy (\n"
                            + Sql.withoutSemicolon(sql)
                            + "\n) to "
                            + Database.text(part.toString())
                            + " (format parquet, compression zstd)";
            limited(database, 2, () -> database.execute(copy));
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Does what must end in time.
     *
     * @param firstLine of the query in what is done, for messages
     */
    private void limited(Database database, int firstLine, Runnable work) {
        try (TimeLimit time = TimeLimit.start(limit, database)) {
            try {
                work.run();
            } catch (SqlException failure) {
                throw time.isOver() ? time.exceeded() : new QueryException(failure, firstLine);
            }
        }
    }

    /**
     * Makes the relations that the query names; all of them when it names one that is not there.
     */
    private void prepare(Database database, String sql) {
        ParsedSql parsed = parse(database, sql);
        Map<String, Dataset> datasets = Catalogue.datasets();
        ConfigRelations.of(workspace).tables().forEach(database::create);
        Set<String> config = Set.copyOf(ConfigRelations.empty().names());
        Set<String> named =
                parsed.relations().stream()
                        .map(Mention::name)
                        .filter(name -> !config.contains(name))
                        .collect(Collectors.toSet());
        Map<String, Runnable> makers = makers(database, datasets);
        boolean isAll = parsed.isAboutCatalogue() || !makers.keySet().containsAll(named);
        Set<String> wanted = isAll ? makers.keySet() : named;
        makers.forEach(
                (name, maker) -> {
                    if (wanted.contains(name)) {
                        maker.run();
                    }
                });
    }

    private static ParsedSql parse(Database database, String sql) {
        try {
            ParsedSql parsed = ParsedSql.of(sql, database);
            if (parsed.statements() != 1) {
                throw new QueryException(
                        "statements are " + parsed.statements() + ", expected one select", 0);
            }
            return parsed;
        } catch (SqlException failure) {
            throw new QueryException(failure, 1);
        }
    }

    private Map<String, Runnable> makers(Database database, Map<String, Dataset> datasets) {
        Map<String, Runnable> makers = new LinkedHashMap<>();
        Visible visible = new Visible();
        makers.put(
                Datasets.DOCUMENTS.name(),
                () -> database.create(DocumentsTable.of(visible.documents())));
        datasets.forEach(
                (name, dataset) ->
                        makers.put(name, () -> view(database, name, select(dataset, visible))));
        makers.put(
                Datasets.RUNS.name(),
                () ->
                        view(
                                database,
                                Datasets.RUNS.name(),
                                FileRelation.select(
                                        Datasets.RUNS, false, folder.all(Datasets.RUNS))));
        makers.put(
                KpiTable.TABLE.name(), () -> view(database, KpiTable.TABLE.name(), shownValues()));
        PublishedTables.ALL.forEach(
                it -> makers.put(it.name(), () -> view(database, it.name(), shown(it))));
        makers.put(
                "kpi_frames",
                () ->
                        literal(
                                database,
                                KpiTables.frames(kpis(), workspace.settings().languages())));
        makers.put("kpi_practices", () -> literal(database, KpiTables.practices(kpis())));
        for (String table : folder.tables()) {
            makers.computeIfAbsent(table, name -> () -> derived(database, name));
        }
        return makers;
    }

    /**
     * The KPIs by their headers.
     *
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException with everything wrong in those
     */
    private List<Kpi> kpis() {
        Problems problems = new Problems();
        List<Kpi> kpis =
                Catalogue.headers(
                        workspace.modelFiles(),
                        Texts.read(workspace.files(), problems),
                        Frames.read(workspace.files(), problems),
                        problems);
        problems.throwIfAny();
        return kpis;
    }

    private static void literal(Database database, LiteralTable literal) {
        database.create(
                new GivenTable(
                        literal.table().name(),
                        literal.table().columns().stream()
                                .map(it -> it.name() + " " + it.type().sqlType())
                                .toList(),
                        literal.rows()));
    }

    private String select(Dataset dataset, Visible visible) {
        FileTable files =
                dataset.isByMonth()
                        ? FileTable.of(
                                dataset,
                                folder.ofDocuments(
                                        dataset.name(),
                                        folder.months(dataset.name()),
                                        visible.ids()))
                        : FileTable.of(dataset, folder.ofDocuments(dataset.name(), visible.ids()));
        String select = FileRelation.select(files);
        List<String> columns = dataset.columns().stream().map(Column::name).toList();
        return dataset.isByMonth() ? withToldDepartments(select, columns) : select;
    }

    /** Rows of months; a department that reports withhold, or do not show yet, becomes null. */
    private String withToldDepartments(String select, List<String> columns) {
        if (!columns.contains(DEPARTMENT)) {
            return select;
        }
        String told =
                Sql.resource(Query.class, "told-departments.sql")
                        .replace("{kpi_values}", shownValues());
        String named =
                columns.stream()
                        .map(Database::name)
                        .map(
                                name ->
                                        name.equals(Database.name(DEPARTMENT))
                                                ? "told.department_id"
                                                : "every." + name)
                        .collect(Collectors.joining(", "));
        return "select every.month, "
                + named
                + " from ("
                + select
                + ") as every left join ("
                + told
                + ") as told on told.month = every.month"
                + " and told.department_id = every.department_id";
    }

    private String shownValues() {
        Editions editions = new Editions(store);
        return FileRelation.select(editions.files(editions.current()));
    }

    private String shown(PublishedTable table) {
        Editions editions = new Editions(store);
        return FileRelation.select(editions.files(table, editions.current()));
    }

    /** A table that a model materialised: one file per month, of whatever columns. */
    private void derived(Database database, String table) {
        List<Path> files = folder.existing(table, folder.months(table), MonthModels.PART);
        if (files.isEmpty()) {
            return;
        }
        String scan = "select * from " + FileRelation.scan(true, files);
        List<String> columns =
                database.columns(scan).stream()
                        .map(Database.ResultColumn::name)
                        .filter(name -> !name.equals(Session.MONTH))
                        .toList();
        String named =
                columns.stream()
                        .map(name -> ", " + Database.name(name))
                        .collect(Collectors.joining());
        String select = "select month" + named + " from (" + scan + ")";
        view(database, table, withToldDepartments(select, columns));
    }

    private static void view(Database database, String name, String select) {
        database.execute("create view " + Database.name(name) + " as " + select);
    }

    /** The ledger, read when something first asks for it. */
    private final class Visible {

        private Optional<List<LedgerRow>> read = Optional.empty();

        List<LedgerRow> documents() {
            if (read.isEmpty()) {
                read = Optional.of(store.documents());
            }
            return read.get();
        }

        Set<String> ids() {
            return documents().stream().map(LedgerRow::documentId).collect(Collectors.toSet());
        }
    }
}
