package eu.wattpeil.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs and servers that are killed at points that chance chooses, each where the one before left
 * off, end in the bytes of a run that nobody disturbed: in a new workspace, and in one that has had
 * its first report.
 *
 * <p>The build kills a few. For hundreds, or those of another seed:
 *
 * <pre>mvn -q test -Dtest=KillsIT -Dkills=300 -Dseed=7</pre>
 */
@DisabledOnOs(OS.WINDOWS)
class KillsIT {

    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final long SEED = Long.getLong("seed", 20_261_127L);

    /** Of a life that ends when all is done. */
    private static final int KILLS_OF_A_STAGE = KILLS < 50 ? 2 : 4;

    private static final List<Stage> STAGES =
            List.of(Stage.COLLECT, Stage.START, Stage.COMPUTE, Stage.PUBLISH);

    @TempDir Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, Integer> killed = new TreeMap<>();
    private int kills;
    private int missed;

    /** Which processes of a server are killed. */
    private enum Victim {
        RUN,
        SERVER,
        BOTH
    }

    @Test
    void endInTheBytesOfARunThatNobodyDisturbed() throws Exception {
        List<Undisturbed> towns =
                List.of(
                        Undisturbed.in(folder.resolve("new")),
                        Undisturbed.afterOneMonthIn(folder.resolve("known")));

        int lives = 0;
        int kill = 0;
        while (kills < KILLS) {
            Undisturbed undisturbed = towns.get(lives++ % towns.size());
            Program program = undisturbed.copy("life");
            String trial = "seed " + SEED + ", life " + lives;
            for (Stage stage : STAGES) {
                for (int time = 0; time < KILLS_OF_A_STAGE && kills < KILLS; time++) {
                    boolean isServed = ++kill % 2 == 0;
                    if (isServed) {
                        killServed(
                                undisturbed, trial, program, stage, Victim.values()[kill / 2 % 3]);
                    } else {
                        killRun(undisturbed, program, stage);
                    }
                }
            }
            undisturbed.assertConverges(trial, program);
            Undisturbed.delete(program.workspace());
            System.out.printf(
                    "seed %d: %d kills in %d lives, all ended alike (%d runs were over before): %s%n",
                    SEED, kills, lives, missed, killed);
        }
    }

    /** Kills a run in a stage, unless it is over before. */
    private void killRun(Undisturbed undisturbed, Program program, Stage stage) throws Exception {
        WatchedProcess run = WatchedProcess.start(Undisturbed.command(program, "run", "--events"));
        undisturbed.awaitPoint(run, stage, random);
        if (run.isAlive()) {
            run.kill();
            count("run: " + run.stage().text());
        } else {
            missed++;
        }
    }

    private void killServed(
            Undisturbed undisturbed, String trial, Program program, Stage stage, Victim victim)
            throws Exception {
        List<String> command = new ArrayList<>(program.java(List.of("-Xmx64m")));
        command.add(ServerAt.class.getName());
        command.add(program.workspace().toString());
        command.add(Undisturbed.NOW.toString());
        command.addAll(program.java(List.of("-Xmx512m")));
        command.add(ProgramAt.class.getName());
        command.add(Undisturbed.NOW.toString());
        WatchedProcess server = WatchedProcess.start(command);
        server.await(line -> line.startsWith("begins ") || line.equals("looked"));
        if (server.events().stream().anyMatch(it -> it.startsWith("begins "))) {
            undisturbed.awaitPoint(server, stage, random);
        }
        List<ProcessHandle> runs = server.runs();
        if (runs.isEmpty()) {
            missed++;
            server.kill();
            return;
        }
        Stage at = server.stage();
        switch (victim) {
            case RUN -> {
                runs.forEach(ProcessHandle::destroyForcibly);
                server.await(line -> line.startsWith("failed ") || line.startsWith("done "));
                if (server.events().stream().noneMatch(it -> it.startsWith("done "))) {
                    assertThat(server.events())
                            .as(trial)
                            .anyMatch(
                                    it ->
                                            it.contains(
                                                    "The run broke off with exit code 137 and said"
                                                            + " nothing; was it killed, or short of"
                                                            + " memory?"));
                }
                assertThat(server.isAlive()).as(trial).isTrue();
                server.kill();
            }
            case SERVER -> {
                server.kill();
                for (ProcessHandle run : runs) {
                    run.onExit().get(60, TimeUnit.SECONDS);
                }
            }
            case BOTH -> {
                server.kill();
                runs.forEach(ProcessHandle::destroyForcibly);
                for (ProcessHandle run : runs) {
                    run.onExit().get(60, TimeUnit.SECONDS);
                }
            }
        }
        count("serve, " + victim.name().toLowerCase(Locale.ROOT) + ": " + at.text());
    }

    private void count(String where) {
        kills++;
        killed.merge(where, 1, Integer::sum);
    }
}
