package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.Session;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.OptionalLong;

/** Runs SQL in a DuckDB inside this process, one per session. */
public final class DuckDbEngine implements Engine {

    public static final String NAME = "duckdb";

    /** A row of the longest table with all that is sorted and summed up of it at a time. */
    private static final long BYTES_OF_ROW = 200;

    /** More does not make it faster by much. */
    private static final long MOST_ROWS = 10_000_000;

    /** Below, to share a statement among threads takes longer than the statement. */
    private static final long ROWS_FOR_THREADS = 1_000_000;

    private final OptionalLong mostRows;
    private final int threads;

    /** One whose tables have as many rows as memory has room for. */
    public DuckDbEngine() {
        this(OptionalLong.empty(), Database.processors());
    }

    private DuckDbEngine(OptionalLong mostRows, int threads) {
        this.mostRows = mostRows;
        this.threads = threads;
    }

    /** One that takes memory for smaller than it is. */
    public static DuckDbEngine withRoomFor(long rows) {
        return new DuckDbEngine(OptionalLong.of(rows), Database.processors());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Engine forRows(long rows) {
        return rows < ROWS_FOR_THREADS ? new DuckDbEngine(mostRows, 1) : this;
    }

    @Override
    public Session open(Path store, ZoneId zone) {
        return session(Database.over(store, threads), store, zone);
    }

    @Override
    public Session openToRead(Path store, ZoneId zone) {
        return session(Database.toRead(store), store, zone);
    }

    @Override
    public Session open(Path store, Path aside, ZoneId zone) {
        return session(Database.beside(store, aside, threads), aside, zone);
    }

    private Session session(Database database, Path folder, ZoneId zone) {
        return new DuckDbSession(
                database,
                zone,
                SpillFolder.of(folder.toAbsolutePath().normalize()),
                mostRows.orElseGet(() -> Math.min(MOST_ROWS, database.memory() / BYTES_OF_ROW)));
    }

    @Override
    public void removeLeftovers(Path store) {
        SpillFolder.removeLeftovers(store);
    }
}
