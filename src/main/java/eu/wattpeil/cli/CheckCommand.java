package eu.wattpeil.cli;

import eu.wattpeil.deliver.DeliveryConcerns;
import eu.wattpeil.kpi.edition.EngineConcerns;
import eu.wattpeil.operate.GoalNotes;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.Status;
import eu.wattpeil.operate.WaitingCheck;
import eu.wattpeil.web.PagesConcerns;
import eu.wattpeil.workspace.PagesSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Validates the workspace and does nothing else. */
@Command(
        name = "check",
        description = {
            "Check all of config/ and jobs/; tell every problem with file and line.",
            "Of what waits, look whether the first rows of the newest file fit its definition;",
            "of devices that are in the store, whether there is a profile of their category."
        })
final class CheckCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Setup setup = Setup.load(wattpeil.workspace());
        PrintWriter out = spec.commandLine().getOut();
        setup.requireRemote();
        GoalNotes.of(setup).forEach(out::println);
        DeliveryConcerns.of(setup.workspace().deliveries()).forEach(out::println);
        PagesConcerns.of(PagesSettings.of(setup.workspace()), wattpeil.clock())
                .forEach(out::println);
        EngineConcerns.of(setup.workspace().settings()).forEach(out::println);
        WaitingCheck.of(setup, wattpeil.clock()).forEach(out::println);
        Questions.lines(Status.unknownCategories(setup)).forEach(out::println);
        out.printf(
                "%s: no problems in config/ and jobs/; sources: %d, meters: %d, KPIs: %d, goals: %d%n",
                setup.workspace().root(),
                setup.intakes().all().size(),
                setup.workspace().meters().size(),
                setup.catalogue().kpis().size(),
                setup.workspace().goals().size());
        return CommandLineInterface.DONE;
    }
}
