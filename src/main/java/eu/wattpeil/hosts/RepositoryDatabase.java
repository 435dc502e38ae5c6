package eu.wattpeil.hosts;

import eu.wattpeil.workspace.Secret;
import eu.wattpeil.workspace.SecretPlace;
import eu.wattpeil.workspace.SharedRepository;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The database that hosts share the work by. Each piece of work with it has a connection of its
 * own: it is asked a few times a minute, and one that was away is found again.
 */
public final class RepositoryDatabase {

    private static final String SECONDS_OF_PATIENCE = "10";

    /** A session that hangs holds up no other host, and ends. */
    private static final String OPTIONS =
            "-c lock_timeout=15000 -c idle_in_transaction_session_timeout=8000"
                    + " -c tcp_keepalives_idle=20";

    private final SharedRepository settings;
    private final Optional<Secret> password;
    private volatile boolean isPrepared;

    private RepositoryDatabase(SharedRepository settings, Optional<Secret> password) {
        this.settings = settings;
        this.password = password;
    }

    /**
     * The database that settings name; nothing is asked of it yet.
     *
     * @throws RepositoryException where its password is not where the settings say
     */
    public static RepositoryDatabase of(SharedRepository settings) {
        Optional<SecretPlace> place = settings.password();
        Optional<Secret> password = place.flatMap(SecretPlace::secret);
        if (place.isPresent() && password.isEmpty()) {
            throw RepositoryException.of(
                    "has no password: " + place.get() + " is missing, expected it there", settings);
        }
        return new RepositoryDatabase(settings, password);
    }

    /** What settings say of it. */
    public SharedRepository settings() {
        return settings;
    }

    /**
     * Makes its tables where they are not there.
     *
     * @param workspaceId of the workspace that they are for
     * @throws RepositoryException where they cannot be made, are those of another workspace, or
     *     were made by a newer version
     */
    public void prepare(String workspaceId) {
        if (!isPrepared) {
            new RepositoryTables(this).require(workspaceId);
            isPrepared = true;
        }
    }

    /** For a pool of connections: the user and the password, and what the driver is to heed. */
    public Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        settings.user().ifPresent(user -> properties.put("user", user));
        password.ifPresent(it -> properties.put("password", it.value()));
        settings.schema().ifPresent(schema -> properties.put("currentSchema", schema));
        properties.put("connectTimeout", SECONDS_OF_PATIENCE);
        properties.put("loginTimeout", SECONDS_OF_PATIENCE);
        properties.put("socketTimeout", "30");
        properties.put("tcpKeepAlive", "true");
        properties.put("options", OPTIONS);
        properties.put("ApplicationName", "wattpeil");
        return properties;
    }

    /** Something to do. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does something, each statement for itself: a process that is paused in the middle holds up
     * nobody.
     *
     * @throws RepositoryException where that cannot be done
     */
    <T> T work(Work<T> work) {
        try (Connection connection = connect()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw RepositoryException.of(failure, settings);
        }
    }

    /**
     * Does something as a whole, or not at all.
     *
     * @throws RepositoryException where that cannot be done
     */
    <T> T transaction(Work<T> work) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBackAfter(failure, connection);
                throw failure;
            }
        } catch (SQLException failure) {
            throw RepositoryException.of(failure, settings);
        }
    }

    /** A connection of its own; the caller closes. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(properties());
        return DriverManager.getConnection(settings.url(), properties);
    }

    /** That the connection is gone is not what went wrong first. */
    private static void rollBackAfter(Exception failure, Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
        }
    }
}
