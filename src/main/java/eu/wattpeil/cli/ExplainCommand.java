package eu.wattpeil.cli;

import eu.wattpeil.kpi.explain.Explanation;
import eu.wattpeil.kpi.explain.Question;
import eu.wattpeil.operate.Explanations;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.report.explanation.ExplanationFlow;
import eu.wattpeil.report.explanation.ExplanationJson;
import eu.wattpeil.report.explanation.ExplanationPage;
import eu.wattpeil.report.words.TextLines;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Settings;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Walks a value back to what it was made of. */
@Command(
        name = "explain",
        description = {
            "Explain a value of a KPI: the formula with its numbers, parts, months, factors,",
            "the rows of the models, and the documents and lines behind them."
        })
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "KPI", description = "id of the KPI, as wattpeil kpis lists it")
    private String kpiId;

    @Option(
            names = "--month",
            required = true,
            paramLabel = "YYYY-MM",
            converter = MonthConverter.class,
            description = "the month, or the last one of the period")
    private @Nullable YearMonth month;

    @Option(
            names = "--scope",
            paramLabel = "KIND:ID",
            converter = ScopeConverter.class,
            description = "such as room:town-hall-sr (default: organisation:all)")
    private Scope scope = Scope.ORGANISATION;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "${COMPLETION-CANDIDATES} (default: month)",
            completionCandidates = PeriodCandidates.class)
    private Period period = Period.MONTH;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    private Form form = Form.TEXT;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = KpisCommand.LanguageConverter.class,
            description = "language of the text, such as nl (default: en)")
    private Locale language = Locale.ENGLISH;

    @Option(
            names = "--for-pages",
            hidden = true,
            description = "for the pages of a server: in all languages of the reports")
    private boolean isForPages;

    /** How the answer is written. */
    enum Form {
        TEXT,
        JSON
    }

    @Override
    public Integer call() {
        Setup setup = Setup.load(wattpeil.workspace());
        Explanation explanation =
                Explanations.of(setup)
                        .explain(new Question(kpiId, Objects.requireNonNull(month), scope, period));
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = setup.workspace().settings();
        if (isForPages) {
            out.print(
                    ExplanationFlow.json(
                            explanation,
                            setup.texts(),
                            settings.languages(),
                            settings.minimumGroupSize()));
            return CommandLineInterface.DONE;
        }
        switch (form) {
            case TEXT ->
                    ExplanationPage.print(
                            explanation,
                            setup.texts(),
                            language,
                            settings.minimumGroupSize(),
                            new TextLines(out));
            case JSON -> out.print(ExplanationJson.text(explanation, language));
        }
        return CommandLineInterface.DONE;
    }

    /** The words that the option takes, in lower case as in {@code kpi_values}. */
    static final class PeriodCandidates implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Period.values()).map(Period::code).iterator();
        }
    }

    /** Reads a month. */
    static final class MonthConverter implements ITypeConverter<YearMonth> {

        @Override
        public YearMonth convert(String text) {
            try {
                return YearMonth.parse(text);
            } catch (DateTimeException notAMonth) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no month, expected one such as 2026-09");
            }
        }
    }

    /** Reads a scope. */
    static final class ScopeConverter implements ITypeConverter<Scope> {

        @Override
        public Scope convert(String text) {
            int colon = text.indexOf(':');
            if (colon < 1 || colon == text.length() - 1) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no scope, expected KIND:ID such as room:town-hall-sr");
            }
            return new Scope(text.substring(0, colon), text.substring(colon + 1));
        }
    }
}
