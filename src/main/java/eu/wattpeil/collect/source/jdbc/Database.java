package eu.wattpeil.collect.source.jdbc;

import eu.wattpeil.collect.source.FetchException;
import eu.wattpeil.collect.source.Window;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Asks a database, in a session that changes nothing, and writes what it answers. */
final class Database {

    private static final int ROWS_AT_A_TIME = 1000;

    private final JdbcSettings settings;

    Database(JdbcSettings settings) {
        this.settings = settings;
    }

    /** Asks for a window, or once. */
    void write(Optional<Window> window, OutputStream out) throws IOException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try {
                write(window, connection, out);
            } catch (IOException | SQLException | RuntimeException failure) {
                rollBackAfter(failure, connection);
                throw failure;
            }
            connection.rollback();
        } catch (SQLException failure) {
            throw SqlFailures.named(failure, settings.dialect());
        }
    }

    private void write(Optional<Window> window, Connection connection, OutputStream out)
            throws IOException, SQLException {
        run(settings.dialect().readOnly(), connection);
        setZone(window, connection);
        long end = System.nanoTime() + settings.timeLimit().toNanos();
        try (PreparedStatement query =
                connection.prepareStatement(
                        settings.query().sql(),
                        ResultSet.TYPE_FORWARD_ONLY,
                        ResultSet.CONCUR_READ_ONLY)) {
            query.setFetchSize(ROWS_AT_A_TIME);
            query.setQueryTimeout((int) Math.max(1, settings.timeLimit().toSeconds()));
            bind(query, window);
            try (ResultSet rows = query.executeQuery()) {
                new ResultFile(settings.mostBytes(), () -> System.nanoTime() - end > 0)
                        .write(rows, out);
            }
        }
    }

    /** Some commit where a connection is closed. That it is gone is not what went wrong first. */
    private static void rollBackAfter(Exception failure, Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
        }
    }

    private Connection connect() throws IOException, SQLException {
        Properties properties =
                settings.dialect().patience(settings.connectTimeout(), settings.timeLimit());
        settings.user().ifPresent(user -> properties.setProperty("user", user));
        if (settings.password().isPresent()) {
            properties.setProperty("password", settings.password().get().read());
        }
        Connection connection = Drivers.of(settings.url()).connect(settings.url(), properties);
        if (connection == null) {
            throw new FetchException("has an address that its driver does not understand");
        }
        return connection;
    }

    private static void run(List<String> commands, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    /** In which the database reads times that have no offset, and writes those that it keeps. */
    private void setZone(Optional<Window> window, Connection connection)
            throws SQLException, FetchException {
        ZoneId zone = window.map(Window::zone).orElse(settings.zone());
        List<ZoneOffset> offsets =
                window.stream()
                        .flatMap(it -> Stream.of(it.from(), it.to()))
                        .map(instant -> zone.getRules().getOffset(instant))
                        .distinct()
                        .toList();
        List<String> commands = settings.dialect().zone(zone, offsets);
        for (String command : commands) {
            try {
                run(List.of(command), connection);
                return;
            } catch (SQLException unknown) {
                if (String.valueOf(unknown.getSQLState()).startsWith("08")) {
                    throw unknown;
                }
            }
        }
        if (!commands.isEmpty() && settings.query().hasTimes()) {
            throw new FetchException(
                    "does not know the zone "
                            + zone
                            + ", which this window needs for its clock change, expected its tables"
                            + " of zones (mariadb-tzinfo-to-sql), or :from_epoch and :to_epoch in"
                            + " the query");
        }
    }

    private void bind(PreparedStatement query, Optional<Window> window) throws SQLException {
        if (window.isEmpty()) {
            return;
        }
        int number = 0;
        for (BoundQuery.Time time : settings.query().times()) {
            number++;
            Instant instant = time.of(window.get());
            if (time.isEpoch()) {
                query.setLong(number, instant.getEpochSecond());
            } else if (settings.dialect().bindsInstants()) {
                query.setObject(number, instant.atOffset(ZoneOffset.UTC));
            } else {
                query.setObject(number, instant.atZone(window.get().zone()).toLocalDateTime());
            }
        }
    }
}
