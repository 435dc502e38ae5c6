package eu.wattpeil.cli;

import eu.wattpeil.kpi.query.Query;
import eu.wattpeil.operate.EditionFindings;
import eu.wattpeil.operate.FindingTable;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.report.content.Finding;
import eu.wattpeil.report.content.MonthFindings;
import eu.wattpeil.report.words.FindingWords;
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

/** Prints what the rules came to in a month. */
@Command(
        name = "findings",
        description = {
            "Tell what there is to save in a month: each rule that was tried, what was measured, the",
            "saving of a year as a range, its source and assumption, how to confirm it, and what",
            "config/findings.yaml says of it."
        })
final class FindingsCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            converter = RunCommand.MonthConverter.class,
            description = "a computed month (default: the last one)")
    private @Nullable YearMonth month;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = KpisCommand.LanguageConverter.class,
            description = "language of the texts, such as nl (default: en)")
    private Locale language = Locale.ENGLISH;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default), csv or json")
    private Query.Format form = Query.Format.TABLE;

    @Override
    public Integer call() {
        Workspace workspace = Setup.readWorkspace(wattpeil.workspace());
        Problems problems = new Problems();
        FindingWords words = new FindingWords(Texts.read(workspace.files(), problems), language);
        problems.throwIfAny();
        MonthFindings findings = EditionFindings.of(workspace, Optional.ofNullable(month));
        PrintWriter out = spec.commandLine().getOut();
        if (form == Query.Format.TABLE) {
            print(findings, words, out);
        } else {
            Query.write(FindingTable.of(findings, words), form, out);
        }
        return CommandLineInterface.DONE;
    }

    private static void print(MonthFindings findings, FindingWords words, PrintWriter out) {
        out.println(findings.month());
        for (Finding finding : findings.findings()) {
            out.println();
            words.lines(finding).forEach(out::println);
        }
        if (findings.findings().stream().filter(it -> it.kwh().isKnown()).count() > 1) {
            out.println();
            out.println(words.overlap());
        }
    }
}
