package eu.wattpeil.kpi.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes a result row by row, as text. */
sealed interface ResultWriter permits ColumnsWriter, CsvWriter, JsonWriter {

    /** What stands above the rows. */
    void begin(List<Heading> headings);

    /** A row; an empty cell is null. */
    void row(List<Optional<String>> cells);

    /** What stands below them. */
    void end();

    /**
     * A column of the result.
     *
     * @param type as DuckDB names it
     */
    record Heading(String name, String type) {

        private static final Pattern NUMBER =
                Pattern.compile("U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|DECIMAL.*");

        private static final Pattern TIME = Pattern.compile("DATE|TIME.*|INTERVAL");

        boolean isNumber() {
            return NUMBER.matcher(type).matches();
        }

        /** Whether no cell can hold a text that somebody wrote. */
        boolean isPlain() {
            return isNumber() || isBoolean() || TIME.matcher(type).matches();
        }

        boolean isBoolean() {
            return type.equals("BOOLEAN");
        }
    }

    static ResultWriter of(Query.Format format, Appendable out) {
        return switch (format) {
            case TABLE -> new ColumnsWriter(out);
            case CSV -> new CsvWriter(out);
            case JSON -> new JsonWriter(out);
        };
    }

    /** Writes all rows of a result. */
    static void write(ResultSet rows, ResultWriter writer) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<Heading> headings = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            headings.add(new Heading(columns.getColumnName(i), columns.getColumnTypeName(i)));
        }
        writer.begin(headings);
        while (rows.next()) {
            List<Optional<String>> cells = new ArrayList<>();
            for (int i = 1; i <= headings.size(); i++) {
                cells.add(Optional.ofNullable(rows.getObject(i)).map(ResultWriter::text));
            }
            writer.row(cells);
        }
        writer.end();
    }

    static void print(Appendable out, String text) {
        try {
            out.append(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return new BigDecimal(number.toString()).toPlainString();
        }
        if (value instanceof OffsetDateTime instant) {
            return instant.toInstant().toString();
        }
        if (value instanceof Timestamp local) {
            return local.toLocalDateTime().toString();
        }
        return value.toString();
    }
}
