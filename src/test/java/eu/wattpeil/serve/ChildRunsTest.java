package eu.wattpeil.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.Stop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run in a process of its own; a shell stands for Wattpeil. */
@DisabledOnOs(OS.WINDOWS)
class ChildRunsTest {

    private static final String ENDED =
            "{\"event\":\"Ended\",\"outcome\":\"DONE\",\"totals\":null}";

    @TempDir Path folder;

    private final List<RunEvent> told = new ArrayList<>();

    @Test
    void tellsWhatTheProcessTells() throws Exception {
        Outcome outcome =
                run("echo '{\"event\":\"Computed\",\"month\":\"2026-09\"}'; echo '" + ENDED + "'");

        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(told).first().hasToString("Computed[month=2026-09]");
    }

    @Test
    void givesTheProcessItsJobsAndItsWorkspace() throws Exception {
        run("echo \"$*\" > " + folder.resolve("arguments"));

        assertThat(folder.resolve("arguments"))
                .hasContent("run --events --workspace " + folder + " --job compute --job ups");
    }

    @Test
    void tellsTheLastWordsOfAProcessThatBrokeOff() throws Exception {
        assertThat(run("echo 'java.lang.OutOfMemoryError: Java heap space' >&2; exit 3"))
                .isEqualTo(Outcome.FAILED);
        assertThat(told)
                .containsExactly(
                        new RunEvent.Failed("java.lang.OutOfMemoryError: Java heap space"));
    }

    @Test
    void tellsOfAProcessThatWasKilledThatItSaidNothing() throws Exception {
        assertThat(run("kill -9 $$")).isEqualTo(Outcome.FAILED);
        assertThat(told)
                .containsExactly(
                        new RunEvent.Failed(
                                "The run broke off with exit code 137 and said nothing; was it"
                                        + " killed, or short of memory?"));
    }

    @Test
    void tellsOfAWorkspaceInUse() {
        assertThatThrownBy(() -> run("echo '" + EventLines.ofBusy("in use by process 7") + "'"))
                .isInstanceOf(BusyException.class)
                .hasMessage("in use by process 7");
    }

    @Test
    void isNotHeldUpByAProcessThatSaysMuch() throws Exception {
        assertThat(run("seq 1 200000 >&2; echo '" + ENDED + "'")).isEqualTo(Outcome.DONE);
    }

    @Test
    void stopsTheProcessWhenItIsAsked() throws Exception {
        assertThat(stopped("trap 'echo stopping; exit 0' TERM; while :; do sleep 0.1; done"))
                .isEqualTo(Outcome.STOPPED);
        assertThat(told).isEmpty();
    }

    @Test
    void killsAProcessThatDoesNotStop() throws Exception {
        assertThat(stopped("trap '' TERM; while :; do sleep 0.1; done")).isEqualTo(Outcome.STOPPED);
    }

    @Test
    void expectsAWordOfItsEndFromARunAndNoneFromAHelper() throws Exception {
        assertThat(run("exit 0")).isEqualTo(Outcome.FAILED);
        told.clear();

        runs("echo \"$*\" > " + folder.resolve("arguments")).help(told::add, new Stop());
        assertThat(folder.resolve("arguments"))
                .hasContent("run --events --helping --workspace " + folder);
        assertThat(told).isEmpty();

        runs("echo 'no room' >&2; exit 1").help(told::add, new Stop());
        assertThat(told).containsExactly(new RunEvent.Failed("no room"));
    }

    /** Stops it as soon as it runs. */
    private Outcome stopped(String script) throws Exception {
        Path began = folder.resolve("began");
        Stop stop = new Stop();
        Thread stopper =
                new Thread(
                        () -> {
                            while (Files.notExists(began)) {
                                Thread.onSpinWait();
                            }
                            stop.ask();
                        });
        stopper.start();
        return run("touch " + began + "; " + script, stop);
    }

    private Outcome run(String script) throws Exception {
        return run(script, new Stop());
    }

    private Outcome run(String script, Stop stop) throws Exception {
        return runs(script).run(Set.of("ups", "compute"), OptionalLong.empty(), told::add, stop);
    }

    private ChildRuns runs(String script) {
        return new ChildRuns(
                List.of("sh", "-c", script, "wattpeil"), folder, Duration.ofSeconds(1));
    }
}
