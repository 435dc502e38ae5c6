package eu.wattpeil.collect.source.jdbc;

import eu.wattpeil.collect.source.FetchException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;

/**
 * What a database does not do, in words of ours: its own may name hosts, users and values. Only
 * what it says of the text of the query is told as it says it.
 */
final class SqlFailures {

    static final int BINARY_COLUMN = -8317;

    private static final String CANCELLED_STATE = "57014";
    private static final String NO_RIGHT_STATE = "42501";
    private static final String READ_ONLY_STATE = "25006";

    /** Of MariaDB: no such column, no such table, and what cannot be parsed. */
    private static final Set<Integer> OF_THE_TEXT = Set.of(1054, 1064, 1146);

    /** Of PostgreSQL: it is shut down, has crashed, or starts. */
    private static final Set<String> GONE_STATES = Set.of("57P01", "57P02", "57P03");

    /** Of MariaDB: it is shut down, or somebody ended the query or the connection. */
    private static final Set<Integer> GONE_ERRORS = Set.of(1053, 1317, 1927);

    private static final int READ_ONLY_ERROR = 1792;
    private static final int MOST_LETTERS = 200;

    private SqlFailures() {}

    static FetchException named(SQLException failure, Dialect dialect) {
        return new FetchException(words(failure, dialect));
    }

    private static String words(SQLException failure, Dialect dialect) {
        String state = String.valueOf(failure.getSQLState());
        int code = failure.getErrorCode();
        if (code == BINARY_COLUMN) {
            return "gives a column of bytes, expected texts, numbers and times";
        }
        if (failure instanceof SQLTimeoutException || state.equals(CANCELLED_STATE)) {
            return "takes longer than its time-limit";
        }
        if (state.equals(READ_ONLY_STATE) || code == READ_ONLY_ERROR) {
            return "is asked to change something, expected a query that only reads";
        }
        if (state.startsWith("08")
                || GONE_STATES.contains(state)
                || dialect == Dialect.MARIADB && GONE_ERRORS.contains(code)) {
            return "accepts no connection, or breaks it off";
        }
        if (state.startsWith("28")) {
            return "does not accept the user or the password";
        }
        if (state.equals(NO_RIGHT_STATE)) {
            return "gives this user no right to what the query reads";
        }
        boolean isOfTheText =
                switch (dialect) {
                    case POSTGRESQL -> state.startsWith("42");
                    case MARIADB -> OF_THE_TEXT.contains(code);
                    case OTHER -> false;
                };
        if (isOfTheText) {
            String said = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
            return "does not understand the query ("
                    + said.substring(0, Math.min(said.length(), MOST_LETTERS))
                    + ")";
        }
        return "fails at the query (SQL state " + state + ", error " + code + ")";
    }
}
