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

    /** Of a run: twenty times the usual thresholds, so that only what large files need earns it. */
    static final List<String> RUNNING =
            List.of(
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:+UseSerialGC",
                    "-XX:Tier4InvocationThreshold=100000",
                    "-XX:Tier4MinInvocationThreshold=12000",
                    "-XX:Tier4CompileThreshold=300000",
                    "-XX:Tier4BackEdgeThreshold=800000");

    private JavaOptions() {}
}
