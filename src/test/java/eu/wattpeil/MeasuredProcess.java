package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of Java from its start to its end, and what it took. */
final class MeasuredProcess {

    private static final Path JAR = Path.of("target/wattpeil.jar").toAbsolutePath();

    /** As a shell tells the time that its children had a processor, and their children. */
    private static final Pattern TIMES =
            Pattern.compile("(\\d+)m([\\d.]+)s\\s+(\\d+)m([\\d.]+)s\\s*\\z");

    /** How often memory is looked at. */
    private static final int MOMENT_MILLIS = 50;

    private MeasuredProcess() {}

    /**
     * What a process took.
     *
     * @param clock seconds that passed
     * @param processor seconds that all its threads had a core
     * @param megabytes the most memory that it and its children had; NaN where the system does not
     *     tell
     */
    record Taken(double clock, double processor, double megabytes) {

        Taken(double clock, double processor) {
            this(clock, processor, Double.NaN);
        }

        /** The median of each of several. */
        static Taken median(List<Taken> all) {
            return new Taken(
                    median(all.stream().mapToDouble(Taken::clock).toArray()),
                    median(all.stream().mapToDouble(Taken::processor).toArray()),
                    median(all.stream().mapToDouble(Taken::megabytes).toArray()));
        }

        /** Of this and then another. */
        Taken and(Taken other) {
            return new Taken(
                    clock + other.clock,
                    processor + other.processor,
                    most(megabytes, other.megabytes));
        }

        private static double median(double[] values) {
            Arrays.sort(values);
            int middle = values.length / 2;
            return values.length % 2 == 1
                    ? values[middle]
                    : (values[middle - 1] + values[middle]) / 2;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s (cpu %.2f)", clock, processor);
        }
    }

    /** Runs a class of the class path with half a gigabyte of heap. */
    static Taken run(Class<?> program, String... arguments) throws Exception {
        Path processor = Files.createTempFile("wattpeil", ".cpu");
        Path told = Files.createTempFile("wattpeil", ".out");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                MeasuredProcess.class.getName(),
                                processor.toString(),
                                program.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile());
        // What a build says for its tests is not for them.
        process.environment().remove("_JAVA_OPTIONS");
        long start = System.nanoTime();
        int code = process.start().waitFor();
        double clock = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new AssertionError(
                    program + " ended with " + code + ": " + Files.readString(told));
        }
        Taken seconds = new Taken(clock, Long.parseLong(Files.readString(processor).strip()) / 1e9);
        Files.delete(processor);
        Files.delete(told);
        return seconds;
    }

    /**
     * Runs the jar that was built, as users start it, whatever processes it needs.
     *
     * @param options of Java
     */
    static Taken ofJar(List<String> options, List<String> arguments)
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
        Process shell = process.start();
        double megabytes = Double.NaN;
        while (!shell.waitFor(MOMENT_MILLIS, TimeUnit.MILLISECONDS)) {
            megabytes = most(megabytes, ResidentMemory.megabytes(shell));
        }
        int code = shell.exitValue();
        double seconds = (System.nanoTime() - start) / 1e9;
        String text = Files.readString(told);
        Files.delete(told);
        assertThat(code).as(text).isZero();
        Matcher times = TIMES.matcher(text);
        assertThat(times.find()).as(text).isTrue();
        return new Taken(
                seconds,
                60 * (Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(3)))
                        + Double.parseDouble(times.group(2))
                        + Double.parseDouble(times.group(4)),
                megabytes);
    }

    private static double most(double one, double other) {
        return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.max(one, other);
    }

    /** Begins the program of a class, and notes at its end the processor's time, in nanoseconds. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        File processor = new File(arguments[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> note(processor)));
        Class.forName(arguments[1])
                .getMethod("main", String[].class)
                .invoke(null, (Object) Arrays.copyOfRange(arguments, 2, arguments.length));
    }

    private static void note(File file) {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        try {
            Files.writeString(file.toPath(), Long.toString(system.getProcessCpuTime()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
