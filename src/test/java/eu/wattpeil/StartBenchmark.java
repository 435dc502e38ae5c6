package eu.wattpeil;

import eu.wattpeil.MeasuredProcess.Taken;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long commands take that read, a run with nothing to do, and one with one more document, as
 * users start them: {@code java -jar}, over the store of a new workspace and over one of many small
 * documents. Beside each stand the same with Java's default options, and a process in which DuckDB
 * counts the readings of the store, alternating with it in one run. Not part of the build; run it
 * by
 *
 * <pre>mvn -q -DskipTests package &amp;&amp; mvn -q test -Dtest=StartBenchmark</pre>
 *
 * with {@code -Dbenchmark.documents=2000} for another number than 20,000, which take some minutes
 * to collect, and {@code -Dbenchmark.workspace=FOLDER} to keep the workspaces, or to use those that
 * are there. On a machine that does other work, too, the seconds of processor say more than those
 * of the clock.
 */
class StartBenchmark {

    private static final int DOCUMENTS = Integer.getInteger("benchmark.documents", 20_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int METERS = 10;
    private static final LocalDate LAST =
            YearMonth.now(ZoneOffset.UTC).minusMonths(1).atEndOfMonth();

    /** Options of one's own: the command runs as Java runs it without our doing. */
    private static final List<String> DEFAULT = List.of("-Xshare:auto");

    private static final Map<String, List<String>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("--version", List.of("--version"));
        COMMANDS.put("kpis", List.of("kpis"));
        COMMANDS.put("query", List.of("query", "select 1"));
        COMMANDS.put("check", List.of("check"));
        COMMANDS.put("status", List.of("status"));
        COMMANDS.put("run, nothing to do", List.of("run", "--quiet"));
    }

    @TempDir Path temporary;

    @Test
    void commandsThatReadStartSoon() throws Exception {
        String kept = System.getProperty("benchmark.workspace", "");
        Path folder = kept.isEmpty() ? temporary : Path.of(kept);
        Path fresh = folder.resolve("new");
        Path grown = folder.resolve("grown");
        if (!Files.exists(grown)) {
            MeasuredProcess.ofJar(List.of(), List.of("init", fresh.toString()));
            MeasuredProcess.ofJar(List.of(), List.of("init", grown.toString()));
            grow(grown);
        }
        for (Path workspace : List.of(fresh, grown)) {
            for (int time = 0; time < 2; time++) {
                MeasuredProcess.ofJar(List.of(), in(workspace, List.of("run", "--quiet")));
                MeasuredProcess.ofJar(List.of(), in(workspace, List.of("status")));
            }
            for (Map.Entry<String, List<String>> command : COMMANDS.entrySet()) {
                measure(workspace, command.getKey(), command.getValue(), () -> {});
            }
        }
        measure(grown, "run, one more", COMMANDS.get("run, nothing to do"), () -> addTo(grown));
    }

    @FunctionalInterface
    private interface Preparation {
        void make() throws IOException;
    }

    /** One document more of the last day: its month is computed and published anew. */
    private static void addTo(Path workspace) throws IOException {
        Files.writeString(
                workspace.resolve("inbox/example/late-" + UUID.randomUUID() + ".csv"),
                "Meter;Time;Register (kWh)%nM3;%02d/%02d/%d 23:30;%d%n"
                        .formatted(
                                LAST.getDayOfMonth(),
                                LAST.getMonthValue(),
                                LAST.getYear(),
                                1_000_000 + System.nanoTime() % 1_000_000));
    }

    private void measure(Path workspace, String name, List<String> command, Preparation before)
            throws Exception {
        List<String> line = command.contains("--version") ? command : in(workspace, command);
        List<Taken> ours = new ArrayList<>();
        List<Taken> plain = new ArrayList<>();
        List<Taken> counts = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            before.make();
            ours.add(MeasuredProcess.ofJar(List.of(), line));
            before.make();
            plain.add(MeasuredProcess.ofJar(DEFAULT, line));
            counts.add(
                    MeasuredProcess.run(
                            DuckDbStatement.class,
                            StoredReadings.counting(workspace.resolve("store"))));
        }
        String what = "%s, %,d documents".formatted(name, documents(workspace));
        Taken taken = Taken.median(ours);
        BenchmarkTable.add(what, taken, "the same with Java's options", Taken.median(plain));
        BenchmarkTable.add(what, taken, "DuckDB counts the readings", Taken.median(counts));
    }

    @AfterAll
    static void print() throws IOException {
        BenchmarkTable.print();
    }

    private static List<String> in(Path workspace, List<String> command) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("--workspace", workspace.toString()));
        return line;
    }

    private static long documents(Path workspace) throws IOException {
        try (Stream<Path> rows = Files.list(workspace.resolve("store/documents"))) {
            return rows.filter(it -> it.toString().endsWith(".parquet")).count();
        }
    }

    /** Registers of some meters, a file for each of them and each day. */
    private static void grow(Path workspace) throws IOException {
        try (Stream<Path> examples = Files.list(workspace.resolve("inbox/example"))) {
            for (Path example : examples.toList()) {
                Files.delete(example);
            }
        }
        Files.writeString(
                workspace.resolve("config/wattpeil.yaml"),
                "\nfirst-month: " + YearMonth.from(LAST) + "\n",
                StandardOpenOption.APPEND);
        Path meters = workspace.resolve("config/meters.csv");
        List<String> rows = new ArrayList<>();
        rows.add(
                "meter_id,meter_key,room_id,site_id,role,multiplier,register_max,max_power_w,"
                        + "valid_from,valid_to");
        for (int meter = 0; meter < METERS; meter++) {
            String role = meter == 0 ? "room_total" : meter == 1 ? "it" : "device";
            rows.add(
                    "m%d,M%d,server-room,main-building,%s,1,,20000,2000-01-01,"
                            .formatted(meter, meter, role));
            write(workspace, meter);
        }
        Files.write(meters, rows);
    }

    private static void write(Path workspace, int meter) throws IOException {
        double register = 1_000;
        int days = DOCUMENTS / METERS;
        for (LocalDate day : LAST.minusDays(days - 1L).datesUntil(LAST.plusDays(1)).toList()) {
            Path file = workspace.resolve("inbox/example/M" + meter + "-" + day + ".csv");
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("Meter;Time;Register (kWh)\n");
                for (int hour = 4; hour < 24; hour++) {
                    register += meter == 0 ? 4 : 2;
                    out.write(
                            String.format(
                                    Locale.ROOT,
                                    "M%d;%02d/%02d/%d %02d:00;%.0f%n",
                                    meter,
                                    day.getDayOfMonth(),
                                    day.getMonthValue(),
                                    day.getYear(),
                                    hour,
                                    register));
                }
            }
        }
    }
}
