package eu.wattpeil.hosts;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is kept, for what is asked several times a second. One that broke is replaced
 * by the next question. One thread at a time.
 */
final class RepositorySession implements AutoCloseable {

    private final RepositoryDatabase database;
    private @Nullable Connection kept;

    RepositorySession(RepositoryDatabase database) {
        this.database = database;
    }

    /**
     * Does something, each statement for itself.
     *
     * @throws RepositoryException where that cannot be done
     */
    synchronized <T> T work(RepositoryDatabase.Work<T> work) {
        try {
            Connection connection = kept;
            if (connection == null) {
                connection = database.connect();
                kept = connection;
            }
            return work.on(connection);
        } catch (SQLException failure) {
            close();
            throw RepositoryException.of(failure, database.settings());
        }
    }

    @Override
    public synchronized void close() {
        Connection connection = kept;
        kept = null;
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException gone) {
            // It is not there any more, which is what was wanted.
            return;
        }
    }
}
