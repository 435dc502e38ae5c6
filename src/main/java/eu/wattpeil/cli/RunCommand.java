package eu.wattpeil.cli;

import eu.wattpeil.cli.Console.Attention;
import eu.wattpeil.cli.Console.LogFormat;
import eu.wattpeil.disk.FolderInUseException;
import eu.wattpeil.hosts.ClaimLostException;
import eu.wattpeil.hosts.ClaimedException;
import eu.wattpeil.hosts.RepositoryException;
import eu.wattpeil.monitor.MetricsFile;
import eu.wattpeil.monitor.PushGateway;
import eu.wattpeil.operate.FailureMessage;
import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.Run;
import eu.wattpeil.operate.RunListener;
import eu.wattpeil.operate.RunScope;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.UnknownNameException;
import eu.wattpeil.operate.Vitals;
import eu.wattpeil.serve.EventLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Collects, computes, publishes and delivers. */
@Command(
        name = "run",
        description = "Collect, compute, publish and deliver what is due or missing.")
final class RunCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            converter = MonthConverter.class,
            description =
                    "compute, publish and deliver this month only; what is not over is computed"
                            + " and published")
    private @Nullable YearMonth month;

    @Option(
            names = "--job",
            paramLabel = "NAME",
            description =
                    "this job only: the name of a file in jobs/collect, compute, publish or"
                            + " deliver; may be given several times")
    private Set<String> jobs = Set.of();

    @Option(
            names = "--again",
            paramLabel = "DELIVERY",
            description =
                    "deliver the month now to whoever of a delivery has not got it for certain")
    private @Nullable String again;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "text (default), or json: an object per line on standard error")
    private LogFormat logFormat = LogFormat.TEXT;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description =
                    "write metrics for the textfile collector of Prometheus's node_exporter; it"
                            + " reads names that end in .prom")
    private @Nullable Path metrics;

    @Option(
            names = "--push",
            paramLabel = "URL",
            converter = GatewayConverter.class,
            description = "give metrics to a Pushgateway, such as http://prometheus.example:9091")
    private @Nullable URI push;

    @Option(
            names = "--workspace-label",
            paramLabel = "NAME",
            converter = WorkspaceLabel.class,
            description =
                    "put a label workspace=\"NAME\" to each metric, where those of several meet")
    private String workspaceLabel = "";

    @Option(
            names = "--events",
            hidden = true,
            description =
                    "for a server: tell all that happens in lines of JSON, and stop when"
                            + " standard input ends")
    private boolean isForServer;

    @Option(
            names = "--claim",
            hidden = true,
            description = "for a server: the number of the claim that it holds")
    private @Nullable Long claim;

    @Option(
            names = "--helping",
            hidden = true,
            description = "for a server: read documents for the host that holds the work")
    private boolean isHelping;

    @Override
    public Integer call() throws Exception {
        return isForServer ? runForServer() : run(console());
    }

    private Console console() {
        return new Console(
                spec.commandLine().getOut(), spec.commandLine().getErr(), attention(), logFormat);
    }

    private int runForServer() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try {
            return run(event -> out.println(EventLines.of(event)));
        } catch (FolderInUseException
                | ClaimedException
                | ClaimLostException
                | RepositoryException busy) {
            out.println(EventLines.ofBusy(FailureMessage.of(busy)));
            return CommandLineInterface.FAILED;
        }
    }

    private int run(RunListener listener) throws Exception {
        RunScope scope = new RunScope(Optional.ofNullable(month), jobs, Optional.ofNullable(again));
        Clock clock = wattpeil.clock();
        Outcome outcome =
                metrics == null && push == null
                        ? run(
                                Setup.loadToRun(wattpeil.workspace()),
                                scope,
                                List.of(listener, new CompilerAdvice()),
                                clock)
                        : runMeasured(scope, listener, clock);
        return switch (outcome) {
            case DONE, NOTHING_TO_DO, HELPED -> CommandLineInterface.DONE;
            case FAILED, STOPPED -> CommandLineInterface.FAILED;
        };
    }

    private Outcome run(Setup setup, RunScope scope, List<RunListener> listeners, Clock clock)
            throws Exception {
        try (StopSignal signal = StopSignal.listen()) {
            if (isForServer) {
                ServerWatch.begin(System.in, signal.stop());
            }
            if (isHelping) {
                return Run.help(setup, listeners, signal.stop(), clock);
            }
            return claim == null
                    ? Run.execute(setup, scope, listeners, signal.stop(), clock)
                    : Run.executeUnder(claim, setup, scope, listeners, signal.stop(), clock);
        }
    }

    /** A run that was refused, since another is at work or a name is wrong, was none. */
    private Outcome runMeasured(RunScope scope, RunListener listener, Clock clock)
            throws Exception {
        MetricsFile measured = new MetricsFile(metricsFile(), clock, workspaceLabel);
        Optional<Setup> loaded = Optional.empty();
        Outcome outcome;
        try {
            loaded = Optional.of(Setup.loadToRun(wattpeil.workspace()));
            outcome =
                    run(
                            loaded.get(),
                            scope,
                            List.of(listener, measured, new CompilerAdvice()),
                            clock);
        } catch (FolderInUseException | ClaimedException | UnknownNameException refused) {
            throw refused;
        } catch (Exception failure) {
            if (loaded.isPresent() || isWorkspaceThere()) {
                pushBroken(measured, scope, loaded.isPresent());
            }
            throw failure;
        }
        if (outcome == Outcome.HELPED) {
            return outcome;
        }
        Setup setup = loaded.get();
        // Of one month it does no job as a whole.
        Set<String> done = scope.month().isPresent() ? Set.of() : scope.jobsOf(setup);
        push(
                measured.ended(
                        outcome,
                        RunScope.all().jobsOf(setup),
                        done,
                        () -> Vitals.of(setup, clock)));
        return outcome;
    }

    /** That metrics cannot be written is told beside why the run failed, and not in its place. */
    private void pushBroken(MetricsFile measured, RunScope scope, boolean isUsable) {
        try {
            push(measured.broken(scope.jobs(), isUsable));
        } catch (IOException unwritten) {
            console().failure(FailureMessage.of(unwritten));
        }
    }

    /** What is only pushed goes on from run to run all the same. */
    private Path metricsFile() {
        return metrics != null
                ? metrics
                : Setup.stateFolder(wattpeil.workspace()).resolve("pushed-metrics");
    }

    private boolean isWorkspaceThere() {
        return metrics != null || Files.isDirectory(wattpeil.workspace().resolve("config"));
    }

    /** Nobody who watches is a reason to fail. */
    private void push(String text) {
        if (push == null) {
            return;
        }
        try {
            new PushGateway(push, workspaceLabel).push(text);
        } catch (IOException refused) {
            console().failure(String.valueOf(refused.getMessage()));
        }
    }

    private Attention attention() {
        if (wattpeil.isQuiet()) {
            return Attention.QUIET;
        }
        boolean isForEyes = logFormat == LogFormat.TEXT && Terminal.isThere();
        return isForEyes ? Attention.BAR : Attention.NOTES;
    }

    /** Reads the address of a Pushgateway. */
    static final class GatewayConverter implements ITypeConverter<URI> {

        @Override
        public URI convert(String text) {
            try {
                URI address = new URI(text);
                boolean isOfTheWeb =
                        Set.of("http", "https").contains(String.valueOf(address.getScheme()));
                if (isOfTheWeb
                        && address.getHost() != null
                        && address.getUserInfo() == null
                        && address.getQuery() == null
                        && address.getFragment() == null) {
                    return address;
                }
            } catch (URISyntaxException none) {
                // Told like any other.
            }
            throw new TypeConversionException(
                    "this is no address of a Pushgateway, expected one such as"
                            + " http://prometheus.example:9091");
        }
    }

    /** Reads a month, or says what one looks like. */
    static final class MonthConverter implements ITypeConverter<YearMonth> {

        @Override
        public YearMonth convert(String text) {
            try {
                return YearMonth.parse(text);
            } catch (DateTimeParseException noMonth) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no month, expected one such as 2026-09");
            }
        }
    }
}
