package eu.wattpeil.cli;

import eu.wattpeil.cli.Console.Attention;
import eu.wattpeil.cli.Console.LogFormat;
import eu.wattpeil.monitor.ServerMonitor;
import eu.wattpeil.operate.Stop;
import eu.wattpeil.serve.AlertSender;
import eu.wattpeil.serve.ChildRuns;
import eu.wattpeil.serve.Pause;
import eu.wattpeil.serve.Server;
import eu.wattpeil.serve.ServerJournal;
import eu.wattpeil.serve.ServerListeners;
import eu.wattpeil.web.WebPages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "of the pages, for browsers on this machine (default: 8080; 0: any)")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description =
                    "a name by which browsers ask for the pages, of this machine or a proxy before"
                            + " them; may be given several times")
    private Set<String> hosts = Set.of();

    @Option(
            names = "--workspace-label",
            paramLabel = "NAME",
            converter = WorkspaceLabel.class,
            description =
                    "put a label workspace=\"NAME\" to each metric, where those of several meet")
    private String workspaceLabel = "";

    @Option(names = "--no-pages", description = "run jobs, and show no pages")
    private boolean isWithoutPages;

    @Override
    public Integer call() throws Exception {
        Path root = wattpeil.workspace();
        Clock clock = wattpeil.clock();
        Console console =
                new Console(
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr(),
                        wattpeil.isQuiet() ? Attention.QUIET : Attention.NOTES,
                        logFormat,
                        () -> clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        IdleMemory.giveBack();
        ServerJournal journal = new ServerJournal(clock);
        ServerMonitor monitor =
                new ServerMonitor(
                        root, clock, work -> beside("store-reading", work).start(), workspaceLabel);
        try (StopSignal signal = StopSignal.listenForServer();
                @Nullable WebPages pages =
                        isWithoutPages ? null : pages(console, journal, monitor, clock)) {
            Stop stop = signal.stop();
            Server.serve(
                    root,
                    new ChildRuns(ThisProgram.commandOfRuns(), root),
                    new ServerListeners(
                            List.of(
                                    new ServerConsole(console),
                                    journal,
                                    monitor,
                                    new AlertSender(
                                            root,
                                            console::failure,
                                            clock,
                                            Executors.newSingleThreadExecutor(
                                                    work -> beside("alerts", work))))),
                    stop,
                    clock,
                    Pause.of(clock, stop));
            console.note("stopped");
        }
        return CommandLineInterface.DONE;
    }

    /** A mail server, or a store, that takes its time does not keep the program from ending. */
    private static Thread beside(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private WebPages pages(
            Console console, ServerJournal journal, ServerMonitor monitor, Clock clock)
            throws IOException {
        WebPages pages =
                WebPages.start(
                        new WebPages.Place(port, hosts),
                        wattpeil.workspace(),
                        journal,
                        monitor,
                        new WebPages.Host(ThisProgram.command(), clock, console::failure));
        console.note("pages: " + pages.address());
        if (hosts.isEmpty() && pages.needName()) {
            console.note(
                    "pages: others are answered by no name yet; --host NAME is the one that their"
                            + " browsers ask by");
        }
        return pages;
    }
}
