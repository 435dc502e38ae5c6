package eu.wattpeil.cli;

import eu.wattpeil.cli.Console.Attention;
import eu.wattpeil.cli.Console.LogFormat;
import eu.wattpeil.operate.Stop;
import eu.wattpeil.serve.ChildRuns;
import eu.wattpeil.serve.Pause;
import eu.wattpeil.serve.Server;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the jobs at their times. */
@Command(
        name = "serve",
        description = {
            "Run each job at the times of its schedule, until Ctrl-C or SIGTERM.",
            "What was missed while no server was there is made up for; what failed is tried again."
        })
final class ServeCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "text (default), or json: an object per line on standard error")
    private LogFormat logFormat = LogFormat.TEXT;

    @Override
    public Integer call() throws Exception {
        Path root = wattpeil.workspace();
        Clock clock = Clock.systemUTC();
        Console console =
                new Console(
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr(),
                        wattpeil.isQuiet() ? Attention.QUIET : Attention.NOTES,
                        logFormat,
                        () -> clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        try (StopSignal signal = StopSignal.listenForServer()) {
            Stop stop = signal.stop();
            Server.serve(
                    root,
                    new ChildRuns(ThisProgram.command(), root),
                    new ServerConsole(console),
                    stop,
                    clock,
                    Pause.of(clock, stop));
            console.note("stopped");
        }
        return CommandLineInterface.DONE;
    }
}
