package eu.wattpeil.hosts;

import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.workspace.SharedRepository;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The job repository does not answer, or not as it should. In words of ours: its own may name users
 * and hosts.
 */
public final class RepositoryException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    /** It is shut down, has crashed, or starts. */
    private static final Set<String> GONE_STATES = Set.of("57P01", "57P02", "57P03");

    /** Too many connections are open. */
    private static final String FULL_STATE = "53300";

    private static final String NO_DATABASE_STATE = "3D000";
    private static final Set<String> NO_RIGHT_STATES = Set.of("42501", "3F000");
    private static final Set<String> TAKES_LONG_STATES = Set.of("55P03", "57014", "25P03");

    private RepositoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static RepositoryException of(SQLException failure, SharedRepository repository) {
        return new RepositoryException(
                repository.place()
                        + ": "
                        + repository.name()
                        + " "
                        + words(failure)
                        + "; nothing is lost, and the next run goes on from here",
                failure);
    }

    static RepositoryException of(String found, SharedRepository repository) {
        return new RepositoryException(
                repository.place() + ": " + repository.name() + " " + found, null);
    }

    /** What a failure of something that works with the repository comes of; empty for others. */
    public static Optional<RepositoryException> behind(
            Throwable failure, SharedRepository repository) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(of(sql, repository));
            }
        }
        return Optional.empty();
    }

    private static String words(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28")) {
            return "does not accept the user or the password, expected those of a user of it";
        }
        if (state.equals(NO_DATABASE_STATE)) {
            return "does not exist, expected a database (createdb makes one)";
        }
        if (NO_RIGHT_STATES.contains(state)) {
            return "gives its user no right to make and use tables, expected a schema of its own"
                    + " (create schema wattpeil authorization USER) under schema";
        }
        if (state.equals(FULL_STATE)) {
            return "accepts no more connections, expected room for a few";
        }
        if (TAKES_LONG_STATES.contains(state)) {
            return "takes longer than it should to answer";
        }
        if (state.startsWith("08") || GONE_STATES.contains(state) || isTransient(failure)) {
            return "accepts no connection, or breaks it off, expected a PostgreSQL there";
        }
        return "fails (SQL state " + state + ")";
    }

    /** Of a pool that got no connection. */
    private static boolean isTransient(SQLException failure) {
        return failure instanceof java.sql.SQLTransientException;
    }
}
