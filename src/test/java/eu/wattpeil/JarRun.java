package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The jar at work on a workspace, with Spark's libraries, and what it prints. */
record JarRun(Process process, Path out, Path err) {

    private static final Path JAR = Path.of("target/wattpeil.jar").toAbsolutePath();
    private static final long MOST_MINUTES = 40;

    /** Without the compiler that pays for long runs only. */
    static final String SHORT = "-XX:TieredStopAtLevel=1";

    static final String LONG = "-XX:TieredStopAtLevel=4";

    /**
     * Starts one.
     *
     * @param libraries the folder of Spark's
     * @param length {@link #SHORT} or {@link #LONG}
     */
    static JarRun start(Program program, Path libraries, String length, String... command)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1500m",
                        "-XX:+UseSerialGC",
                        length,
                        "-jar",
                        JAR.toString(),
                        "--workspace",
                        program.workspace().toString()));
        line.addAll(List.of(command));
        Path folder = program.workspace().getParent();
        Path out = Files.createTempFile(folder, "run", ".out");
        Path err = Files.createTempFile(folder, "run", ".err");
        ProcessBuilder process =
                new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        process.environment().put("WATTPEIL_SPARK", libraries.toString());
        return new JarRun(process.start(), out, err);
    }

    /** Waits for what it makes. */
    void await(Path made) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MOST_MINUTES);
        while (!Files.exists(made)) {
            assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
            assertThat(System.nanoTime()).as("still without %s", made).isLessThan(end);
            Thread.sleep(50);
        }
    }

    Ended end() throws Exception {
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    }
}
