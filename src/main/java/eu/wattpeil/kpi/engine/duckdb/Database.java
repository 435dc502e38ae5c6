package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB in memory that reaches the folders it was given, and nothing else: no other file, no
 * network, no extension. Times are UTC. One thread at a time; {@link #another} gives one more
 * thread its own.
 */
public final class Database implements AutoCloseable {

    /** By which a process is told to take less. */
    static final String MEMORY = "wattpeil.duckdb.memory";

    /** Leaves room for the Java heap and for other programs. */
    private static final String SHARE_OF_MEMORY = "50%";

    private static final Pattern SIZE = Pattern.compile("([0-9.]+) ([bKMGT])(?:ytes|iB)");
    private static final String UNITS = "bKMGT";

    /** Where relations are if nobody says otherwise. */
    private static final String MAIN = "main";

    /** What is left of a refusal that came while rows were read: its reason is lost. */
    private static final String REASON_LOST = "Invalid result set";

    private final Connection connection;

    /** What its relations are in, where others have theirs in the same database. */
    private final Optional<String> schema;

    /** Whether these relations are gone when it is closed. */
    private final boolean isOwner;

    private volatile @Nullable Statement running;
    private volatile boolean isStopped;

    private Database(Connection connection, Optional<String> schema, boolean isOwner) {
        this.connection = connection;
        this.schema = schema;
        this.isOwner = isOwner;
    }

    /** Reads the current row of a result. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with a result, or with its current row. */
    public interface RowAction {
        void accept(ResultSet row) throws SQLException;
    }

    /**
     * A column of a result.
     *
     * @param type as DuckDB names it
     */
    public record ResultColumn(String name, String type) {}

    /** Opens one that reaches no file at all. */
    public static Database open() {
        return open(processors(), List.of(), "");
    }

    /** Opens one that reaches a store. */
    public static Database over(Path store) {
        return over(store, processors());
    }

    /** The same with as many threads for a statement. */
    static Database over(Path store, int threads) {
        return over(store, threads, List.of());
    }

    /** A thread for each. */
    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * As {@link #over(Path)}, for a few questions to files that are there: from a {@link
     * SharedDatabase}, where somebody keeps one.
     */
    public static Database toRead(Path store) {
        return SharedDatabase.reader(store).orElseGet(() -> over(store));
    }

    /** One that takes each file from the disk again, and keeps nothing of it in memory. */
    static Database forgetful(Path store) {
        return over(store, processors(), List.of("set enable_external_file_cache = false"));
    }

    /** Opens one that reaches a store and, beside it, a single file. */
    public static Database over(Path store, Path file) {
        return over(
                store,
                processors(),
                List.of("set allowed_paths = [" + text(file.toString()) + "]"));
    }

    /** Opens one that reaches a store and a second folder, and spills into the second one. */
    static Database beside(Path store, Path aside, int threads) {
        Path second = aside.toAbsolutePath().normalize();
        return open(
                threads,
                List.of(allowed(store.toAbsolutePath().normalize(), second)),
                SpillFolder.of(second).toString());
    }

    private static Database over(Path store, int threads, List<String> further) {
        Path root = store.toAbsolutePath().normalize();
        List<String> limits = new ArrayList<>(further);
        limits.add(allowed(root));
        return open(threads, limits, SpillFolder.of(root).toString());
    }

    /** DuckDB looks at a pattern before it looks at the files that it means. */
    private static String allowed(Path... roots) {
        return Stream.of(roots)
                .flatMap(root -> Stream.of(root.toString(), FileRelation.pattern(root)))
                .map(root -> text(root + "/"))
                .collect(Collectors.joining(", ", "set allowed_directories = [", "]"));
    }

    private static Database open(int threads, List<String> limits, String spillFolder) {
        Properties settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("threads", "" + threads);
        NativeLibrary.load();
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
            Database database = new Database(connection, Optional.empty(), false);
            database.execute("set global TimeZone = 'UTC'");
            database.execute(
                    "set memory_limit = " + text(System.getProperty(MEMORY, SHARE_OF_MEMORY)));
            database.execute("set temp_directory = " + text(spillFolder));
            limits.forEach(database::execute);
            database.execute("set enable_external_access = false");
            database.execute("set lock_configuration = true");
            return database;
        } catch (SQLException failure) {
            throw Refusal.of(failure);
        }
    }

    /** The same relations for another thread, under the same limits; to be closed by itself. */
    public Database another() {
        return duplicate(schema, false);
    }

    /** Relations of their own under the same limits, which are gone when it is closed. */
    Database apart(String own) {
        execute("create schema " + name(own));
        return duplicate(Optional.of(own), true);
    }

    private Database duplicate(Optional<String> within, boolean isOwner) {
        try {
            Connection further = ((DuckDBConnection) connection).duplicate();
            Database one = new Database(further, within, isOwner);
            within.ifPresent(it -> one.execute("set schema = " + text(it)));
            return one;
        } catch (SQLException failure) {
            throw Refusal.of(failure);
        }
    }

    /** Runs statements that give no result. */
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            running = statement;
            statement.execute(sql);
        } catch (SQLException failure) {
            throw Refusal.of(failure);
        } finally {
            running = null;
        }
    }

    /** Ends what runs, from another thread; it is refused then. */
    public void stop() {
        isStopped = true;
        Statement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException ended) {
                // It has come to its end by itself.
                return;
            }
        }
    }

    /** The rows of a query, read one by one. */
    public <T> List<T> list(String sql, RowReader<T> reader, Object... values) {
        List<T> rows = new ArrayList<>();
        each(sql, row -> rows.add(reader.read(row)), values);
        return rows;
    }

    /** Streams the rows of a query. */
    public void each(String sql, RowAction action, Object... values) {
        result(
                sql,
                rows -> {
                    while (rows.next()) {
                        action.accept(rows);
                    }
                },
                values);
    }

    /** Runs a query and hands over its result, before the first row. */
    public void result(String sql, RowAction action, Object... values) {
        try {
            if (values.length == 0) {
                // To prepare it would be to plan it twice.
                Statement statement = connection.createStatement();
                read(statement, () -> statement.executeQuery(sql), action);
            } else {
                PreparedStatement statement = prepared(sql, values);
                read(statement, statement::executeQuery, action);
            }
        } catch (SQLException failure) {
            throw Refusal.of(isReasonLost(failure) ? withReason(failure, sql, values) : failure);
        }
    }

    private interface Rows {
        ResultSet get() throws SQLException;
    }

    private void read(Statement statement, Rows result, RowAction action) throws SQLException {
        try (statement) {
            running = statement;
            try (ResultSet rows = result.get()) {
                action.accept(rows);
            }
        } finally {
            running = null;
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private boolean isReasonLost(SQLException failure) {
        return !isStopped && String.valueOf(failure.getMessage()).contains(REASON_LOST);
    }

    /** The refusal of the same query when its rows are not read one by one. */
    private SQLException withReason(SQLException failure, String sql, Object... values) {
        String whole = "create temp table unread as " + Sql.withoutSemicolon(sql);
        try (PreparedStatement statement = prepared(whole, values)) {
            running = statement;
            statement.execute();
            execute("drop table unread");
            return failure;
        } catch (SQLException told) {
            return told;
        }
    }

    /** The columns that a query gives; the query itself does not run. */
    public List<ResultColumn> columns(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSetMetaData columns = statement.getMetaData();
            List<ResultColumn> found = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                found.add(new ResultColumn(columns.getColumnName(i), columns.getColumnTypeName(i)));
            }
            return found;
        } catch (SQLException failure) {
            throw Refusal.of(failure);
        }
    }

    /** How many bytes it may take of memory, before it goes to disk. */
    long memory() {
        String limit =
                list("select current_setting('memory_limit')", row -> row.getString(1)).get(0);
        Matcher size = SIZE.matcher(limit);
        if (!size.matches()) {
            throw new IllegalStateException("memory_limit is \"" + limit + "\"");
        }
        int power = UNITS.indexOf(size.group(2).charAt(0));
        return (long) (Double.parseDouble(size.group(1)) * Math.pow(1024, power));
    }

    /** Makes a table of rows. */
    public void create(GivenTable table) {
        create(table.name(), table.columns(), rows -> table.rows().forEach(rows));
    }

    /**
     * The same of rows that come one by one.
     *
     * @param columns each with its type
     * @param rows hands over the values of each row
     */
    void create(String table, List<String> columns, Consumer<Consumer<List<Object>>> rows) {
        execute("create or replace table " + name(table) + " (" + String.join(", ", columns) + ")");
        try (RowAppender appender =
                new RowAppender(
                        ((DuckDBConnection) connection)
                                .createAppender(schema.orElse(MAIN), table))) {
            rows.accept(appender::append);
        } catch (SQLException failure) {
            throw Refusal.of(failure);
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (isOwner) {
                schema.ifPresent(own -> execute("drop schema " + name(own) + " cascade"));
            }
        } catch (SQLException failure) {
            throw Refusal.of(failure);
        }
    }

    /** A text as an SQL literal. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A name as an SQL identifier. */
    public static String name(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
