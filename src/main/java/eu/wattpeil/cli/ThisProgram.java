package eu.wattpeil.cli;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How this process was started, for others like it. */
final class ThisProgram {

    private static final String MAIN = "eu.wattpeil.Wattpeil";

    private ThisProgram() {}

    /** The command up to the arguments: the same Java, options and class path. */
    static List<String> command() {
        return command(List.of(), List.of("-cp", classPath(), MAIN));
    }

    /** The same of a run: where this process has no such options of its own, with ours. */
    static List<String> commandOfRuns() {
        return command(optionsOfRuns(options()), program(classPath()));
    }

    /**
     * Two collectors of garbage end Java before it begins: who has such options gets none of ours.
     */
    static List<String> optionsOfRuns(Stream<String> own) {
        return own.anyMatch(option -> option.startsWith("-XX:")) ? List.of() : JavaOptions.RUNNING;
    }

    private static Stream<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream();
    }

    /** A jar by itself, whose manifest says more than where classes are; else the class path. */
    static List<String> program(String classPath) {
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
                ? List.of("-jar", classPath)
                : List.of("-cp", classPath, MAIN);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static List<String> command(List<String> further, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        options().filter(option -> !isOfThisProcessAlone(option)).forEach(command::add);
        command.addAll(further);
        command.addAll(program);
        return command;
    }

    /** Two processes cannot listen for a debugger at one port, nor write one recording. */
    private static boolean isOfThisProcessAlone(String option) {
        return option.startsWith("-agentlib")
                || option.startsWith("-agentpath")
                || option.startsWith("-javaagent")
                || option.startsWith("-Xrunjdwp")
                || option.startsWith("-XX:StartFlightRecording")
                || option.startsWith("-Dcom.sun.management");
    }
}
