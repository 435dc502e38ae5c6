package eu.wattpeil.kpi.engine;

import eu.wattpeil.store.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A session in an H2 in memory. */
final class H2Session implements Session {

    private final Connection connection;

    H2Session(Connection connection) {
        this.connection = connection;
    }

    @Override
    public synchronized void given(GivenTable table) {
        execute("create table " + table.name() + " (" + types(table.columns()) + ")");
        String places = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
        for (List<Object> row : table.rows()) {
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "insert into " + table.name() + " values (" + places + ")")) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, value(row.get(i)));
                }
                insert.execute();
            } catch (SQLException failure) {
                throw refused(failure);
            }
        }
    }

    @Override
    public synchronized void prelude(Function<String, Optional<String>> ofEngine) {
        ofEngine.apply("h2").ifPresent(this::execute);
    }

    @Override
    public synchronized void files(String relation, FileTable files) {
        List<String> columns = new ArrayList<>();
        if (files.isByMonth()) {
            columns.add(MONTH + " varchar");
        }
        for (Column column : files.table().columns()) {
            columns.add(column.name() + " " + column.type().sqlType());
        }
        given(new GivenTable(relation, columns, ParquetRows.of(files)));
    }

    @Override
    public synchronized void view(String relation, String select) {
        execute("create view " + relation + " as " + select);
    }

    @Override
    public synchronized void view(String relation, String select, FileTable files) {
        files(files.table().name(), files);
        table(relation, select);
        execute("drop table " + files.table().name());
    }

    @Override
    public synchronized void table(String relation, String select) {
        execute("create table " + relation + " as " + select);
    }

    @Override
    public synchronized boolean remake(String relation, String select) {
        execute("create table remade as " + select);
        execute("drop table if exists " + relation);
        execute("alter table remade rename to " + relation);
        return true;
    }

    @Override
    public synchronized void each(String select, Consumer<Row> action) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                action.accept(new H2Row(rows));
            }
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    /** What DuckDB calls otherwise. */
    private static String types(List<String> columns) {
        return String.join(", ", columns)
                .toLowerCase(Locale.ROOT)
                .replace("timestamptz", "timestamp with time zone");
    }

    private static Object value(Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return plain instanceof java.time.Instant at ? at.atOffset(ZoneOffset.UTC) : plain;
    }

    private static SqlException refused(SQLException failure) {
        return new SqlException(String.valueOf(failure.getMessage()), 0, failure);
    }
}
