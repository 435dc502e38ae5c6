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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A town of two months, what a run makes of it that nobody disturbs, and how long that takes. */
final class Undisturbed {

    /** When all its runs are: the months are over. */
    static final Instant NOW = Instant.parse("2026-10-05T06:00:00Z");

    private static final YearMonth FIRST = YearMonth.of(2026, 8);
    private static final YearMonth LAST = YearMonth.of(2026, 9);

    private final Path folder;
    private final Path town;
    private final Map<Stage, Duration> lasts = new EnumMap<>(Stage.class);
    private final Map<String, byte[]> tree;

    private Undisturbed(Path folder, boolean isFirstMonthDone)
            throws IOException, InterruptedException {
        this.folder = folder;
        town = folder.resolve("town");
        DailyTown daily = DailyTown.begin(town, FIRST, LAST);
        daily.arrive(FIRST);
        // Remembers which models are right: a first look at them takes longer than all the rest.
        assertThat(new Program(town).inProcess(clock(), "check").code()).isZero();
        if (isFirstMonthDone) {
            assertThat(new Program(town).inProcess(clock(), "run").code()).isZero();
        }
        daily.arrive(LAST);
        Program program = copy("undisturbed");
        WatchedProcess run = WatchedProcess.start(command(program, "run", "--events"));
        assertThat(run.waitFor()).as(run.errors()).isZero();
        assertThat(run.await(Stage.END)).isTrue();
        measure(run.reached());
        WorkspaceTree.assertNothingIsLeft("undisturbed", program);
        tree = WorkspaceTree.of(program);
    }

    /** Makes the town in a folder, and runs once. */
    static Undisturbed in(Path folder) throws IOException, InterruptedException {
        return new Undisturbed(folder, false);
    }

    /** The same where the first month was run before the documents of the second came. */
    static Undisturbed afterOneMonthIn(Path folder) throws IOException, InterruptedException {
        return new Undisturbed(folder, true);
    }

    private void measure(Map<Stage, Duration> reached) {
        List<Stage> stages = reached.keySet().stream().sorted().toList();
        for (int i = 0; i + 1 < stages.size(); i++) {
            lasts.put(
                    stages.get(i),
                    reached.get(stages.get(i + 1)).minus(reached.get(stages.get(i))));
        }
    }

    /** What tells the time of runs in this process. */
    static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    /** The command of a run in a process of its own. */
    static List<String> command(Program program, String... arguments) throws IOException {
        return commandAt(NOW, List.of("-Xmx512m"), program, arguments);
    }

    /** The same at another time, with other options of Java. */
    static List<String> commandAt(
            Instant now, List<String> options, Program program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(program.java(options));
        command.add(ProgramAt.class.getName());
        command.add(now.toString());
        command.addAll(List.of("--workspace", program.workspace().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The town with all its documents, of which those of the second month nobody has run yet. */
    Program copy(String name) {
        DailyTown.copy(town, folder.resolve(name));
        return new Program(folder.resolve(name));
    }

    /** What must be there in the end. */
    Map<String, byte[]> tree() {
        return tree;
    }

    /** Waits for a stage, and then for a part of the time that it takes. */
    void awaitPoint(WatchedProcess process, Stage stage, Random random)
            throws InterruptedException {
        double share = random.nextDouble();
        if (process.await(stage)) {
            TimeUnit.MILLISECONDS.sleep((long) (lasts.get(stage).toMillis() * share));
        }
    }

    /** Runs, and fails where that does not end in the bytes of the run that nobody disturbed. */
    void assertConverges(String trial, Program program) {
        Ended last = program.inProcess(clock(), "run");
        assertThat(last.err()).as(trial).isEmpty();
        assertThat(last.code()).as(trial).isZero();
        assertThat(program.inProcess(clock(), "run").out()).as(trial).contains("nothing to do");
        WorkspaceTree.assertAlike(trial, program, tree);
    }

    static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
