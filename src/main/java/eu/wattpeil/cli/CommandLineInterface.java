package eu.wattpeil.cli;

import eu.wattpeil.kpi.explain.UnknownValueException;
import eu.wattpeil.kpi.query.QueryException;
import eu.wattpeil.operate.FailureMessage;
import eu.wattpeil.operate.UnknownNameException;
import eu.wattpeil.workspace.InvalidWorkspaceException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;

/** Runs a command line and gives the exit code: 0 done, 1 failed, 2 wrong usage or definition. */
public final class CommandLineInterface {

    /** Done, or nothing to do. */
    static final int DONE = 0;

    /** The world or the program failed. */
    static final int FAILED = 1;

    /** Wrong usage, or something in the workspace is wrong. */
    static final int INVALID = 2;

    private CommandLineInterface() {}

    /** Runs with the streams of the process. */
    public static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(out, err, arguments);
    }

    /** Runs in this process, with streams of its own. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(out, err, Clock.systemUTC(), arguments);
    }

    /** As above, at the time of a clock. */
    public static int run(PrintWriter out, PrintWriter err, Clock clock, String... arguments) {
        int code =
                commandLine(PlainOutput.over(out), PlainOutput.over(err), clock).execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    /** All commands with their options. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(out, err, Clock.systemUTC());
    }

    private static CommandLine commandLine(PrintWriter out, PrintWriter err, Clock clock) {
        return new CommandLine(new WattpeilCommand(clock))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, commandLine, parsed) -> explain(failure, err));
    }

    /** What is a message to the user gets no stack trace; what is a fault of ours gets one. */
    private static int explain(Exception failure, PrintWriter err) {
        if (failure instanceof InvalidWorkspaceException invalid) {
            invalid.problems().forEach(err::println);
            int count = invalid.problems().size();
            err.println(count == 1 ? "1 problem" : count + " problems");
            return INVALID;
        }
        if (failure instanceof QueryException
                || failure instanceof UnknownNameException
                || failure instanceof UnknownValueException) {
            err.println(failure.getMessage());
            return INVALID;
        }
        err.println(FailureMessage.of(failure));
        return FAILED;
    }
}
