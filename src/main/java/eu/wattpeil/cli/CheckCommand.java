package eu.wattpeil.cli;

import eu.wattpeil.operate.Setup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Validates the workspace and does nothing else. */
@Command(
        name = "check",
        description = "Check all of config/ and jobs/; tell every problem with file and line.")
final class CheckCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Setup setup = Setup.load(wattpeil.workspace());
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: no problems; sources: %d, meters: %d, KPIs: %d, goals: %d%n",
                        setup.workspace().root(),
                        setup.intakes().all().size(),
                        setup.workspace().meters().size(),
                        setup.catalogue().kpis().size(),
                        setup.workspace().goals().size());
        return CommandLineInterface.DONE;
    }
}
