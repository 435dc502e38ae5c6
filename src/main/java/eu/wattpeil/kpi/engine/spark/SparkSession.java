package eu.wattpeil.kpi.engine.spark;

import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.store.DocumentFiles;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A session on a cluster. Its relations are the cluster's temporary views, which it forgets when
 * the session ends; files are read by their paths, where the work is done.
 */
final class SparkSession implements Session {

    private final SparkCluster cluster;
    private final SparkApi api;
    private final Object spark;
    private final SparkLoad load;
    private final Path store;
    private final String zone;
    private final AtomicInteger seen = new AtomicInteger();

    /** One of a cluster, which gets it back when it is closed. */
    SparkSession(SparkCluster cluster, SparkLoad load, Path store, ZoneId zone) {
        this.cluster = cluster;
        this.api = cluster.api();
        this.spark = cluster.open(load);
        this.load = load;
        this.store = store.toAbsolutePath().normalize();
        this.zone = zone.getId();
    }

    @Override
    public void given(GivenTable table) {
        List<Object[]> rows =
                table.rows().stream()
                        .map(row -> row.stream().map(SparkSession::value).toArray())
                        .toList();
        name(api.rows(spark, SparkTypes.declared(table.columns()), rows), table.name());
    }

    @Override
    public void prelude(Function<String, Optional<String>> ofEngine) {
        ofEngine.apply(SparkEngine.NAME).stream()
                .flatMap(it -> Sql.statements(it.replace("${zone}", zone)).stream())
                .forEach(it -> api.sql(spark, it));
    }

    @Override
    public void files(String relation, FileTable files) {
        name(read(files), relation);
    }

    @Override
    public void view(String relation, String select) {
        api.name(api.sql(spark, SparkTypes.inSpark(select)), relation);
    }

    @Override
    public void view(String relation, String select, FileTable files) {
        api.name(over(select, files), relation);
    }

    @Override
    public void table(String relation, String select) {
        api.name(api.kept(api.sql(spark, SparkTypes.inSpark(select))), relation);
    }

    @Override
    public boolean remake(String relation, String select) {
        table(relation, select);
        return true;
    }

    @Override
    public void each(String select, Consumer<Row> action) {
        Object result = api.sql(spark, SparkTypes.inSpark(select));
        each(
                result,
                load == SparkLoad.FEW_ROWS ? api.list(result).iterator() : api.iterator(result),
                action);
    }

    /** Makes a relation of the rows of one file, whose columns have these types. */
    void file(String relation, List<String> columns, Path file) {
        String declared = SparkTypes.declared(columns);
        String folder = uri(Optional.ofNullable(file.getParent()).orElse(store));
        name(api.files(spark, declared, folder, List.of(pattern(file))), relation);
    }

    long count(String relation) {
        return list("select count(*) as number from " + relation, row -> row.integer("number"))
                .get(0)
                .orElseThrow();
    }

    /** Hands over the rows of a relation, of which no more are here at a time than one part. */
    void stream(String relation, Consumer<Row> action) {
        Object result = api.sql(spark, "select * from " + relation);
        each(result, api.iterator(result), action);
    }

    private void each(Object result, Iterator<?> rows, Consumer<Row> action) {
        Map<String, Integer> columns = new HashMap<>();
        for (String column : api.columns(result)) {
            columns.put(column, columns.size());
        }
        while (rows.hasNext()) {
            action.accept(new SparkRow(api, columns, rows.next()));
        }
    }

    @Override
    public void close() {
        cluster.close();
    }

    /** Of few rows there is one part, so that nothing made of them has to be regrouped. */
    private void name(Object rows, String relation) {
        api.name(load == SparkLoad.FEW_ROWS ? api.inOnePart(rows) : rows, relation);
    }

    /** The name of the files' table is that of a relation too: the select sees its own. */
    private Object over(String select, FileTable files) {
        String name = "seen_files_" + seen.incrementAndGet();
        name(read(files), name);
        return api.sql(
                spark,
                "with "
                        + files.table().name()
                        + " as (select * from "
                        + name
                        + ") select * from ("
                        + SparkTypes.inSpark(select)
                        + "\n)");
    }

    private Object read(FileTable files) {
        List<String> columns = new ArrayList<>();
        files.table().columns().forEach(it -> columns.add(it.name() + " " + it.type().sqlType()));
        if (files.isByMonth()) {
            columns.add(0, MONTH + " varchar");
        }
        String declared = SparkTypes.declared(columns);
        DocumentFiles rows = files.rows();
        if (rows.isEmpty()) {
            return api.rows(spark, declared, List.of());
        }
        String select =
                columns.stream()
                        .map(it -> SparkTypes.name(it.substring(0, it.indexOf(' '))))
                        .collect(Collectors.joining(", ", "select ", " from "));
        List<String> selects = new ArrayList<>();
        if (!rows.files().isEmpty()) {
            selects.add(select + raw(declared, files.isByMonth(), rows.files()));
        }
        if (!rows.packs().isEmpty()) {
            selects.add(
                    select
                            + raw(declared, files.isByMonth(), rows.packs())
                            + rows.without().stream()
                                    .sorted()
                                    .collect(
                                            Collectors.joining(
                                                    "', '", " where document_id not in ('", "')")));
        }
        return api.sql(spark, String.join(" union all ", selects));
    }

    /** The name of a relation of the rows of files. */
    private String raw(String declared, boolean isByMonth, List<Path> files) {
        String raw = "raw_files_" + seen.incrementAndGet();
        api.name(
                api.files(
                        spark,
                        declared,
                        uri(tableFolder(isByMonth, files)),
                        files.stream().map(SparkSession::pattern).toList()),
                raw);
        return raw;
    }

    /** The folder that the folders of months are in. */
    private Path tableFolder(boolean isByMonth, List<Path> files) {
        Path folder = Optional.ofNullable(files.get(0).getParent()).orElse(store);
        return isByMonth ? Optional.ofNullable(folder.getParent()).orElse(store) : folder;
    }

    private static String uri(Path path) {
        return "file://" + path.toAbsolutePath().normalize();
    }

    /** Spark takes every path for a pattern: what has a meaning there must stand for itself. */
    private static String pattern(Path file) {
        return uri(file).replaceAll("[\\\\*?\\[\\]{}]", "\\\\$0");
    }

    private static @Nullable Object value(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? null : value(optional.get());
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value;
    }
}
