package eu.wattpeil.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.wattpeil.Program;
import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can go wrong with a machine is told by what it is, where, and what to do; and the next run
 * ends in the bytes of one that nobody disturbed.
 *
 * <p>The build tries each fault a few times. For more, or those of another seed:
 *
 * <pre>mvn -q test -Dtest=FaultsIT -Dtrials=20 -Dseed=7</pre>
 */
@DisabledOnOs(OS.WINDOWS)
class FaultsIT {

    private static final int TRIALS = Integer.getInteger("trials", 1);
    private static final long SEED = Long.getLong("seed", 20_261_127L);

    @TempDir static Path folder;

    private static Undisturbed undisturbed;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        undisturbed = Undisturbed.in(folder);
    }

    @FunctionalInterface
    private interface Fault {
        void happensTo(String trial, Program program, Random random) throws Exception;
    }

    /** Has a fault happen to a fresh town, some times. */
    private static void each(String name, int times, Fault fault) throws Exception {
        for (int time = 0; time < times; time++) {
            String trial = name + ", seed " + SEED + ", trial " + time;
            Program program = undisturbed.copy(name);
            fault.happensTo(trial, program, new Random(SEED + time));
            undisturbed.assertConverges(trial, program);
            Undisturbed.delete(program.workspace());
        }
    }

    @Test
    void outOfMemory() throws Exception {
        each(
                "outOfMemory",
                TRIALS,
                (trial, program, random) -> {
                    int megabytes = 60 + random.nextInt(20);
                    Ended run = run(program, List.of("-Xmx" + megabytes + "m"));
                    assertThat(run.code()).as(trial).isEqualTo(1);
                    assertThat(run.err())
                            .as(trial)
                            .containsPattern(
                                    "(?m)^memory: this process may take \\d+ MB, expected more for"
                                            + " this workspace; start Java with a higher limit,"
                                            + " such as java -Xmx512m -jar …, and the next run"
                                            + " goes on from here$")
                            .doesNotContain("fault of Wattpeil", "Exception in thread");
                });
    }

    @Test
    void folderThatCanOnlyBeRead() throws Exception {
        assumeTrue(canMount());
        each(
                "folderThatCanOnlyBeRead",
                TRIALS,
                (trial, program, random) -> {
                    Path root = program.workspace();
                    for (String part : List.of("store", "reports", ".wattpeil")) {
                        Files.createDirectories(root.resolve(part));
                        Ended run =
                                runAfter(
                                        "mount --bind %1$s %1$s && mount -o remount,bind,ro %1$s"
                                                .formatted(part),
                                        program);
                        assertThat(run.code()).as(trial + part).isEqualTo(1);
                        assertThat(run.err())
                                .as(trial + part)
                                .contains(root.resolve(part).toString())
                                .contains(
                                        ": the disk can only be read, expected one that can be"
                                                + " written to; mount it so, and ")
                                .doesNotContain("fault of Wattpeil");
                    }
                });
    }

    @Test
    void storeThatIsNotThere() throws Exception {
        each(
                "storeThatIsNotThere",
                1,
                (trial, program, random) -> {
                    collectBeforePrint(program);
                    Path store = program.workspace().resolve("store");
                    Path away = program.workspace().resolveSibling("away-" + random.nextInt());
                    Files.move(store, away);
                    Files.createDirectory(store);
                    Ended run = program.inProcess(Undisturbed.clock(), "run");
                    assertThat(run.code()).isEqualTo(1);
                    assertThat(run.err().strip())
                            .isEqualTo(
                                    store
                                            + ": the folder is empty or gone, expected the store"
                                            + " that runs have filled; is its disk not there?"
                                            + " Bring it back, or remove "
                                            + program.workspace().resolve(".wattpeil/known-store")
                                            + " to begin a new store");
                    Undisturbed.delete(store);
                    Files.move(away, store);
                });
    }

    @Test
    void storeThatGoesAwayInTheMiddle() throws Exception {
        each(
                "storeThatGoesAwayInTheMiddle",
                TRIALS,
                (trial, program, random) -> {
                    WatchedProcess run =
                            WatchedProcess.start(Undisturbed.command(program, "run", "--events"));
                    Stage stage =
                            List.of(Stage.COLLECT, Stage.COMPUTE, Stage.PUBLISH)
                                    .get(random.nextInt(3));
                    undisturbed.awaitPoint(run, stage, random);
                    Path store = program.workspace().resolve("store");
                    Path away = program.workspace().resolveSibling("away-" + random.nextInt());
                    Files.move(store, away);
                    int code = run.waitFor();
                    String told = run.told();
                    // A run may be over before its store goes away.
                    if (!told.contains("\"outcome\":\"DONE\"")) {
                        assertThat(code).as(trial + stage + told).isEqualTo(1);
                        assertThat(told)
                                .as(trial + stage)
                                .contains(
                                        store
                                                + ": the store is gone, expected it to stay while it"
                                                + " is in use; is its disk or share not there any"
                                                + " more? Bring it back, and the next run goes on"
                                                + " from here")
                                .doesNotContain("fault of Wattpeil");
                    }
                    if (Files.exists(store)) {
                        Undisturbed.delete(store);
                    }
                    Files.move(away, store);
                });
    }

    @Test
    void clockThatWasSetBack() throws Exception {
        each(
                "clockThatWasSetBack",
                1,
                (trial, program, random) -> {
                    collectBeforePrint(program);
                    Clock back = Clock.fixed(Instant.parse("2026-08-20T06:00:00Z"), ZoneOffset.UTC);
                    Ended run = program.inProcess(back, "run");
                    assertThat(run.code()).isEqualTo(1);
                    assertThat(run.err().strip())
                            .isEqualTo(
                                    "the clock of this machine: the time is 2026-08-20T06:00:00Z,"
                                            + " expected one after 2026-09-30T23:00:00Z, of which"
                                            + " inbox/meters/2026-09-30.csv tells already; set the"
                                            + " clock right, and the next run goes on from here");
                });
    }

    @Test
    void jobRepositoryThatIsDamaged() throws Exception {
        each(
                "jobRepositoryThatIsDamaged",
                TRIALS,
                (trial, program, random) -> {
                    program.inProcess(Undisturbed.clock(), "run");
                    for (int time = 0; time < 4; time++) {
                        damage(program.workspace().resolve(".wattpeil/jobs.mv.db"), random);
                        Ended run = program.inProcess(Undisturbed.clock(), "run");
                        assertThat(run.code()).as(trial + run.err()).isZero();
                        assertThat(run.out()).as(trial).contains("nothing to do");
                    }
                });
    }

    private static void damage(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (random.nextInt(4)) {
            case 0 -> Files.delete(file);
            case 1 -> Files.write(file, new byte[0]);
            case 2 -> {
                byte[] part = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
                Files.write(file, part);
            }
            default -> {
                byte[] noise = new byte[random.nextInt(5000)];
                random.nextBytes(noise);
                int at = random.nextInt(bytes.length - noise.length);
                System.arraycopy(noise, 0, bytes, at, noise.length);
                Files.write(file, bytes);
            }
        }
    }

    @Test
    void severalRunsAtOnce() throws Exception {
        each(
                "severalRunsAtOnce",
                TRIALS,
                (trial, program, random) -> {
                    List<WatchedProcess> runs = new ArrayList<>();
                    for (int run = 0; run < 3; run++) {
                        runs.add(WatchedProcess.start(Undisturbed.command(program, "run")));
                        Thread.sleep(random.nextInt(1500));
                    }
                    int done = 0;
                    for (WatchedProcess run : runs) {
                        if (run.waitFor() == 0) {
                            done++;
                        } else {
                            assertThat(run.errors())
                                    .as(trial)
                                    .contains(" is in use by process ")
                                    .contains("expected it free; wait until that process has ended")
                                    .doesNotContain("Exception");
                        }
                    }
                    assertThat(done).as(trial).isPositive();
                });
    }

    @Test
    void diskThatIsFull() throws Exception {
        assumeTrue(canMount());
        each(
                "diskThatIsFull",
                TRIALS,
                (trial, program, random) -> {
                    Path root = program.workspace();
                    int kilobytes = 300 + random.nextInt(4000);
                    // All that is written, and later as much room as it needs.
                    Ended run =
                            runAfter(
                                    """
                                    mkdir -p disk store reports
                                    mount -t tmpfs -o size=%dk tmpfs disk
                                    for part in store reports .wattpeil; do
                                        mkdir -p $part disk/$part
                                        cp -a $part/. disk/$part
                                        mount --bind disk/$part $part
                                    done
                                    trap 'cp -a disk kept' EXIT
                                    """
                                            .formatted(kilobytes),
                                    program);
                    assertThat(run.code()).as(trial + kilobytes + run.err()).isEqualTo(1);
                    assertThat(run.err())
                            .as(trial + kilobytes)
                            .containsPattern(
                                    "room on the disk is \\d+\\.\\d MB, expected about"
                                            + " \\d+\\.\\d MB for .*; \\d+\\.\\d MB are missing,"
                                            + " and the next run goes on from here")
                            .doesNotContain("fault of Wattpeil");
                    for (String part : List.of("store", "reports", ".wattpeil")) {
                        Undisturbed.delete(root.resolve(part));
                        Files.move(root.resolve("kept").resolve(part), root.resolve(part));
                    }
                    Undisturbed.delete(root.resolve("kept"));
                    Undisturbed.delete(root.resolve("disk"));
                });
    }

    @Test
    void documentsThatChangeWhileTheyAreRead() throws Exception {
        each(
                "documentsThatChangeWhileTheyAreRead",
                TRIALS,
                (trial, program, random) -> {
                    Path inbox = program.workspace().resolve("inbox");
                    List<Path> files =
                            new ArrayList<>(
                                    program.files("inbox", name -> true).keySet().stream()
                                            .map(inbox::resolve)
                                            .toList());
                    java.util.Collections.shuffle(files, random);
                    List<byte[]> whole = new ArrayList<>();
                    for (Path file : files) {
                        whole.add(Files.readAllBytes(file));
                    }
                    WatchedProcess run =
                            WatchedProcess.start(
                                    Undisturbed.command(
                                            program,
                                            "run",
                                            "--events",
                                            "--job",
                                            "meters",
                                            "--job",
                                            "print"));
                    run.await(Stage.COLLECT);
                    for (int i = 0; i < files.size() && run.isAlive(); i++) {
                        change(files.get(i), whole.get(i), random);
                        Thread.sleep(random.nextInt(12));
                    }
                    run.waitFor();
                    assertThat(run.told()).as(trial).doesNotContain("fault of Wattpeil");
                    for (int i = 0; i < files.size(); i++) {
                        Files.write(files.get(i), whole.get(i));
                    }
                    assertSameRows(trial, program);
                    // What a document was in between is a document, too: the bytes are others.
                    for (String part : List.of("store", "reports", ".wattpeil")) {
                        Undisturbed.delete(program.workspace().resolve(part));
                    }
                });
    }

    /** Cuts a file off, adds a line that is half there, or takes it away for a moment. */
    private static void change(Path file, byte[] whole, Random random) throws IOException {
        switch (random.nextInt(3)) {
            case 0 ->
                    Files.write(file, java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
            case 1 -> Files.write(file, new byte[] {'2', '0', '2'}, StandardOpenOption.APPEND);
            default -> Files.delete(file);
        }
    }

    private static void assertSameRows(String trial, Program program) throws IOException {
        Ended last = program.inProcess(Undisturbed.clock(), "run");
        assertThat(last.code()).as(trial + last.err()).isZero();
        Program calm = new Program(folder.resolve("undisturbed"));
        for (String query : List.of(SeenRows.READINGS, SeenRows.PRINT_JOBS, SeenRows.FIGURES)) {
            SeenRows.assertAlike(trial, program, calm, query);
        }
    }

    /** What is collected first keeps its place in the order of arrival. */
    private static void collectBeforePrint(Program program) {
        Ended run =
                program.inProcess(
                        Undisturbed.clock(),
                        "run",
                        "--job",
                        "counters",
                        "--job",
                        "devices",
                        "--job",
                        "meters");
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static Ended run(Program program, List<String> options) throws Exception {
        WatchedProcess run =
                WatchedProcess.start(
                        Undisturbed.commandAt(Undisturbed.NOW, options, program, "run"));
        int code = run.waitFor();
        return new Ended(code, "", run.errors());
    }

    /** Runs in the workspace after a script that may mount what nobody else sees. */
    private static Ended runAfter(String script, Program program) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "unshare",
                                "-rm",
                                "sh",
                                "-c",
                                "cd " + program.workspace() + "\nset -e\n" + script + "\n\"$@\"",
                                "sh"));
        command.addAll(Undisturbed.command(program, "run"));
        WatchedProcess run = WatchedProcess.start(command);
        int code = run.waitFor();
        return new Ended(code, "", run.errors());
    }

    private static boolean canMount() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
