package eu.wattpeil.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Hands a command that only reads, or a run, to a Java process that begins sooner than one with
 * default options: it compiles less, and takes its classes from {@link ClassData}. A jar cannot ask
 * for that itself.
 *
 * <p>Only a plain {@code java -jar wattpeil.jar status} is handed on. Who gives Java options of
 * their own, in the command or by the environment, gets those and no others; and where anything is
 * not as expected, the command runs as it would without this.
 */
public final class QuickStart {

    /** Commands that end soon and write nothing that lasts. */
    private static final Set<String> READING =
            Set.of(
                    "check",
                    "columns",
                    "explain",
                    "findings",
                    "formats",
                    "kpis",
                    "query",
                    "sheet",
                    "shifts",
                    "status");

    private static final String RUN = "run";

    /** Those that the archive is made by: what they load is what it makes faster. */
    private static final Set<String> MODELS = Set.of("status", RUN);

    private static final Set<String> WITH_VALUE = Set.of("--workspace");

    private static final List<String> OPTIONS_OF_ENVIRONMENT =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private QuickStart() {}

    /** Runs a command so, and gives its exit code; empty where it was not run. */
    public static OptionalInt run(String... arguments) {
        Optional<String> command = command(arguments);
        if (command.isEmpty()
                || !isHandedOn(command.get())
                || !isPlain(System.getenv(), arguments)) {
            return OptionalInt.empty();
        }
        Optional<ClassData> found = ClassData.ofThisProgram();
        if (found.isEmpty()) {
            return OptionalInt.empty();
        }
        ClassData data = found.get();
        return MODELS.contains(command.get()) && data.archive().isEmpty()
                ? data.make(options -> run(data, command.get(), options, arguments))
                : run(data, command.get(), data.options(), arguments);
    }

    private static boolean isHandedOn(String command) {
        return READING.contains(command) || command.equals(RUN);
    }

    private static OptionalInt run(
            ClassData data, String command, List<String> options, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add(FirstProcess.option());
        line.addAll(command.equals(RUN) ? JavaOptions.RUNNING : JavaOptions.READING);
        line.addAll(options);
        line.add("-jar");
        line.add(data.jar().toString());
        line.addAll(List.of(arguments));
        Handed handed = new Handed();
        Runtime.getRuntime().addShutdownHook(new Thread(handed::end, "end-of-command"));
        try {
            return OptionalInt.of(handed.run(line));
        } catch (IOException unstartable) {
            return OptionalInt.empty();
        }
    }

    /** The process that does the work: it does not outlive this one, whenever a signal comes. */
    private static final class Handed {

        /** More than a run takes to stop by itself, less than supervisors wait. */
        private static final Duration TO_END = Duration.ofSeconds(9);

        private Optional<Process> process = Optional.empty();
        private boolean ended;

        int run(List<String> line) throws IOException {
            Process started = start(line);
            while (true) {
                try {
                    return started.waitFor();
                } catch (InterruptedException unasked) {
                    // Nobody interrupts the thread that a program begins with.
                }
            }
        }

        private synchronized Process start(List<String> line) throws IOException {
            while (ended) {
                try {
                    wait();
                } catch (InterruptedException unasked) {
                    // As above; this process is about to end.
                }
            }
            Process started = new ProcessBuilder(line).inheritIO().start();
            process = Optional.of(started);
            return started;
        }

        synchronized void end() {
            ended = true;
            process.ifPresent(Handed::end);
        }

        private static void end(Process process) {
            process.destroy();
            if (!hasEnded(process)) {
                process.destroyForcibly();
                hasEnded(process);
            }
        }

        private static boolean hasEnded(Process process) {
            try {
                return process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException unasked) {
                // Nobody interrupts what ends a program.
                return false;
            }
        }
    }

    /** The first word that is no option, nor the value of one. */
    static Optional<String> command(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (WITH_VALUE.contains(arguments[i])) {
                i++;
            } else if (!arguments[i].startsWith("-")) {
                return Optional.of(arguments[i]);
            }
        }
        return Optional.empty();
    }

    /** Whether nothing but the jar was named; where the system does not tell, it is not known. */
    private static boolean isPlain(Map<String, String> environment, String... arguments) {
        for (String name : OPTIONS_OF_ENVIRONMENT) {
            if (environment.containsKey(name)) {
                return false;
            }
        }
        Optional<String[]> line = ProcessHandle.current().info().arguments();
        return line.isPresent()
                && line.get().length == arguments.length + 2
                && line.get()[0].equals("-jar");
    }
}
