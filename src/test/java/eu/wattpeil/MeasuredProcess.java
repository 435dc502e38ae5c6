package eu.wattpeil;

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

/** A process of Java from its start to its end, and what it took. */
final class MeasuredProcess {

    private MeasuredProcess() {}

    /**
     * What a process took.
     *
     * @param clock seconds that passed
     * @param processor seconds that all its threads had a core
     */
    record Seconds(double clock, double processor) {

        /** The median of each of several. */
        static Seconds median(List<Seconds> all) {
            return new Seconds(
                    median(all.stream().mapToDouble(Seconds::clock).toArray()),
                    median(all.stream().mapToDouble(Seconds::processor).toArray()));
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
    static Seconds run(Class<?> program, String... arguments) throws Exception {
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
        Seconds seconds =
                new Seconds(clock, Long.parseLong(Files.readString(processor).strip()) / 1e9);
        Files.delete(processor);
        Files.delete(told);
        return seconds;
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
