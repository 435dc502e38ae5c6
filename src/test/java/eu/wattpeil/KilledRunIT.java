package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies leaves nothing behind that a later run does not put right. */
class KilledRunIT {

    /** The log of runs tells when they were, which no two runs share. */
    private static final Predicate<String> EVERYTHING_BUT_THE_LOG =
            name -> !name.startsWith("runs/");

    /** A moment in a run: when a folder has so many files. */
    private record Moment(String folder, int files) {}

    /** Of the sample's months, those of 2025: each killed run goes a little further. */
    private static final Predicate<String> OF_2025 = name -> name.contains("2025");

    private static final List<Moment> MOMENTS =
            List.of(
                    new Moment("store/_staging", 1),
                    new Moment("store/documents", 1),
                    new Moment("store/devices", 4),
                    new Moment("store/meter_readings", 2),
                    new Moment("store/documents", 7),
                    new Moment("store/print_jobs", 1),
                    new Moment("store/documents", 11),
                    new Moment("store/meter_readings", 6),
                    new Moment("store/documents", 16),
                    new Moment("store/hourly_energy", 1),
                    new Moment("store/hourly_energy", 2),
                    new Moment("store/kpi_values", 2),
                    new Moment("store/hourly_energy", 4),
                    new Moment("store/kpi_values", 4),
                    new Moment("reports", 1),
                    new Moment("reports", 5));

    @TempDir Path folder;

    @Test
    void endsInTheSameBytesAfterKillsAtManyMoments() throws Exception {
        Program undisturbed = Program.onSampleData(folder.resolve("undisturbed"), OF_2025);
        assertThat(undisturbed.run("run").code()).isZero();

        Program killed = Program.onSampleData(folder.resolve("killed"), OF_2025);
        int kills = 0;
        for (Moment moment : MOMENTS) {
            kills += killAt(killed, moment) ? 1 : 0;
        }
        Ended last = killed.run("run");

        assertThat(kills).isGreaterThanOrEqualTo(10);
        assertThat(last.err()).doesNotContain("Exception");
        assertThat(last.code()).isZero();
        assertSame(killed, undisturbed, "store", EVERYTHING_BUT_THE_LOG);
        assertSame(killed, undisturbed, "reports", name -> true);
        assertThat(killed.run("run").out()).contains("nothing to do");
    }

    private static void assertSame(
            Program killed, Program undisturbed, String part, Predicate<String> isWanted) {
        Map<String, byte[]> expected = undisturbed.files(part, isWanted);
        Map<String, byte[]> found = killed.files(part, isWanted);
        assertThat(expected).isNotEmpty();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
    }

    /** Kills a run at a moment; false where it was over before. */
    private boolean killAt(Program program, Moment moment)
            throws IOException, InterruptedException {
        Path log = folder.resolve("killed.log");
        Process process = program.start(log, log, "run");
        while (process.isAlive() && program.count(moment.folder()) < moment.files()) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        boolean isAlive = process.isAlive();
        process.destroyForcibly().waitFor();
        return isAlive;
    }
}
