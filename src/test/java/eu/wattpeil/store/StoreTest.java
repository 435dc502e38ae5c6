package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final Dataset READINGS = Datasets.METER_READINGS;
    private static final long FIRST_OF_MONTH = 1_788_256_800_000_000L;
    private static final long TWENTY_DAYS = 20L * 86_400 * 1_000_000;
    private static final String DOCUMENT = "0123456789abcdef";

    private static final List<Text> METERS =
            List.of(Text.of("ups0"), Text.of("ups1"), Text.of("ups2"));

    @TempDir Path folder;

    @Test
    void keepsEveryValueAndNullAsDuckDbReadsThem() {
        try (DocumentWriter document = document()) {
            PartWriter part = document.part(0);
            RowBlock rows = new RowBlock(READINGS, 10);
            reading(rows, "ups", "counter", null, "2026-09-01T10:00:00Z", 1_234_567_890L, 7);
            rows.set(READINGS.index("quality"), Text.of("measured"));
            rows.closeRow();
            reading(rows, "ups", "counter", null, "2026-09-01T10:15:00Z", -5L, 8);
            rows.closeRow();
            part.write(rows);
            part.finish();
            document.commit(row(2));
        }

        assertThat(
                        query(
                                "select meter_key, kind, started_at is null, epoch_us(measured_at),"
                                        + " value, quality, line from read_parquet('%s')",
                                "meter_readings/month=2026-09/" + DOCUMENT + ".parquet"))
                .containsExactly(
                        "ups|counter|true|1788256800000000|1234567.890|measured|7",
                        "ups|counter|true|1788257700000000|-0.005|null|8");
    }

    @Test
    void putsAnIntervalIntoTheLocalMonthInWhichItStarts() {
        try (DocumentWriter document = document()) {
            PartWriter part = document.part(0);
            RowBlock rows = new RowBlock(READINGS, 10);
            reading(rows, "grid", "interval", "2026-09-30T21:45:00Z", "2026-09-30T22:00:00Z", 1, 1);
            rows.closeRow();
            reading(rows, "grid", "interval", "2026-09-30T22:00:00Z", "2026-09-30T22:15:00Z", 2, 2);
            rows.closeRow();
            part.write(rows);
            part.finish();
            document.commit(row(2));
        }

        assertThat(files())
                .containsOnlyKeys(
                        "documents/000001-" + DOCUMENT + ".parquet",
                        "meter_readings/month=2026-09/" + DOCUMENT + ".parquet",
                        "meter_readings/month=2026-10/" + DOCUMENT + ".parquet");
        assertThat(
                        query(
                                "select epoch(first_at), epoch(last_at) from read_parquet('%s')",
                                "documents/*.parquet"))
                .containsExactly("1.7908047E9|1.7908065E9");
    }

    @Test
    void showsNothingOfADocumentThatWasNotCommitted() {
        try (DocumentWriter document = document()) {
            write(document.part(0), 1000);
        }

        assertThat(files()).isEmpty();
        assertThat(Store.open(folder).documentIds()).isEmpty();
    }

    @Test
    void writesTheSameBytesAgain() {
        try (DocumentWriter document = document()) {
            write(document.part(0), 70_000);
            write(document.part(1), 10);
            document.commit(row(70_010));
        }
        Map<String, byte[]> first = files();

        try (DocumentWriter document = document()) {
            PartWriter other = document.part(1);
            write(other, 10);
            write(document.part(0), 70_000);
            document.commit(row(70_010));
        }

        assertThat(Readings.fingerprints(files())).isEqualTo(Readings.fingerprints(first));
        assertThat(first).hasSize(3);
    }

    @Test
    void readsBatchAndDocumentsFromTheLedgersFileNames() {
        try (DocumentWriter document = document()) {
            document.commit(row(0));
        }

        assertThat(Store.open(folder).documentIds()).containsExactly(DOCUMENT);
        assertThat(Store.open(folder).lastBatch()).isEqualTo(1);
    }

    @Test
    void removesWhatAKilledProcessLeft() throws IOException {
        Path inPlace = folder.resolve("meter_readings/month=2026-09/" + DOCUMENT + "-1.parquet");
        Path staged = folder.resolve("_staging/" + DOCUMENT + "/meter_readings/x.parquet");
        Path other = folder.resolve("meter_readings/month=2026-09/fedcba9876543210.parquet");
        for (Path file : List.of(inPlace, staged, other)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "half");
        }

        Store.open(folder).prepare();

        assertThat(inPlace).doesNotExist();
        assertThat(folder.resolve("_staging")).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void replacesATableFileOnlyWhenItIsCommitted() {
        Store store = Store.open(folder);
        String file = "rejects/part.parquet";
        writeReject(store, file, "one", true);
        writeReject(store, file, "two", false);

        assertThat(query("select reason from read_parquet('%s')", file)).containsExactly("one");

        writeReject(store, file, "three", true);

        assertThat(query("select reason from read_parquet('%s')", file)).containsExactly("three");
        assertThat(files()).containsOnlyKeys(file);
    }

    @Test
    void keepsManyRowGroups() {
        int count = 3_500_000;
        try (DocumentWriter document = document()) {
            write(document.part(0), count);
            document.commit(row(count));
        }

        assertThat(
                        query(
                                "select count(*), sum(line) from read_parquet('%s')",
                                "meter_readings/*/*.parquet"))
                .containsExactly("3500000|6124998250000");
        assertThat(
                        query(
                                "select count(distinct row_group_id) > 1"
                                        + " from parquet_metadata('%s')",
                                "meter_readings/*/*.parquet"))
                .containsExactly("true");
    }

    @Test
    void takesNothingForAbsentAndMakesNothingWhereItsDiskWentAway() throws IOException {
        Path root = folder.resolve("store");
        Store store = Store.open(root);
        store.prepare();
        store.writeText("runs/note", "text");
        assertThat(store.gone()).isEmpty();
        Files.move(root, folder.resolve("away"));
        String message =
                root
                        + ": the store is gone, expected it to stay while it is in use; is its disk"
                        + " or share not there any more? Bring it back, and the next run goes on"
                        + " from here";

        assertThat(store.gone()).contains(message);
        Stream.<ThrowingCallable>of(
                        () -> store.documents(),
                        () -> store.documentIds(),
                        () -> store.lastBatch(),
                        () -> store.readText("runs/note"),
                        () -> store.writeText("runs/note", "other"),
                        () -> store.writeBytes("runs/bytes", new byte[1]),
                        () -> writeReject(store, "rejects/a.parquet", "one", true))
                .forEach(
                        it ->
                                assertThatThrownBy(it)
                                        .isInstanceOf(StoreException.class)
                                        .hasMessage(message));
        assertThat(root).doesNotExist();

        // The folder that a disk is mounted on stays there without it.
        Files.createDirectory(root);
        assertThatThrownBy(() -> store.writeText("runs/note", "other")).hasMessage(message);
        assertThat(root).isEmptyDirectory();

        Files.delete(root);
        Files.move(folder.resolve("away"), root);
        assertThat(store.gone()).isEmpty();
        assertThat(store.readText("runs/note")).contains("text");
    }

    private static void writeReject(Store store, String file, String reason, boolean isCommitted) {
        try (TableFile table = store.create(Datasets.REJECTS, file)) {
            table.rows().set(Datasets.REJECTS.index("document_id"), Text.of(DOCUMENT));
            table.rows().set(Datasets.REJECTS.index("line"), 1);
            table.rows().set(Datasets.REJECTS.index("reason"), Text.of(reason));
            table.rows().set(Datasets.REJECTS.index("expected"), Text.of("a number"));
            table.closeRow();
            if (isCommitted) {
                table.commit();
            }
        }
    }

    private DocumentWriter document() {
        return Store.open(folder).document(DOCUMENT, READINGS, ZONE);
    }

    private static void write(PartWriter part, int count) {
        RowBlock rows = new RowBlock(READINGS, 4096);
        for (int i = 0; i < count; i++) {
            long at = FIRST_OF_MONTH + mixed(i) % TWENTY_DAYS;
            reading(rows, METERS.get(i % 3), "power", null, at, mixed(i), i);
            rows.closeRow();
            if (rows.isFull()) {
                part.write(rows);
            }
        }
        part.write(rows);
        part.finish();
    }

    /** Digits without a pattern, so that they fill row groups. */
    private static long mixed(int i) {
        long mixed = i * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ (mixed >>> 27)) >>> 8;
    }

    private static void reading(
            RowBlock rows,
            String meter,
            String kind,
            String startedAt,
            String measuredAt,
            long thousandths,
            long line) {
        Long start = startedAt == null ? null : micros(startedAt);
        reading(rows, Text.of(meter), kind, start, micros(measuredAt), thousandths, line);
    }

    private static void reading(
            RowBlock rows,
            Text meter,
            String kind,
            Long startedAt,
            long measuredAt,
            long thousandths,
            long line) {
        rows.set(READINGS.index("meter_key"), meter);
        rows.set(READINGS.index("quantity"), Text.of("electricity"));
        rows.set(READINGS.index("kind"), Text.of(kind));
        if (startedAt != null) {
            rows.set(READINGS.index("started_at"), startedAt);
        }
        rows.set(READINGS.index("measured_at"), measuredAt);
        rows.set(READINGS.index("value"), thousandths);
        rows.set(READINGS.index("document_id"), Text.of(DOCUMENT));
        rows.set(READINGS.index("line"), line);
    }

    private static long micros(String instant) {
        return Instant.parse(instant).toEpochMilli() * 1000;
    }

    private static LedgerRow row(long records) {
        return new LedgerRow(
                DOCUMENT, 1, "ups", "reading", "meter_readings", "ups.csv", "abc", 10, records, 0);
    }

    private List<String> query(String sql, String files) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql.formatted(folder + "/" + files))) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return files;
    }
}
