package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.CarriedColumns;
import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.Spill;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A session in a database, over as many connections to it as threads ask at a time. */
public final class DuckDbSession implements Session {

    private final Database database;
    private final String zone;
    private final boolean hasViews;
    private final @Nullable DuckDbSpill spill;
    private final Deque<Database> idle = new ConcurrentLinkedDeque<>();
    private final Queue<Database> further = new ConcurrentLinkedQueue<>();

    /** How many rows remade tables have, and a sum over all of them. */
    private final Map<String, String> remade = new ConcurrentHashMap<>();

    /** The database becomes the session's, which closes it. */
    public DuckDbSession(Database database, ZoneId zone) {
        this(database, zone, true, null, 0);
    }

    /**
     * One that goes to disk.
     *
     * @param hasViews whether what has one reader is computed on demand, and not first
     * @param spillFolder for what it writes, which need not be there
     * @param mostRows that a table may have which others are computed of
     */
    DuckDbSession(
            Database database,
            ZoneId zone,
            boolean hasViews,
            @Nullable Path spillFolder,
            long mostRows) {
        this.database = database;
        this.zone = zone.getId();
        this.hasViews = hasViews;
        this.spill =
                spillFolder == null
                        ? null
                        : new DuckDbSpill(
                                statement -> with(it -> it.execute(statement)),
                                spillFolder,
                                mostRows);
        knowZone(database);
        idle.push(database);
    }

    @Override
    public void given(GivenTable table) {
        with(it -> it.create(table));
    }

    @Override
    public void prelude(Function<String, Optional<String>> ofEngine) {
        ofEngine.apply(DuckDbEngine.NAME).ifPresent(it -> with(one -> one.execute(it)));
    }

    @Override
    public void files(String relation, FileTable files) {
        view(relation, FileRelation.select(files));
    }

    @Override
    public void view(String relation, String select) {
        create("view", relation, select);
    }

    @Override
    public void view(String relation, String select, FileTable files) {
        create("view", relation, over(files, select));
    }

    @Override
    public void forOneReader(String relation, String select) {
        create(hasViews ? "view" : "table", relation, select);
    }

    @Override
    public void table(String relation, String select) {
        create("table", relation, select);
    }

    @Override
    public void table(String relation, String select, FileTable files) {
        create("table", relation, over(files, select));
    }

    private static String over(FileTable files, String select) {
        String name = Database.name(files.table().name());
        String seen = "with " + name + " as (" + FileRelation.select(files) + ") ";
        return seen + "select * from (" + select + "\n)";
    }

    @Override
    public Optional<Spill> spill(long rows) {
        return Optional.<Spill>ofNullable(spill).filter(it -> it.mostRows() < rows);
    }

    /** Makes a table that has the columns of a select, and no row. */
    public void shape(String relation, String select) {
        create("or replace table", relation, "select * from (" + select + "\n) where false");
    }

    /** The same of a select that alone sees files. */
    public void shape(String relation, String select, FileTable files) {
        shape(relation, over(files.empty(), select));
    }

    /** How many rows files have, be they wanted or not. */
    public long count(FileTable files) {
        return list(FileRelation.count(files), row -> row.integer("number").orElseThrow()).get(0);
    }

    /** The columns of a relation, as they go to another engine and come back. */
    public CarriedColumns columns(String relation) {
        List<CarriedColumns.Column> columns = new ArrayList<>();
        with(
                it ->
                        it.columns("select * from " + Database.name(relation))
                                .forEach(
                                        column ->
                                                columns.add(
                                                        CarriedColumns.column(
                                                                column.name(), column.type()))));
        return new CarriedColumns(columns);
    }

    /** Writes the rows of a relation to a file, for another engine. */
    public void send(String relation, Path file) {
        writable().write(columns(relation).select(Database.name(relation)), file);
    }

    /** A folder for files, which is there until the session is closed. */
    public Path folder() {
        return writable().folder();
    }

    private Spill writable() {
        return Objects.requireNonNull(spill, "spill folder");
    }

    /**
     * Fills a table that has no row with those of another engine, one by one.
     *
     * @param rows hands over each
     */
    public void fill(String relation, Consumer<Consumer<Row>> rows) {
        CarriedColumns columns = columns(relation);
        String carried = "carried_" + relation;
        with(
                it -> {
                    it.create(
                            carried,
                            columns.declared(),
                            appender -> rows.accept(row -> appender.accept(columns.values(row))));
                    it.execute(
                            "insert into "
                                    + Database.name(relation)
                                    + " select * from "
                                    + Database.name(carried));
                    it.execute("drop table " + Database.name(carried));
                });
    }

    @Override
    public boolean remake(String relation, String select) {
        create("or replace table", relation, select);
        String contents =
                list(
                                "select concat(count(*), ' ', sum(hash(every))) as contents from "
                                        + Database.name(relation)
                                        + " as every",
                                row -> row.text("contents").orElse(""))
                        .get(0);
        return !contents.equals(remade.put(relation, contents));
    }

    @Override
    public void each(String select, Consumer<Row> action) {
        with(
                it ->
                        it.result(
                                select,
                                rows -> {
                                    Row row = new ResultRow(rows);
                                    while (rows.next()) {
                                        action.accept(row);
                                    }
                                }));
    }

    @Override
    public void close() {
        further.forEach(Database::close);
        database.close();
        if (spill != null) {
            spill.close();
        }
    }

    /** The select begins on the first line, so that lines of failures are its own. */
    private void create(String kind, String relation, String select) {
        with(it -> it.execute("create " + kind + " " + Database.name(relation) + " as " + select));
    }

    private void with(Consumer<Database> work) {
        Database free = idle.poll();
        Database mine = free == null ? another() : free;
        try {
            work.accept(mine);
        } finally {
            idle.push(mine);
        }
    }

    private Database another() {
        Database one = database.another();
        further.add(one);
        knowZone(one);
        return one;
    }

    private void knowZone(Database one) {
        one.execute("set variable zone = " + Database.text(zone));
    }
}
