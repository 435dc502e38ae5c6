package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Init;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.batch.core.job.JobExecutionException;

/** The workspace that {@code init} makes, with a report that takes little time. */
record SmallTown(Path root) {

    /** The only month, of September 2026, is over. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-15T00:00:00Z"), ZoneOffset.UTC);

    private static final Instant LONG_AGO = Instant.parse("2026-10-14T00:00:00Z");

    /** Makes it in a folder. */
    static SmallTown in(Path root) throws IOException {
        Init.write(root);
        SmallTown town = new SmallTown(root);
        town.write(
                "jobs/reports/monthly.yaml",
                """
                forms: [csv]
                sections:
                  - {id: all, title: {nl: Alles, en: All}, kpis: [dc_energy_total]}
                """);
        town.leaveAlone();
        return town;
    }

    Path state() {
        return Setup.stateFolder(root);
    }

    Path store(String file) {
        return root.resolve("store").resolve(file);
    }

    void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    /** What changed a moment ago is not remembered: its files did so before yesterday. */
    void leaveAlone() throws IOException {
        for (Path file : files(root.resolve("inbox"))) {
            Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        }
    }

    Outcome run(RunListener... listeners) throws IOException, JobExecutionException {
        return run(new Stop(), listeners);
    }

    Outcome run(Stop stop, RunListener... listeners) throws IOException, JobExecutionException {
        return run(CLOCK, stop, listeners);
    }

    Outcome run(Clock clock, Stop stop, RunListener... listeners)
            throws IOException, JobExecutionException {
        return Run.execute(Setup.load(root), RunScope.all(), List.of(listeners), stop, clock);
    }

    /** By name, a fingerprint of what is in the store and the reports, but when runs were. */
    SortedMap<String, String> bytes() throws IOException {
        SortedMap<String, String> bytes = new TreeMap<>();
        for (String part : List.of("store", "reports")) {
            Path folder = root.resolve(part);
            for (Path file : Files.exists(folder) ? files(folder) : List.<Path>of()) {
                String name = root.relativize(file).toString();
                if (!name.startsWith("store/runs/") && !name.endsWith(".damaged")) {
                    bytes.put(name, Fingerprint.of(Files.readAllBytes(file)));
                }
            }
        }
        return bytes;
    }

    /** Editions, what models left of months, and reports: what is not of rows and their files. */
    SortedMap<String, String> figures() throws IOException {
        SortedMap<String, String> figures = bytes();
        figures.keySet()
                .removeIf(
                        file ->
                                file.startsWith("store/meter_readings/")
                                        || file.startsWith("store/_packs/")
                                        || file.startsWith("store/_kept/")
                                        || file.startsWith("store/.")
                                        || file.equals("store/views.sql"));
        return figures;
    }

    /** The same of the state folder. */
    SortedMap<String, String> bytesOfState() throws IOException {
        SortedMap<String, String> bytes = new TreeMap<>();
        for (Path file : files(state())) {
            bytes.put(file.getFileName().toString(), Fingerprint.of(Files.readAllBytes(file)));
        }
        return bytes;
    }

    /** The only file of a folder of the store. */
    Path only(String folder) throws IOException {
        List<Path> found = files(store(folder));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** The ledger's row of the document whose name has a text in it. */
    Path rowOf(String document) {
        return Store.open(store("")).documents().stream()
                .filter(row -> row.name().contains(document))
                .map(row -> String.format("%06d-%s.parquet", row.batch(), row.documentId()))
                .map(name -> store("documents").resolve(name))
                .findFirst()
                .orElseThrow();
    }

    /** The table of figures that was published. */
    Path report() throws IOException {
        return files(root.resolve("reports/2026-09/edition-1")).stream()
                .filter(file -> file.toString().endsWith(".csv"))
                .findFirst()
                .orElseThrow();
    }

    SmallTown copyTo(Path folder) throws IOException {
        for (Path file : files(root)) {
            Path target = folder.resolve(root.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return new SmallTown(folder);
    }

    static List<Path> files(Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
