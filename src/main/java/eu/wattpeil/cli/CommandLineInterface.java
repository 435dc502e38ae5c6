package eu.wattpeil.cli;

import eu.wattpeil.kpi.explain.UnknownValueException;
import eu.wattpeil.kpi.query.QueryException;
import eu.wattpeil.operate.FailureMessage;
import eu.wattpeil.operate.UnknownNameException;
import eu.wattpeil.workspace.InvalidWorkspaceException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs a command line and gives the exit code: 0 done, 1 failed, 2 wrong usage or definition. */
public final class CommandLineInterface {

    /** Done, or nothing to do. */
    static final int DONE = 0;

    /** The world or the program failed. */
    public static final int FAILED = 1;

    /** Wrong usage, or something in the workspace is wrong. */
    static final int INVALID = 2;

    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    private static final List<Class<?>> COMMANDS =
            List.of(
                    RunCommand.class,
                    ServeCommand.class,
                    PasswordCommand.class,
                    CheckCommand.class,
                    StatusCommand.class,
                    DocumentsCommand.class,
                    QueryCommand.class,
                    ExplainCommand.class,
                    VerifyCommand.class,
                    DoctorCommand.class,
                    KpisCommand.class,
                    FactorsCommand.class,
                    SheetCommand.class,
                    FindingsCommand.class,
                    ShiftsCommand.class,
                    SuggestCommand.class,
                    AskCommand.class,
                    FormatsCommand.class,
                    ColumnsCommand.class,
                    InitCommand.class);

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
                commandLine(
                                PlainOutput.over(out),
                                PlainOutput.over(err),
                                clock,
                                commandsFor(arguments))
                        .execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    /** All commands with their options. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(out, err, Clock.systemUTC(), COMMANDS);
    }

    private static CommandLine commandLine(
            PrintWriter out, PrintWriter err, Clock clock, List<Class<?>> commands) {
        CommandLine commandLine = new CommandLine(new WattpeilCommand(clock));
        commands.forEach(it -> commandLine.addSubcommand(it));
        return commandLine
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, ofCommand, parsed) -> explain(failure, err));
    }

    /**
     * The one that is named: to read what all others take lasts a tenth of a short command. All
     * where none is, or where help is asked for, which tells of all.
     */
    private static List<Class<?>> commandsFor(String... arguments) {
        if (List.of(arguments).stream().anyMatch(HELP::contains)) {
            return COMMANDS;
        }
        Optional<String> word = QuickStart.command(arguments);
        List<Class<?>> named =
                COMMANDS.stream().filter(it -> word.filter(name(it)::equals).isPresent()).toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
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
