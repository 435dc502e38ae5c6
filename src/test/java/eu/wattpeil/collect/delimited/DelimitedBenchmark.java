package eu.wattpeil.collect.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatCases;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.StoreReading;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the format takes for a large document, against DuckDB's own copy of the same file in the
 * same run. Not part of the build; run it by
 *
 * <pre>_JAVA_OPTIONS=-Xmx512m mvn -q test -Dtest=DelimitedBenchmark</pre>
 *
 * with {@code -Dbenchmark.rows=1000000} for another number of rows than ten million. On a machine
 * that does other work, too, the seconds of processor say more than those of the clock; both are
 * printed.
 */
class DelimitedBenchmark {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final int ROUNDS = 4;
    private static final int METERS = 40;
    private static final double MOST = 2.5;
    private static final String OPTIONS =
            """
            delimiter: ";"
            decimal: ","
            columns:
              meter_key: Meter
              measured_at: {column: Tijdstip, pattern: "dd/MM/yyyy HH:mm:ss"}
              value: {column: Stand, unit: kWh, kind: counter}
            constants: {quantity: electricity}
            """;

    /** The file as it is, and with the columns that the store has, instants included. */
    private static final String DUCKDB_PLAIN =
            """
            copy (select Meter, Tijdstip, Stand from %s)
            to '%s' (format parquet, compression zstd)
            """;

    private static final String DUCKDB_SAME =
            """
            copy (
                select
                    Meter as meter_key,
                    'electricity' as quantity,
                    'counter' as kind,
                    null::timestamptz as started_at,
                    Tijdstip at time zone 'Europe/Brussels' as measured_at,
                    (Stand * 1000)::decimal(18, 3) as value,
                    null::varchar as quality,
                    '0123456789abcdef' as document_id,
                    row_number() over () + 1 as line,
                from %s
            )
            to '%s' (format parquet, compression zstd)
            """;

    private static final String READ_CSV =
            """
            read_csv(
                '%s', delim = ';', header = true, decimal_separator = ',',
                timestampformat = '%%d/%%m/%%Y %%H:%%M:%%S',
                columns = {'Tijdstip': 'TIMESTAMP', 'Meter': 'VARCHAR', 'Stand': 'DECIMAL(18, 3)'}
            )
            """;

    @TempDir private Path folder;

    @Test
    void takesAtMostTwoAndAHalfTimesWhatDuckDbTakes() throws Exception {
        long rows = Long.getLong("benchmark.rows", 10_000_000L);
        Path file = folder.resolve("readings.csv");
        write(file, rows);
        Document document = FormatCases.document("readings.csv", file);
        System.out.printf(
                "%,d rows, %,d bytes, heap at most %,d MB%n",
                rows, Files.size(file), Runtime.getRuntime().maxMemory() >> 20);
        double best = Double.MAX_VALUE;
        double bestSame = Double.MAX_VALUE;
        double bestPlain = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            Seconds parse = timed(() -> parse(document, rows));
            Seconds whole = timed(() -> store(document, rows));
            Seconds same = timed(() -> copy(DUCKDB_SAME, file));
            Seconds plain = timed(() -> copy(DUCKDB_PLAIN, file));
            System.out.printf(
                    "parse %s (%,.0f rows/s) | to Parquet %s | DuckDB, same columns %s, as it is %s"
                            + " | ratio %.2f, %.2f | heap %,d MB%n",
                    parse,
                    rows / parse.clock(),
                    whole,
                    same,
                    plain,
                    whole.clock() / same.clock(),
                    whole.clock() / plain.clock(),
                    heapMb());
            best = Math.min(best, whole.clock());
            bestSame = Math.min(bestSame, same.clock());
            bestPlain = Math.min(bestPlain, plain.clock());
        }
        System.out.printf(
                "best of %d: %.2f s against %.2f s (ratio %.2f) and %.2f s (ratio %.2f)%n",
                ROUNDS, best, bestSame, best / bestSame, bestPlain, best / bestPlain);
        assertThat(best / bestSame).isLessThan(MOST);
    }

    @Test
    void readsTheSameAsDuckDb() throws Exception {
        Path file = folder.resolve("readings.csv");
        // Up to the end of September: DuckDB knows no second pass of a repeated hour.
        long rows = 500_000;
        write(file, rows);
        store(FormatCases.document("readings.csv", file), rows);
        copy(DUCKDB_SAME, file);
        String difference =
                """
                select count(*) from (
                    select meter_key, quantity, kind, measured_at, value, line
                    from '%s/store/meter_readings/*/*.parquet'
                    except all
                    select meter_key, quantity, kind, measured_at, value, line
                    from '%s/duckdb.parquet'
                )
                """
                        .formatted(folder, folder);
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(difference)) {
            result.next();
            assertThat(result.getLong(1)).isZero();
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /**
     * How long something took.
     *
     * @param clock seconds that passed
     * @param processor seconds that all threads of this process had a core, the collector's too
     */
    private record Seconds(double clock, double processor) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s (cpu %.2f)", clock, processor);
        }
    }

    private static Seconds timed(Work work) throws Exception {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long start = System.nanoTime();
        long processor = system.getProcessCpuTime();
        work.run();
        return new Seconds(
                (System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - processor) / 1e9);
    }

    private void parse(Document document, long rows) throws Exception {
        Format format = format();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Long>> counts = new ArrayList<>();
            for (Format.Piece piece : format.pieces(document)) {
                counts.add(
                        threads.submit(
                                () -> {
                                    CountedRecords counted = new CountedRecords();
                                    piece.read(counted);
                                    return counted.rows;
                                }));
            }
            long read = 0;
            for (Future<Long> count : counts) {
                read += count.get();
            }
            assertThat(read).isEqualTo(rows);
        } catch (ExecutionException failed) {
            throw new IOException(failed);
        } finally {
            threads.shutdown();
        }
    }

    /** Fills blocks and forgets them. */
    private static final class CountedRecords implements Records {

        private final RowBlock block = new RowBlock(Datasets.METER_READINGS, 4_096);
        private long rows;

        @Override
        public RowBlock rows() {
            return block;
        }

        @Override
        public void accept(long line) {
            rows++;
            block.closeRow();
            if (block.isFull()) {
                block.clear();
            }
        }

        @Override
        public void reject(Reject reject) {
            throw new IllegalStateException(reject.toString());
        }
    }

    private void store(Document document, long rows) throws IOException {
        Path root = folder.resolve("store");
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        long read =
                StoreReading.read(
                        Store.open(root), BRUSSELS, document, Datasets.METER_READINGS, format());
        assertThat(read).isEqualTo(rows);
    }

    private void copy(String sql, Path file) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    sql.formatted(READ_CSV.formatted(file), folder.resolve("duckdb.parquet")));
        }
    }

    private static Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set threads = 2");
        }
        return connection;
    }

    private Format format() throws IOException {
        Path options = Files.writeString(folder.resolve("options.yaml"), OPTIONS);
        Problems problems = new Problems();
        Section section = Sections.read(folder, options, problems);
        Format format =
                DelimitedFormat.of(
                        new FormatContext(section, Datasets.METER_READINGS, BRUSSELS, Set.of()));
        assertThat(problems.all()).isEmpty();
        return format;
    }

    /** Quarter-hour counters of several meters from 2018 on, at each time one row per meter. */
    private static void write(Path file, long rows) throws IOException {
        DateTimeFormatter pattern = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
        long[] registers = new long[METERS];
        long state = 1;
        Instant time = ZonedDateTime.of(2018, 1, 1, 0, 0, 0, 0, BRUSSELS).toInstant();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write("Tijdstip;Meter;Stand\n".getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            for (long row = 0; row < rows; row += METERS) {
                String local = pattern.format(time.atZone(BRUSSELS));
                line.setLength(0);
                for (int meter = 0; meter < METERS && row + meter < rows; meter++) {
                    state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
                    registers[meter] += (state >>> 52) + 250;
                    long thousandths = registers[meter];
                    line.append(local)
                            .append(";METER-")
                            .append(100 + meter)
                            .append(';')
                            .append(thousandths / 1_000)
                            .append(',');
                    String decimals = Long.toString(1_000 + thousandths % 1_000);
                    line.append(decimals, 1, 4).append('\n');
                }
                out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
                time = time.plusSeconds(900);
            }
        }
    }

    private static long heapMb() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
    }
}
