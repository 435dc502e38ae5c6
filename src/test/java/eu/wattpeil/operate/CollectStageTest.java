package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectStageTest {

    /** The month of the readings is not over: nothing is computed. */
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-10-15T00:00:00Z"), ZoneOffset.UTC);

    private static final int DOCUMENTS = 12;

    @TempDir Path folder;

    @Test
    void leavesTheSameBytesWhetherDefinitionsAreCollectedTogetherOrOneAfterTheOther()
            throws Exception {
        Path after = workspace("after");
        Path together = workspace("together");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier bothAreThere = new CyclicBarrier(2);
        try {
            run(after, Runnable::run);
            run(
                    together,
                    task ->
                            threads.execute(
                                    () -> {
                                        await(bothAreThere);
                                        task.run();
                                    }));
        } finally {
            threads.shutdown();
        }

        Map<String, String> bytes = bytes(after);
        assertThat(bytes.keySet()).filteredOn(it -> it.startsWith("documents/")).hasSize(24);
        assertThat(bytes(together)).isEqualTo(bytes);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException late) {
            throw new IllegalStateException(late);
        }
    }

    private static void run(Path root, Executor executor) throws Exception {
        RunScope all = RunScope.all();
        Outcome outcome =
                Run.execute(Setup.load(root), all, List.of(), new Stop(), CLOCK, executor);
        assertThat(outcome).isEqualTo(Outcome.DONE);
    }

    /** Two definitions that say different things of the same meters and times. */
    private Path workspace(String name) throws IOException {
        Path root = folder.resolve(name);
        write(
                root,
                "config/wattpeil.yaml",
                "organisation: {name: T, zone: Europe/Brussels, languages: [en]}\n");
        write(root, "config/meters.csv", MeterRow.HEADER + "\na,A,,town,it,1,,,2026-01-01,\n");
        for (String definition : List.of("first", "second")) {
            write(
                    root,
                    "jobs/collect/" + definition + ".yaml",
                    """
                    dataset: meter_readings
                    format: delimited
                    source: {files: inbox/NAME/*.csv}
                    options:
                      columns:
                        meter_key: meter
                        measured_at: {column: at, pattern: iso}
                        value: {column: value, kind: counter, unit: kWh}
                      constants: {quantity: electricity}
                    """
                            .replace("NAME", definition));
            for (int day = 1; day <= DOCUMENTS; day++) {
                write(
                        root,
                        "inbox/" + definition + "/" + day + ".csv",
                        String.format(
                                "meter,at,value%nA,2026-10-%02dT12:00:00+02:00,%d%n",
                                day, definition.length() * 1000 + day));
            }
        }
        return root;
    }

    private static Map<String, String> bytes(Path root) throws Exception {
        Path store = root.resolve("store");
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".parquet")).toList()) {
                bytes.put(
                        store.relativize(file).toString(),
                        HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return bytes;
    }

    private static void write(Path root, String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
