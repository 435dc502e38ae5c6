package eu.wattpeil.collect.source.jdbc;

import eu.wattpeil.collect.source.FetchException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of a database as delimited text: UTF-8, a comma, a header with the names of the
 * columns. What is there stands in quotes, what is null does not stand there at all, so that an
 * empty text is another thing. Numbers are exact and without exponents; instants have their offset,
 * local times none.
 */
final class ResultFile {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter LOCAL_FINE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final int NANOS_PER_MICRO = 1000;

    private final long mostBytes;
    private final BooleanSupplier isLate;

    /**
     * @param mostBytes that may be written
     * @param isLate whether the time for it is over
     */
    ResultFile(long mostBytes, BooleanSupplier isLate) {
        this.mostBytes = mostBytes;
        this.isLate = isLate;
    }

    @FunctionalInterface
    private interface Cell {
        @Nullable String text(ResultSet row, int column) throws SQLException;
    }

    /** Writes all rows that are left. */
    void write(ResultSet rows, OutputStream out) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        List<Cell> cells = new ArrayList<>();
        Bounded bounded = new Bounded(out);
        Writer writer = new BufferedWriter(new OutputStreamWriter(bounded, StandardCharsets.UTF_8));
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            cells.add(cell(columns, column));
            write(columns.getColumnLabel(column), column == 1, writer);
        }
        writer.write('\n');
        while (rows.next()) {
            if (isLate.getAsBoolean()) {
                throw new FetchException("takes longer than its time-limit");
            }
            for (int column = 1; column <= cells.size(); column++) {
                write(cells.get(column - 1).text(rows, column), column == 1, writer);
            }
            writer.write('\n');
        }
        writer.flush();
    }

    private static void write(@Nullable String text, boolean isFirst, Writer writer)
            throws IOException {
        if (!isFirst) {
            writer.write(',');
        }
        if (text != null) {
            writer.write('"');
            writer.write(text.replace("\"", "\"\"").replace("\u0000", ""));
            writer.write('"');
        }
    }

    private static Cell cell(ResultSetMetaData columns, int column) throws SQLException {
        String name = columns.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        if (name.equals("timestamptz") || name.equals("timestamp with time zone")) {
            return ResultFile::instant;
        }
        if (name.equals("bool")) {
            return ResultFile::flag;
        }
        return switch (columns.getColumnType(column)) {
            case Types.NUMERIC,
                    Types.DECIMAL,
                    Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT ->
                    ResultFile::exact;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> ResultFile::floating;
            case Types.BOOLEAN -> ResultFile::flag;
            case Types.DATE -> (row, at) -> text(row.getObject(at, LocalDate.class));
            case Types.TIME -> (row, at) -> text(row.getObject(at, LocalTime.class));
            case Types.TIMESTAMP -> ResultFile::local;
            case Types.TIMESTAMP_WITH_TIMEZONE -> ResultFile::instant;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                    throw new SQLException("binary column", "", SqlFailures.BINARY_COLUMN);
            default -> ResultSet::getString;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String exact(ResultSet row, int column) throws SQLException {
        try {
            BigDecimal value = row.getBigDecimal(column);
            return value == null ? null : value.toPlainString();
        } catch (SQLException | NumberFormatException notANumber) {
            // PostgreSQL's numeric may be NaN.
            return row.getString(column);
        }
    }

    /** A number with few digits in the database gets no more by its way through here. */
    private static @Nullable String floating(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        try {
            return text == null ? null : new BigDecimal(text).toPlainString();
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }

    private static @Nullable String flag(ResultSet row, int column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : Boolean.toString(value);
    }

    private static @Nullable String local(ResultSet row, int column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : shown(value);
    }

    private static @Nullable String instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null
                ? null
                : shown(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()) + "Z";
    }

    private static String shown(LocalDateTime value) {
        return value.getNano() < NANOS_PER_MICRO ? LOCAL.format(value) : LOCAL_FINE.format(value);
    }

    /** Bytes, of which there may be only so many. */
    private final class Bounded extends OutputStream {

        private final OutputStream out;
        private long count;

        private Bounded(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count += length;
            if (count > mostBytes) {
                throw new FetchException("gives more than " + mostBytes + " bytes (size-limit)");
            }
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
