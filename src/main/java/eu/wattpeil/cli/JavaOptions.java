package eu.wattpeil.cli;

import java.util.List;

/**
 * Options of Java for our own processes, none of which lives long: a small collector of garbage,
 * and less work of the compiler that takes most of a short process.
 */
final class JavaOptions {

    /** Of a command that only reads: what a better compiler gains it does not earn back. */
    static final List<String> READING =
            List.of(
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1");

    /**
     * Of a run: a hundred times the usual thresholds, so that only what large files need earns it.
     */
    static final List<String> RUNNING =
            List.of(
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:+UseSerialGC",
                    "-XX:Tier4InvocationThreshold=500000",
                    "-XX:Tier4MinInvocationThreshold=60000",
                    "-XX:Tier4CompileThreshold=1500000",
                    "-XX:Tier4BackEdgeThreshold=4000000");

    private JavaOptions() {}
}
