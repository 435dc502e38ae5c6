package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.Engine;
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

    /** Below, to bind a view once more for its reader takes longer than to go through its rows. */
    private static final long ROWS_FOR_VIEWS = 100_000;

    private final OptionalLong mostRows;
    private final long rows;

    /** One whose tables have as many rows as memory has room for. */
    public DuckDbEngine() {
        this(OptionalLong.empty(), Long.MAX_VALUE);
    }

    /**
     * @param rows of the documents that something is made of
     */
    private DuckDbEngine(OptionalLong mostRows, long rows) {
        this.mostRows = mostRows;
        this.rows = rows;
    }

    /** One that takes memory for smaller than it is. */
    public static DuckDbEngine withRoomFor(long rows) {
        return new DuckDbEngine(OptionalLong.of(rows), Long.MAX_VALUE);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DuckDbEngine forRows(long rows) {
        return new DuckDbEngine(mostRows, rows);
    }

    @Override
    public DuckDbSession open(Path store, ZoneId zone) {
        return session(Database.over(store, threads()), store, zone);
    }

    @Override
    public DuckDbSession openToRead(Path store, ZoneId zone) {
        return session(Database.toRead(store), store, zone);
    }

    @Override
    public DuckDbSession open(Path store, Path aside, ZoneId zone) {
        return session(Database.beside(store, aside, threads()), aside, zone);
    }

    private int threads() {
        return rows < ROWS_FOR_THREADS ? 1 : Database.processors();
    }

    private DuckDbSession session(Database database, Path folder, ZoneId zone) {
        return new DuckDbSession(
                database,
                zone,
                rows >= ROWS_FOR_VIEWS,
                SpillFolder.of(folder.toAbsolutePath().normalize()),
                mostRows.orElseGet(() -> Math.min(MOST_ROWS, database.memory() / BYTES_OF_ROW)));
    }

    @Override
    public void removeLeftovers(Path store) {
        SpillFolder.removeLeftovers(store);
    }
}
