package eu.wattpeil.cli;

import eu.wattpeil.operate.EditionShifts;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.report.content.LevelShifts;
import eu.wattpeil.report.words.ShiftWords;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints from which days on KPIs are at another level. */
@Command(
        name = "shifts",
        description = {
            "Tell from which days on a KPI is at another level, in the twelve months up to one: how",
            "much more or less a usual day comes to, and which measure, event or break in the series",
            "may be why. What is more than a season is told; what cannot be told yet is said."
        })
final class ShiftsCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            converter = RunCommand.MonthConverter.class,
            description = "the last of the twelve, a computed month (default: the last one)")
    private @Nullable YearMonth month;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = KpisCommand.LanguageConverter.class,
            description = "language of the texts, such as nl (default: en)")
    private Locale language = Locale.ENGLISH;

    @Override
    public Integer call() {
        Workspace workspace = Setup.readWorkspace(wattpeil.workspace());
        Problems problems = new Problems();
        ShiftWords words =
                ShiftWords.forTerminal(Texts.read(workspace.files(), problems), language);
        problems.throwIfAny();
        LevelShifts shifts = EditionShifts.of(workspace, Optional.ofNullable(month));
        PrintWriter out = spec.commandLine().getOut();
        out.println(shifts.month());
        if (shifts.shifts().isEmpty()) {
            out.println(words.none());
        }
        shifts.shifts()
                .forEach(
                        shift -> {
                            out.println();
                            words.lines(shift).forEach(out::println);
                        });
        return CommandLineInterface.DONE;
    }
}
