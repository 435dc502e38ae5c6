package eu.wattpeil.kpi.engine.spark;

import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.Spill;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.engine.duckdb.DuckDbSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session in this process that leaves to a cluster what is long: relations of at least so many
 * rows, and what reads one of them. What the cluster made of them and is short comes back and is a
 * table here; a short relation goes there, once, when something reads it together with a long one.
 * The cluster is joined for the first long relation.
 *
 * <p>Each relation that is there alone is an empty table here, so that DuckDB tells the types of
 * what is made of it: they are the same, wherever it is made.
 */
final class SplitSession implements Session {

    private final DuckDbSession here;
    private final Supplier<SparkSession> joining;
    private final long fromRows;

    /** The names of all relations. */
    private final Set<String> relations = ConcurrentHashMap.newKeySet();

    /** Those that are on the cluster alone. */
    private final Set<String> longOnes = ConcurrentHashMap.newKeySet();

    /** Those that are on the cluster, each as its own value. */
    private final Map<String, String> there = new ConcurrentHashMap<>();

    private final AtomicInteger sent = new AtomicInteger();
    private Function<String, Optional<String>> preludes = engine -> Optional.empty();
    private @Nullable SparkSession cluster;

    /**
     * @param here becomes this session's, which closes it
     * @param joining gives a session on the cluster
     * @param fromRows how many rows a long relation has at least
     */
    SplitSession(DuckDbSession here, Supplier<SparkSession> joining, long fromRows) {
        this.here = here;
        this.joining = joining;
        this.fromRows = fromRows;
    }

    @Override
    public void given(GivenTable table) {
        here.given(table);
        noteHere(table.name());
        if (isLong(table.rows().size())) {
            cluster().given(table);
            noteThere(table.name());
        }
    }

    @Override
    public synchronized void prelude(Function<String, Optional<String>> ofEngine) {
        preludes = ofEngine;
        here.prelude(ofEngine);
        if (cluster != null) {
            prepare(cluster);
        }
    }

    @Override
    public void files(String relation, FileTable files) {
        if (isLong(files)) {
            here.files(relation, files.empty());
            cluster().files(relation, files);
            noteThere(relation);
        } else {
            here.files(relation, files);
            noteHere(relation);
        }
    }

    @Override
    public void view(String relation, String select) {
        if (readsLong(select)) {
            here.shape(relation, select);
            clusterFor(select).view(relation, select);
            noteThere(relation);
        } else {
            here.view(relation, select);
            noteHere(relation);
        }
    }

    @Override
    public void view(String relation, String select, FileTable files) {
        if (isLong(files) || readsLong(select)) {
            here.shape(relation, select, files);
            clusterFor(select).view(relation, select, files);
            noteThere(relation);
        } else {
            here.view(relation, select, files);
            noteHere(relation);
        }
    }

    @Override
    public void forOneReader(String relation, String select) {
        if (readsLong(select)) {
            view(relation, select);
        } else {
            here.forOneReader(relation, select);
            noteHere(relation);
        }
    }

    @Override
    public void table(String relation, String select) {
        if (readsLong(select)) {
            compute(relation, select);
        } else {
            here.table(relation, select);
            noteHere(relation);
        }
    }

    @Override
    public void table(String relation, String select, FileTable files) {
        if (isLong(files) || readsLong(select)) {
            Session.super.table(relation, select, files);
        } else {
            here.table(relation, select, files);
            noteHere(relation);
        }
    }

    @Override
    public boolean remake(String relation, String select) {
        if (readsLong(select)) {
            compute(relation, select);
            return true;
        }
        boolean isOther = here.remake(relation, select);
        noteHere(relation);
        return isOther;
    }

    @Override
    public void each(String select, Consumer<Row> action) {
        if (readsLong(select)) {
            clusterFor(select).each(select, action);
        } else {
            here.each(select, action);
        }
    }

    @Override
    public Optional<Spill> spill(long rows) {
        return isLong(rows) ? Optional.empty() : here.spill(rows);
    }

    @Override
    public void close() {
        try (here) {
            if (cluster != null) {
                cluster.close();
            }
        }
    }

    /** What has become short comes back. */
    private void compute(String relation, String select) {
        here.shape(relation, select);
        SparkSession computing = clusterFor(select);
        computing.table(relation, select);
        noteThere(relation);
        if (isShort(computing, relation)) {
            here.fill(relation, rows -> computing.stream(relation, rows));
            longOnes.remove(relation);
        }
    }

    /** Where every relation is long, the cluster need not count it. */
    private boolean isShort(SparkSession computing, String relation) {
        return fromRows > 0 && !isLong(computing.count(relation));
    }

    private boolean isLong(long rows) {
        return rows >= fromRows;
    }

    private boolean isLong(FileTable files) {
        return isLong(files.mostRows().orElseGet(() -> here.count(files)));
    }

    private boolean readsLong(String select) {
        return Sql.words(select).anyMatch(longOnes::contains);
    }

    /** A relation of that name, which may be in the place of another one. */
    private void noteHere(String relation) {
        relations.add(relation);
        longOnes.remove(relation);
        there.remove(relation);
    }

    private void noteThere(String relation) {
        relations.add(relation);
        longOnes.add(relation);
        there.put(relation, relation);
    }

    private synchronized SparkSession cluster() {
        SparkSession joined = cluster;
        if (joined == null) {
            joined = joining.get();
            cluster = joined;
            prepare(joined);
        }
        return joined;
    }

    private void prepare(SparkSession joined) {
        preludes.apply(SparkEngine.NAME).ifPresent(it -> sendWhatIsReadBy(it, joined));
        joined.prelude(preludes);
    }

    /** The cluster, which has all that a select reads. */
    private SparkSession clusterFor(String select) {
        SparkSession joined = cluster();
        sendWhatIsReadBy(select, joined);
        return joined;
    }

    private void sendWhatIsReadBy(String statements, SparkSession joined) {
        List<String> read = Sql.words(statements).filter(relations::contains).distinct().toList();
        read.forEach(it -> there.computeIfAbsent(it, relation -> send(relation, joined)));
    }

    private String send(String relation, SparkSession joined) {
        Path file = here.folder().resolve("sent-" + sent.incrementAndGet() + ".parquet");
        here.send(relation, file);
        joined.file(relation, here.columns(relation).declared(), file);
        return relation;
    }
}
