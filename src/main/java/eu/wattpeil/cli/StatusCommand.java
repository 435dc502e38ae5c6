package eu.wattpeil.cli;

import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.Status;
import eu.wattpeil.operate.StatusFacts;
import eu.wattpeil.serve.ServerStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells how things stand. */
@Command(
        name = "status",
        description =
                "Show sources and their freshness, what is due, last runs, rejects, and the server.")
final class StatusCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Clock clock = wattpeil.clock();
        Setup setup = Setup.load(wattpeil.workspace());
        StatusFacts facts = Status.of(setup, clock);
        new StatusPage(facts, spec.commandLine().getOut()).print();
        ServerStatus server = ServerStatus.of(setup.workspace(), clock);
        new ServerPage(server, facts.zone(), spec.commandLine().getOut()).print();
        return CommandLineInterface.DONE;
    }
}
