package eu.wattpeil;

import static eu.wattpeil.ReadingsFile.Stamps.ISO;
import static eu.wattpeil.ReadingsFile.Stamps.LETTERS;
import static eu.wattpeil.ReadingsFile.Stamps.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.MeasuredProcess.Taken;
import eu.wattpeil.ReadingsFile.Stamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a run takes for a large document, against DuckDB's own copy of the same file into
 * Parquet: both as whole processes, from the start of Java to its end, in alternating rounds. Not
 * part of the build; run it by
 *
 * <pre>mvn -q -DskipTests package &amp;&amp; mvn -q test -Dtest=CopyBenchmark</pre>
 *
 * with {@code -Dbenchmark.rows=10000000} for another number of rows than two million, {@code
 * -Dbenchmark.rounds=5} for another number of rounds than three, and {@code
 * -Dbenchmark.files=local-.*} for the kinds of files whose name an expression matches. DuckDB
 * copies the three columns as they are; a run also reads its definition, judges each row by the
 * dataset's rules, writes nine columns into a file per month, syncs them, reads them back, and
 * keeps the ledger and the job repository. The workspace has had a run before. The first line says
 * what a run takes for two rows. Medians are printed, and the ratio of the processors' seconds,
 * which say more than the clock's on a machine that does other work, too.
 */
class CopyBenchmark {

    private static final List<ReadingsFile> FILES =
            List.of(
                    new ReadingsFile(ISO, false, 500, false, ""),
                    new ReadingsFile(LETTERS, false, 500, false, ""),
                    new ReadingsFile(LOCAL, false, 500, false, ""),
                    new ReadingsFile(ISO, true, 500, false, ""),
                    new ReadingsFile(LOCAL, true, 500, false, ""),
                    new ReadingsFile(ISO, false, 1, false, ""),
                    new ReadingsFile(LETTERS, false, 1, false, ""),
                    new ReadingsFile(LETTERS, false, 50_000, false, ""),
                    new ReadingsFile(LOCAL, true, 50_000, false, ""),
                    new ReadingsFile(ISO, false, 500, true, ""),
                    new ReadingsFile(LOCAL, false, 500, false, ".gz"),
                    new ReadingsFile(LOCAL, false, 500, false, ".zst"),
                    new ReadingsFile(LOCAL, false, 500, true, ""));

    /** What a run makes in a workspace. */
    private static final List<String> MADE = List.of("store", ".wattpeil");

    @TempDir private Path folder;

    @Test
    void takesALargeFileIntoTheStore() throws Exception {
        long rows = Long.getLong("benchmark.rows", 2_000_000L);
        int rounds = Integer.getInteger("benchmark.rounds", 3);
        Pattern wanted = Pattern.compile(System.getProperty("benchmark.files", ".*"));
        System.out.printf(
                "%,d rows, %d rounds, %d cores%n",
                rows, rounds, Runtime.getRuntime().availableProcessors());
        measure(FILES.get(0), 2, rounds);
        for (ReadingsFile file : FILES) {
            if (wanted.matcher(file.name()).matches()) {
                measure(file, rows, rounds);
            }
        }
    }

    @AfterAll
    static void print() throws IOException {
        BenchmarkTable.print();
    }

    private void measure(ReadingsFile kind, long rows, int rounds) throws Exception {
        Path workspace = workspace(kind);
        String ending = ".csv" + kind.packing();
        kind.write(workspace.resolve("inbox/first" + ending), 1);
        MeasuredProcess.ofJar(List.of(), run(workspace));
        for (String made : MADE) {
            copyAll(workspace.resolve(made), folder.resolve("begun/" + made));
        }
        Path file = workspace.resolve("inbox/readings" + ending);
        kind.write(file, rows);
        List<Taken> runs = new ArrayList<>();
        List<Taken> copies = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (String made : MADE) {
                remove(workspace.resolve(made));
                copyAll(folder.resolve("begun/" + made), workspace.resolve(made));
            }
            runs.add(MeasuredProcess.ofJar(List.of(), run(workspace)));
            copies.add(MeasuredProcess.run(DuckDbStatement.class, copy(kind, file)));
        }
        StoredReadings readings = StoredReadings.of(workspace.resolve("store"));
        assertThat(readings.count()).isEqualTo(rows + 1);
        BenchmarkTable.add(
                "%s, %,d rows, %.2f bytes a reading"
                        .formatted(kind.name(), rows, readings.bytesOfEach()),
                Taken.median(runs),
                "DuckDB copies it, %.2f bytes"
                        .formatted((double) Files.size(folder.resolve("copy.parquet")) / rows),
                Taken.median(copies));
        remove(workspace);
        remove(folder.resolve("begun"));
    }

    private static List<String> run(Path workspace) {
        return List.of("--workspace", workspace.toString(), "run", "--job", "readings");
    }

    private Path workspace(ReadingsFile kind) throws IOException {
        Path workspace = folder.resolve("workspace");
        Files.createDirectories(workspace.resolve("config"));
        Files.createDirectories(workspace.resolve("jobs/collect"));
        Files.createDirectories(workspace.resolve("inbox"));
        Files.writeString(
                workspace.resolve("config/wattpeil.yaml"),
                "organisation: {name: Benchmark, zone: "
                        + ReadingsFile.ZONE
                        + ", languages: [en]}\n");
        Files.writeString(
                workspace.resolve("config/meters.csv"),
                """
                meter_id,meter_key,room_id,site_id,role,multiplier,valid_from
                first,meter-100000,hall,town,room_total,1,2022-01-01
                """);
        Stamps stamps = kind.stamps();
        Files.writeString(
                workspace.resolve("jobs/collect/readings.yaml"),
                """
                dataset: meter_readings
                format: delimited
                source: {files: "inbox/*"}
                options:
                  delimiter: "%s"
                  decimal: "%s"
                  columns:
                    meter_key: meter
                    measured_at: {column: time, pattern: "%s"}
                    value: {column: register, unit: kWh, kind: counter}
                  constants: {quantity: electricity}
                """
                        .formatted(stamps.delimiter, stamps.decimal, stamps.pattern));
        return workspace;
    }

    private String copy(ReadingsFile kind, Path file) {
        Stamps stamps = kind.stamps();
        return """
        copy (
            select * from read_csv(
                '%s', delim = '%s', header = true, decimal_separator = '%s',
                timestampformat = '%s',
                columns = {'time': 'TIMESTAMP', 'meter': 'VARCHAR', 'register': 'DECIMAL(18, 3)'}
            )
        )
        to '%s' (format parquet, compression zstd)
        """
                .formatted(
                        file,
                        stamps.delimiter,
                        stamps.decimal,
                        stamps == LOCAL ? "%d/%m/%Y %H:%M" : "%Y-%m-%dT%H:%M:%SZ",
                        folder.resolve("copy.parquet"));
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path path : files.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void remove(Path start) throws IOException {
        if (Files.exists(start)) {
            try (Stream<Path> files = Files.walk(start)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
