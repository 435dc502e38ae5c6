package eu.wattpeil.cli;

import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a subcommand: tells which there are. */
@Command(
        name = "wattpeil",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        description = "Energy and print insight for the ICT of an organisation.",
        scope = ScopeType.INHERIT)
final class WattpeilCommand implements Runnable {

    @Option(
            names = "--workspace",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "the folder with config/ and jobs/ (default: this folder)")
    private Path workspace = Path.of("");

    @Option(
            names = "--quiet",
            scope = ScopeType.INHERIT,
            description = "print results and errors only")
    private boolean isQuiet;

    @Spec private CommandSpec spec;

    private final Clock clock;

    WattpeilCommand(Clock clock) {
        this.clock = clock;
    }

    /** What tells the commands the time. */
    Clock clock() {
        return clock;
    }

    Path workspace() {
        return workspace.toAbsolutePath().normalize();
    }

    boolean isQuiet() {
        return isQuiet;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing, expected one of these");
    }
}
