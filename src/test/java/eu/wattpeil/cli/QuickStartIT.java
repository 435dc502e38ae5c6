package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as its users start it, in a folder of its own. */
class QuickStartIT {

    private static final Path BUILT = Path.of("target/wattpeil.jar").toAbsolutePath();

    @TempDir private Path folder;

    private Path jar;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        jar = Files.copy(BUILT, folder.resolve("wattpeil.jar"));
        Files.createSymbolicLink(folder.resolve("lib"), BUILT.resolveSibling("lib"));
        assertThat(java(List.of(), "init", "town").code()).isZero();
    }

    @Test
    void theFirstStatusLeavesAnArchiveAndEveryCommandSaysTheSameWithAndWithoutIt()
            throws Exception {
        Ended before = read("kpis");
        assertThat(archives()).isEmpty();

        Ended making = read("status");

        assertThat(making).isEqualTo(new Ended(0, making.out(), ""));
        assertThat(archives()).hasSize(1);
        assertThat(ClassData.of(jar).orElseThrow().archive()).contains(archives().get(0));
        assertThat(read("status")).isEqualTo(making);
        assertThat(read("kpis")).isEqualTo(before);
        Ended refused = read("query", "select nothing_of_this_name");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("nothing_of_this_name");
        assertThat(archives()).hasSize(1);
    }

    @Test
    void theFirstRunLeavesAnArchiveToo() throws Exception {
        assertThat(java(List.of(), "run", "--quiet", "--workspace", "town").code()).isZero();

        assertThat(archives()).hasSize(1);
        assertThat(read("status")).extracting(Ended::code, Ended::err).containsExactly(0, "");
        Ended next = java(List.of(), "run", "--workspace", "town");
        assertThat(next).extracting(Ended::code, Ended::err).containsExactly(0, "");
        assertThat(next.out()).contains("nothing to do");
        assertThat(archives()).hasSize(1);
    }

    /** Java itself breaks off on a good part of these. */
    @Test
    void anArchiveThatIsDamagedOrOfAnotherJarHarmsNothingAndIsMadeAnew() throws Exception {
        Ended whole = read("status");
        Path archive = archives().get(0);
        byte[] bytes = Files.readAllBytes(archive);
        byte[] otherwise = bytes.clone();
        for (int i = bytes.length / 4; i < bytes.length / 2; i++) {
            otherwise[i] ^= 0x55;
        }

        for (byte[] damaged :
                List.of(Arrays.copyOf(bytes, bytes.length / 2), otherwise, new byte[0])) {
            Files.write(archive, damaged);
            assertThat(read("kpis")).extracting(Ended::code, Ended::err).containsExactly(0, "");
        }
        assertThat(read("status")).isEqualTo(whole);
        assertThat(archives()).hasSize(1);
        assertThat(ClassData.of(jar).orElseThrow().archive()).isPresent();

        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(ClassData.of(jar).orElseThrow().archive()).isEmpty();
        assertThat(read("kpis")).extracting(Ended::code, Ended::err).containsExactly(0, "");
    }

    @Test
    void whoGivesJavaOptionsGetsThoseAndNoOthers() throws Exception {
        assertThat(java(List.of("-Xmx300m"), "status", "--workspace", "town").code()).isZero();

        assertThat(archives()).isEmpty();
    }

    /** From the moment there is a second process on, and with its query under way. */
    @ParameterizedTest
    @ValueSource(ints = {0, 0, 0, 1, 3, 300, 1500})
    void aSignalEndsTheCommandTooWheneverItComes(int milliseconds) throws Exception {
        Process process = startLongQuery();
        ProcessHandle command = secondOf(process);
        TimeUnit.MILLISECONDS.sleep(milliseconds);

        process.toHandle().destroy();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(command.isAlive()).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandThatDoesNotEndByASignalIsEndedByForce() throws Exception {
        Process process = startLongQuery();
        ProcessHandle command = secondOf(process);
        // Before that, it is the helper that Java starts processes with, and the first one waits.
        while (!command.info().command().orElse("").endsWith("java")) {
            Thread.onSpinWait();
        }
        assertThat(new ProcessBuilder("kill", "-STOP", "" + command.pid()).start().waitFor())
                .isZero();

        process.toHandle().destroy();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(command.isAlive()).isFalse();
    }

    /** Killed at several moments of it, it leaves nobody at work, and the next one goes on. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRunIsHandedOnAndIsGoneWithTheProcessThatWasKilled() throws Exception {
        for (int milliseconds : new int[] {0, 400, 1500, 3000}) {
            Process process = start("run", "--workspace", "town");
            ProcessHandle run = secondOf(process);
            TimeUnit.MILLISECONDS.sleep(milliseconds);

            process.toHandle().destroyForcibly();

            run.onExit().get(5, TimeUnit.SECONDS);
        }
        Ended ended = java(List.of(), "run", "--workspace", "town");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("this run: ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRunStopsByASignalAndTheNextOneGoesOn() throws Exception {
        Process process = start("run", "--workspace", "town");
        ProcessHandle run = secondOf(process);
        TimeUnit.MILLISECONDS.sleep(2500);
        assertThat(run.info().arguments().orElseThrow()).containsAll(JavaOptions.RUNNING);

        process.toHandle().destroy();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(run.isAlive()).isFalse();
        assertThat(java(List.of(), "run", "--workspace", "town").code()).isZero();
    }

    private Process startLongQuery() throws IOException {
        return start("query", "select count(*) from range(1000000000000)", "--workspace", "town");
    }

    private Process start(String... arguments) throws IOException {
        return new ProcessBuilder(command(List.of(), arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("told").toFile())
                .start();
    }

    private static ProcessHandle secondOf(Process process) {
        while (process.isAlive() && process.children().findAny().isEmpty()) {
            Thread.onSpinWait();
        }
        return process.children().findAny().orElseThrow();
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.getFileName().toString().startsWith("class-data-"))
                    .toList();
        }
    }

    private Ended read(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--workspace", "town"));
        return java(List.of(), all.toArray(String[]::new));
    }

    private Ended java(List<String> options, String... arguments) {
        try {
            Path out = folder.resolve("out");
            Path err = folder.resolve("err");
            Process process =
                    new ProcessBuilder(command(options, arguments))
                            .directory(folder.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<String> command(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", "wattpeil.jar"));
        command.addAll(List.of(arguments));
        return command;
    }
}
