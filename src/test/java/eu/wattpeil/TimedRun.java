package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command took, as users start it ({@code java -jar}), from its start to its end.
 *
 * @param seconds of the clock
 * @param processor seconds of processor, of its own processes too
 */
record TimedRun(double seconds, double processor) {

    private static final Path JAR = Path.of("target/wattpeil.jar").toAbsolutePath();

    private static final Pattern TIMES =
            Pattern.compile("(\\d+)m([\\d.]+)s\\s+(\\d+)m([\\d.]+)s\\s*\\z");

    /** A shell tells the time that its children had a processor, and their children. */
    static TimedRun of(List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        Path told = Files.createTempFile("told", ".txt");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" && times >&2", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        ProcessBuilder process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(told.toFile());
        // What Maven is given is not what users have.
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                .forEach(process.environment()::remove);
        long start = System.nanoTime();
        int code = process.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        String text = Files.readString(told);
        Files.delete(told);
        assertThat(code).as(text).isZero();
        Matcher times = TIMES.matcher(text);
        assertThat(times.find()).as(text).isTrue();
        return new TimedRun(
                seconds,
                60 * (Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(3)))
                        + Double.parseDouble(times.group(2))
                        + Double.parseDouble(times.group(4)));
    }
}
