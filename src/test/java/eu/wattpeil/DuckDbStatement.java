package eu.wattpeil;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB alone: a process that does one statement, on all cores. */
public final class DuckDbStatement {

    private DuckDbStatement() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(arguments[0]);
        }
    }
}
