package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies, or is told to stop, leaves nothing behind that a later run must mend. */
@DisabledOnOs(OS.WINDOWS)
class KilledRunIT {

    /** The log of runs tells when they were, which no two runs share. */
    private static final Predicate<String> EVERYTHING_BUT_THE_LOG =
            name -> !name.startsWith("runs/");

    private static final String KILLED = "KILL";
    private static final String TERMINATED = "TERM";
    private static final String INTERRUPTED = "INT";

    /**
     * A moment in a run, when a folder has so many files and one more than before it, and the
     * signal it is ended with.
     */
    private record Moment(String folder, int files, String signal) {}

    private static final int SIGINT = 2;

    /** A run that was alive at its moment: how it ended, and what it printed. */
    private record Disturbed(Moment moment, int code, String printed) {}

    /** Of the sample's months, those of 2025: each run goes a little further. */
    private static final Predicate<String> OF_2025 = name -> name.contains("2025");

    private static final List<Moment> MOMENTS =
            List.of(
                    new Moment("store/_staging", 1, KILLED),
                    new Moment("store/documents", 1, TERMINATED),
                    new Moment("store/meter_readings", 2, KILLED),
                    new Moment("store/documents", 11, INTERRUPTED),
                    new Moment("store/print_jobs", 1, KILLED),
                    new Moment("store/documents", 20, KILLED),
                    new Moment("store/hourly_energy", 1, TERMINATED),
                    new Moment("store/hourly_energy", 2, KILLED),
                    new Moment("store/kpi_values", 2, INTERRUPTED),
                    new Moment("store/kpi_values", 4, KILLED),
                    new Moment("reports", 1, KILLED),
                    new Moment("reports", 5, TERMINATED));

    @TempDir static Path folder;

    private static Program undisturbed;
    private static Program disturbed;
    private static final List<Disturbed> DISTURBED = new ArrayList<>();
    private static Ended last;

    @BeforeAll
    static void disturbRunsUntilNothingIsLeftToDo() throws Exception {
        undisturbed = Program.onSampleData(folder.resolve("undisturbed"), OF_2025);
        assertThat(undisturbed.inProcess("run").code()).isZero();

        disturbed = Program.onSampleData(folder.resolve("disturbed"), OF_2025);
        for (Moment moment : MOMENTS) {
            disturb(moment);
        }
        last = disturbed.inProcess("run");
    }

    @Test
    void endsInTheSameBytesAsARunThatNobodyDisturbed() {
        assertThat(DISTURBED).hasSizeGreaterThanOrEqualTo(8);
        assertThat(last.err()).isEmpty();
        assertThat(last.code()).isZero();
        assertSame("store", EVERYTHING_BUT_THE_LOG);
        assertSame("reports", name -> true);
        assertThat(disturbed.inProcess("run").out()).contains("nothing to do");
    }

    @Test
    void stopsQuietlyWhenItIsTerminated() {
        assertThat(endedBy(TERMINATED))
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run.code()).isEqualTo(143))
                .allSatisfy(KilledRunIT::assertQuiet);
    }

    @Test
    void stopsQuietlyWhenItIsInterrupted() throws IOException {
        assumeThat(areInterruptsIgnored()).isFalse();
        assertThat(endedBy(INTERRUPTED))
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run.code()).isEqualTo(130))
                .allSatisfy(KilledRunIT::assertQuiet);
    }

    @Test
    void leavesNoTemporaryFile() {
        assertThat(disturbed.temporary()).isEmptyDirectory();
    }

    private static void assertQuiet(Disturbed run) {
        assertThat(run.printed())
                .as(run.moment().toString())
                .contains("stopped; the next run goes on from here")
                .doesNotContain("Exception", "\tat ", "fault");
    }

    private static List<Disturbed> endedBy(String signal) {
        return DISTURBED.stream().filter(run -> run.moment().signal().equals(signal)).toList();
    }

    private static void assertSame(String part, Predicate<String> isWanted) {
        Map<String, byte[]> expected = undisturbed.files(part, isWanted);
        Map<String, byte[]> found = disturbed.files(part, isWanted);
        assertThat(expected).isNotEmpty();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
    }

    /** As of what a shell without job control starts in the background, and all that it starts. */
    private static boolean areInterruptsIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return false;
        }
        String ignored = "SigIgn:\t";
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(ignored))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(ignored.length()), 16))
                .anyMatch(signals -> (signals & 1 << SIGINT - 1) != 0);
    }

    /** Sends a signal at a moment, unless the run is over before. */
    private static void disturb(Moment moment) throws IOException, InterruptedException {
        if (moment.signal().equals(INTERRUPTED) && areInterruptsIgnored()) {
            return;
        }
        Path log = folder.resolve("run.log");
        int files = Math.max(moment.files(), disturbed.count(moment.folder()) + 1);
        Process process = disturbed.start(log, log, "run");
        while (process.isAlive() && disturbed.count(moment.folder()) < files) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        boolean isAlive = process.isAlive();
        if (isAlive) {
            new ProcessBuilder("kill", "-" + moment.signal(), Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
        int code = process.waitFor();
        if (isAlive) {
            DISTURBED.add(new Disturbed(moment, code, Files.readString(log)));
        }
    }
}
