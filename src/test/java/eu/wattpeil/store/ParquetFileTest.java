package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFileTest {

    private static final Dataset EVERY_TYPE = everyType();

    /** More than a page, and a few rows of the third one. */
    private static final int ROWS = 40_007;

    private static final int BLOCK_ROWS = 4096;

    @TempDir private Path folder;

    @Test
    void keepsEachValueOfEachType() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<List<Object>> written = new ArrayList<>();

        write("all.parquet", ROWS, random, written);

        assertThat(read("all.parquet")).as("seed %d", seed).isEqualTo(written);
    }

    @Test
    void givesTheSameBytesHoweverTheRowsCome() throws Exception {
        long seed = new Random().nextLong();
        write("one.parquet", ROWS, new Random(seed), new ArrayList<>());
        write("other.parquet", ROWS, new Random(seed), new ArrayList<>());

        assertThat(Files.readAllBytes(folder.resolve("one.parquet")))
                .as("seed %d", seed)
                .isEqualTo(Files.readAllBytes(folder.resolve("other.parquet")));
    }

    @Test
    void tellsTheLeastAndTheMostOfNumbersAndHowManyAreNull() throws Exception {
        long seed = new Random().nextLong();
        List<List<Object>> written = new ArrayList<>();
        write("told.parquet", ROWS, new Random(seed), written);

        for (Column column : EVERY_TYPE.columns()) {
            int index = EVERY_TYPE.index(column.name());
            long nulls = written.stream().filter(row -> row.get(index).equals("null")).count();
            if (column.type() == ColumnType.TEXT) {
                continue;
            }
            assertThat(
                            ask(
                                    "select sum(stats_null_count) from told where path = '%s'",
                                    column.name()))
                    .as("seed %d: nulls of %s", seed, column.name())
                    .isEqualTo(Long.toString(nulls));
            if (column.type() == ColumnType.INTEGER || column.type() == ColumnType.DATE) {
                String type = column.type().sqlType();
                assertThat(
                                ask(
                                        "select min(stats_min_value::%s) || ' to ' ||"
                                                + " max(stats_max_value::%s) from told where path ="
                                                + " '%s'",
                                        type, type, column.name()))
                        .as("seed %d: range of %s", seed, column.name())
                        .isEqualTo(
                                ask(
                                        "select min(%s) || ' to ' || max(%s) from 'told.parquet'",
                                        column.name(), column.name()));
            }
        }
    }

    @Test
    void refusesARowWithoutWhatIsRequired() {
        ParquetFile file = file("refused.parquet");
        RowBlock block = new RowBlock(EVERY_TYPE, 1);
        block.closeRow();

        assertThatThrownBy(() -> file.write(block, 0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no value for");
        file.abandon();
    }

    private static Dataset everyType() {
        List<Column> columns = new ArrayList<>();
        for (ColumnType type : ColumnType.values()) {
            String name = type.name().toLowerCase(Locale.ROOT);
            columns.add(Column.required(name, type, "always there"));
            columns.add(Column.optional("some_" + name, type, "sometimes there"));
            columns.add(Column.optional("no_" + name, type, "never there"));
        }
        columns.add(Column.required("many_texts", ColumnType.TEXT, "too many for a dictionary"));
        return new Dataset("every_type", columns, "", "", false);
    }

    private ParquetFile file(String name) {
        StoreFiles files = new StoreFiles(folder, Disk.local(), Access.OWNER);
        return new ParquetFile(files, name, EVERY_TYPE, Origin.UNKNOWN);
    }

    /** Writes rows in stretches of all lengths; what is in them does not depend on these. */
    private void write(String name, int rows, Random random, List<List<Object>> written) {
        ParquetFile file = file(name);
        Random lengths = new Random();
        Text[] texts =
                IntStream.range(0, 3_000)
                        .mapToObj(i -> Text.of("text " + i * 7919L % 3_000))
                        .toArray(Text[]::new);
        for (int from = 0; from < rows; ) {
            RowBlock block = new RowBlock(EVERY_TYPE, BLOCK_ROWS);
            int count = Math.min(rows - from, 1 + lengths.nextInt(BLOCK_ROWS));
            for (int i = 0; i < count; i++) {
                fill(block, texts, random);
                written.add(row(block));
                block.closeRow();
            }
            int middle = lengths.nextInt(count);
            file.write(block, 0, middle);
            file.write(block, middle, count);
            from += count;
        }
        file.finish();
    }

    private static void fill(RowBlock block, Text[] texts, Random random) {
        for (int i = 0; i < EVERY_TYPE.columns().size(); i++) {
            Column column = EVERY_TYPE.columns().get(i);
            boolean isLacking =
                    column.name().startsWith("no_")
                            || column.name().startsWith("some_") && random.nextInt(3) == 0;
            if (isLacking) {
                continue;
            }
            switch (column.type()) {
                case TEXT -> block.set(i, text(column, texts, random));
                case INTEGER -> block.set(i, random.nextLong() | 1);
                case DECIMAL, FINE_DECIMAL ->
                        block.set(i, random.nextLong(-999_999_999_999L, 999_999_999_999L));
                case TIMESTAMP -> block.set(i, random.nextLong(2_000_000_000_000_000L));
                case DATE -> block.set(i, random.nextInt(20_000));
                case BOOLEAN -> block.set(i, random.nextInt(2));
                case DOUBLE -> block.setDouble(i, random.nextDouble());
            }
        }
    }

    /** Mostly one that was handed over before, sometimes another one of the same letters. */
    private static Text text(Column column, Text[] texts, Random random) {
        if (column.name().equals("many_texts")) {
            return Text.of("a text of which there is no other one: " + random.nextLong());
        }
        Text text = texts[random.nextInt(texts.length)];
        return random.nextInt(10) == 0 ? Text.of(text.toString()) : text;
    }

    /** The open row. */
    private static List<Object> row(RowBlock block) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < EVERY_TYPE.columns().size(); i++) {
            if (block.isOpenNull(i)) {
                row.add("null");
            } else if (EVERY_TYPE.columns().get(i).type() == ColumnType.TEXT) {
                row.add(block.text(i, block.rows()).toString());
            } else {
                row.add(block.number(i, block.rows()));
            }
        }
        return row;
    }

    private List<List<Object>> read(String name) {
        List<List<Object>> rows = new ArrayList<>();
        RowBlock block = new RowBlock(EVERY_TYPE, 1);
        new StoredRows(new StoreFiles(folder, Disk.local(), Access.OWNER), EVERY_TYPE)
                .each(
                        name,
                        block,
                        () -> {
                            rows.add(row(block));
                            block.clearRow();
                        });
        return rows;
    }

    private String ask(String sql, Object... values) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            String file = folder.resolve("told.parquet").toString();
            statement.execute(
                    "create view told as select path_in_schema as path, * from parquet_metadata('"
                            + file
                            + "')");
            try (ResultSet result =
                    statement.executeQuery(
                            sql.formatted(values).replace("'told.parquet'", "'" + file + "'"))) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
