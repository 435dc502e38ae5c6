package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.workspace.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readings of several meters in order of time, as loggers write them, and how they are kept. */
class SeriesTest {

    private static final Dataset TABLE = Datasets.METER_READINGS;
    private static final String DOCUMENT = "0123456789abcdef01234567";
    private static final int BLOCK_ROWS = 4_096;
    private static final long MICROS = 1_000_000;

    /** Noon of the last day of a month, in the zone of {@link Readings}. */
    private static final Instant START = Instant.parse("2026-09-30T10:00:00Z");

    private static final int METERS = 40;
    private static final int SECONDS = 10;

    /** A day, half of which is in the next month: more than the rows that come together. */
    private static final int ROWS = METERS * 86_400 / SECONDS;

    @TempDir private Path folder;

    @Test
    void rowsOfAMeterComeTogetherInTheOrderOfTheirLines() throws Exception {
        write(ROWS, row -> 1_000L * row, BLOCK_ROWS);

        for (String month : List.of("2026-09", "2026-10")) {
            List<String> order = rows("meter_key || ' ' || line", month);
            List<String> sorted = new ArrayList<>(order);
            sorted.sort(
                    Comparator.comparing((String it) -> it.split(" ")[0])
                            .thenComparing(it -> Integer.parseInt(it.split(" ")[1])));
            long runs = runs(order);

            assertThat(new HashSet<>(order)).hasSize(ROWS / 2);
            assertThat(order).hasSize(ROWS / 2);
            assertThat(runs).as("runs of a meter's rows").isLessThanOrEqualTo(3L * METERS);
            assertThat(linesOf("meter-7", order)).isEqualTo(linesOf("meter-7", sorted));
        }
    }

    @Test
    void eachRowKeepsWhatItHas() throws Exception {
        long seed = new Random().nextLong();
        long[] values = new Random(seed).longs(ROWS, -999_999_999L, 999_999_999L).toArray();
        write(ROWS, row -> values[row], BLOCK_ROWS);

        List<String> kept =
                rows(
                        "line || ' ' || meter_key || ' ' || epoch(measured_at)::bigint || ' ' ||"
                                + " (value * 1000)::bigint || ' ' || coalesce(quality, '-')",
                        "*");

        assertThat(kept.stream().sorted().toList())
                .as("seed %d", seed)
                .isEqualTo(
                        IntStream.range(0, ROWS)
                                .mapToObj(
                                        row ->
                                                (row + 1)
                                                        + (" meter-" + row % METERS)
                                                        + (" " + second(row))
                                                        + (" " + values[row])
                                                        + (isEstimated(row) ? " estimated" : " -"))
                                .sorted()
                                .toList());
    }

    @Test
    void theBytesDoNotDependOnTheStretchesInWhichRowsCome() throws Exception {
        write(ROWS, row -> 7L * row, BLOCK_ROWS);
        List<String> first = bytes().stream().map(Fingerprint::of).toList();
        write(ROWS, row -> 7L * row, 1_000);

        assertThat(bytes().stream().map(Fingerprint::of).toList()).isEqualTo(first);
    }

    /** Machines take some watts more or less, which loggers tell with one decimal. */
    @Test
    void powerTakesLessThanTwoBytesAReading() throws Exception {
        Random random = new Random(1);
        write(ROWS, row -> 100L * (1_800 + 10 * (row % 30) + random.nextInt(400)), BLOCK_ROWS);

        assertThat(bytesOfAReading()).isLessThan(1.5);
        assertThat(encodings("value")).contains("DICTIONARY");
    }

    /** A register in whole watt-hours that goes on by nearly the same. */
    @Test
    void aRegisterTakesLessThanTwoBytesAReading() throws Exception {
        Random random = new Random(1);
        long[] registers = new long[METERS];
        write(
                ROWS,
                row -> {
                    registers[row % METERS] +=
                            1_000L * (60 + Math.round(5 * random.nextGaussian()));
                    return registers[row % METERS];
                },
                BLOCK_ROWS);

        assertThat(bytesOfAReading()).isLessThan(1.5);
        assertThat(encodings("value")).isEqualTo("DELTA_BINARY_PACKED");
        assertThat(rows("max(value)::bigint", "*"))
                .containsExactly(
                        Long.toString(LongStream.of(registers).max().orElseThrow() / 1_000));
    }

    /** A rack that tells its power and its register by turns. */
    @Test
    void twoKindsOfOneMeterTakeLessThanTwoBytesAReading() throws Exception {
        Random random = new Random(1);
        long[] registers = new long[METERS];
        write(
                ROWS,
                row ->
                        isRegister(row)
                                ? registers[row % METERS] += 1_000L * (55 + random.nextInt(10))
                                : 100L * (19_000 + random.nextInt(300)),
                BLOCK_ROWS,
                row -> isRegister(row) ? "counter" : "power");

        assertThat(bytesOfAReading()).isLessThan(1.5);
        assertThat(runs(rows("meter_key || kind", "*"))).isLessThanOrEqualTo(2 * 4L * METERS);
    }

    @Test
    void seriesAreToldByTextsThatEachRowHas() {
        for (Dataset dataset : Datasets.collected()) {
            for (String name : dataset.seriesColumns()) {
                Column column = dataset.columns().get(dataset.index(name));

                assertThat(column.isRequired()).as(dataset.name() + " " + name).isTrue();
                assertThat(column.type())
                        .as(dataset.name() + " " + name)
                        .isEqualTo(ColumnType.TEXT);
            }
        }
    }

    /** Few different numbers for some pages, and then ever other ones. */
    @ParameterizedTest
    @ValueSource(ints = {20_000, 30_000, 200_000})
    void aDictionaryThatGrowsTooLargeIsLeft(int few) throws Exception {
        Random random = new Random(1);
        long[] values =
                IntStream.range(0, ROWS)
                        .mapToLong(row -> row < few ? random.nextInt(400) : row)
                        .toArray();
        write(ROWS, row -> 1_000L * values[row], BLOCK_ROWS);

        assertThat(rows("sum(value)::bigint", "*"))
                .containsExactly(Long.toString(LongStream.of(values).sum()));
        assertThat(encodings("value")).contains("DELTA_BINARY_PACKED");
        assertThat(encodings("value").contains("DICTIONARY")).isEqualTo(few == 200_000);
    }

    @Test
    void aDocumentOfOneRowIsKept() throws Exception {
        write(1, row -> 12L, 1);

        assertThat(rows("value", "*")).containsExactly("0.012");
    }

    private void write(int count, IntToLongFunction value, int blockRows) throws IOException {
        write(count, value, blockRows, row -> "power");
    }

    private void write(int count, IntToLongFunction value, int blockRows, IntFunction<String> kind)
            throws IOException {
        Text[] meters =
                IntStream.range(0, METERS)
                        .mapToObj(meter -> Text.of("meter-" + meter))
                        .toArray(Text[]::new);
        Text estimated = Text.of("estimated");
        Store store = new Store(folder, Origin.UNKNOWN, Access.OWNER, Disk.local());
        try (DocumentWriter document = store.document(DOCUMENT, TABLE, Readings.ZONE)) {
            PartWriter part = document.part(0);
            RowBlock block = new RowBlock(TABLE, blockRows);
            for (int row = 0; row < count; row++) {
                block.set(TABLE.index("meter_key"), meters[row % METERS]);
                Readings.text(block, "quantity", "electricity");
                Readings.text(block, "kind", kind.apply(row));
                Readings.text(block, "document_id", DOCUMENT);
                block.set(TABLE.index("measured_at"), second(row) * MICROS);
                block.set(TABLE.index("value"), value.applyAsLong(row));
                block.set(TABLE.index("quality"), isEstimated(row) ? estimated : null);
                block.set(TABLE.index("line"), row + 1L);
                block.closeRow();
                if (block.isFull()) {
                    part.write(block);
                }
            }
            part.write(block);
            part.finish();
            assertThat(part.rows()).isEqualTo(count);
            document.commit(Readings.row(DOCUMENT, 1, count));
        }
    }

    private static long second(int row) {
        return START.getEpochSecond() + row / METERS * (long) SECONDS;
    }

    private static boolean isRegister(int row) {
        return row / METERS % 2 == 1;
    }

    private static boolean isEstimated(int row) {
        return row % 1_001 == 0;
    }

    private static long runs(List<String> order) {
        return IntStream.range(0, order.size())
                .filter(it -> it == 0 || !meter(order.get(it)).equals(meter(order.get(it - 1))))
                .count();
    }

    private static List<String> linesOf(String meter, List<String> order) {
        return order.stream().filter(it -> meter(it).equals(meter)).toList();
    }

    private static String meter(String row) {
        return row.split(" ")[0];
    }

    private double bytesOfAReading() throws IOException {
        return bytes().stream().mapToLong(it -> it.length).sum() / (double) ROWS;
    }

    private List<byte[]> bytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("meter_readings"))) {
            return files.filter(Files::isRegularFile).sorted().map(SeriesTest::read).toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> rows(String expression, String month) throws SQLException {
        return ask("select %s from '%s'".formatted(expression, files(month)));
    }

    private String encodings(String column) throws SQLException {
        return ask(("select string_agg(distinct encodings, ', ') from parquet_metadata('%s')"
                                + " where path_in_schema = '%s'")
                        .formatted(files("*"), column))
                .get(0);
    }

    private String files(String month) {
        return folder.resolve("meter_readings/month=" + month) + "/*.parquet";
    }

    private static List<String> ask(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
