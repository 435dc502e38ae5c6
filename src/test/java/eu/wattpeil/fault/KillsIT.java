package eu.wattpeil.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program;
import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs and servers that are killed at points that chance chooses, each where the one before left
 * off, end in the bytes of a run that nobody disturbed.
 *
 * <p>The build kills a few. For hundreds, or those of another seed:
 *
 * <pre>mvn -q test -Dtest=KillsIT -Dkills=300 -Dseed=7</pre>
 */
@DisabledOnOs(OS.WINDOWS)
class KillsIT {

    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final long SEED = Long.getLong("seed", 20_261_127L);

    private static final int KILLS_OF_A_STAGE = 3;

    private static final YearMonth FIRST = YearMonth.of(2026, 8);
    private static final YearMonth LAST = YearMonth.of(2026, 9);
    private static final Instant NOW = Instant.parse("2026-10-05T06:00:00Z");
    private static final List<Stage> STAGES =
            List.of(Stage.COLLECT, Stage.START, Stage.COMPUTE, Stage.PUBLISH);

    @TempDir Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, Integer> killed = new TreeMap<>();
    private final Map<Stage, Duration> lasts = new EnumMap<>(Stage.class);
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
        Path town = folder.resolve("town");
        SmallTown.make(town, FIRST, LAST);
        // Remembers which models are right: a first look at them takes longer than all the rest.
        assertThat(new Program(town).inProcess(at(NOW), "check").code()).isZero();
        Map<String, byte[]> undisturbed = undisturbed(town);

        int lives = 0;
        int kill = 0;
        while (kills < KILLS) {
            lives++;
            Program program = copy(town, "life");
            String trial = "seed " + SEED + ", life " + lives;
            for (Stage stage : STAGES) {
                for (int time = 0; time < KILLS_OF_A_STAGE && kills < KILLS; time++) {
                    boolean isServed = ++kill % 2 == 0;
                    if (isServed) {
                        killServed(trial, program, stage, Victim.values()[kill / 2 % 3]);
                    } else {
                        killRun(program, stage);
                    }
                }
            }
            assertConverges(trial, program, undisturbed);
            delete(program.workspace());
        }

        System.out.printf(
                "seed %d: %d kills in %d lives, all ended alike (%d runs were over before): %s%n",
                SEED, kills, lives, missed, killed);
    }

    private Map<String, byte[]> undisturbed(Path town) throws Exception {
        Program program = copy(town, "undisturbed");
        WatchedProcess run = WatchedProcess.start(command(program, "run", "--events"));
        assertThat(run.waitFor()).as(run.errors()).isZero();
        run.await(Stage.END);
        List<Stage> stages = run.reached().keySet().stream().sorted().toList();
        for (int i = 0; i + 1 < stages.size(); i++) {
            lasts.put(
                    stages.get(i),
                    run.reached().get(stages.get(i + 1)).minus(run.reached().get(stages.get(i))));
        }
        WorkspaceTree.assertNothingIsLeft("undisturbed", program);
        return WorkspaceTree.of(program);
    }

    /** Kills a run in a stage, unless it is over before. */
    private void killRun(Program program, Stage stage) throws Exception {
        WatchedProcess run = WatchedProcess.start(command(program, "run", "--events"));
        awaitPoint(run, stage);
        if (run.isAlive()) {
            run.kill();
            count("run: " + run.stage().text());
        } else {
            missed++;
        }
    }

    private void killServed(String trial, Program program, Stage stage, Victim victim)
            throws Exception {
        List<String> command = new ArrayList<>(program.java(List.of("-Xmx64m")));
        command.add(ServerAt.class.getName());
        command.add(program.workspace().toString());
        command.add(NOW.toString());
        command.addAll(program.java(List.of("-Xmx512m")));
        command.add(ProgramAt.class.getName());
        command.add(NOW.toString());
        WatchedProcess server = WatchedProcess.start(command);
        server.await(line -> line.startsWith("begins "));
        awaitPoint(server, stage);
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
        count("serve, " + victim.name().toLowerCase(java.util.Locale.ROOT) + ": " + at.text());
    }

    /** Waits for a stage, and then for a part of the time that it takes. */
    private void awaitPoint(WatchedProcess process, Stage stage) throws InterruptedException {
        double share = random.nextDouble();
        if (process.await(stage)) {
            long millis = (long) (lasts.get(stage).toMillis() * share);
            TimeUnit.MILLISECONDS.sleep(millis);
        }
    }

    private void count(String where) {
        kills++;
        killed.merge(where, 1, Integer::sum);
    }

    private static void assertConverges(
            String trial, Program program, Map<String, byte[]> undisturbed) {
        Ended last = program.inProcess(at(NOW), "run");
        assertThat(last.err()).as(trial).isEmpty();
        assertThat(last.code()).as(trial).isZero();
        assertThat(program.inProcess(at(NOW), "run").out()).as(trial).contains("nothing to do");
        WorkspaceTree.assertAlike(trial, program, undisturbed);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static List<String> command(Program program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program.java(List.of("-Xmx512m")));
        command.add(ProgramAt.class.getName());
        command.add(NOW.toString());
        command.addAll(List.of("--workspace", program.workspace().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Program copy(Path town, String name) {
        SmallTown.copy(town, folder.resolve(name));
        return new Program(folder.resolve(name));
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
