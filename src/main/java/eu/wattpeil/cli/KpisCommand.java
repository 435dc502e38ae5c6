package eu.wattpeil.cli;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.workspace.Texts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints the catalogue of KPIs. */
@Command(name = "kpis", description = "List the KPIs: id, title, unit, formula, source.")
final class KpisCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = LanguageConverter.class,
            description = "language of the texts, such as nl (default: en)")
    private Locale language = Locale.ENGLISH;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Kpi kpi : Setup.load(wattpeil.workspace()).catalogue().kpis()) {
            String title = Texts.pick(kpi.title(), language);
            out.printf("%s  %s [%s]%n", kpi.kpiId(), title, kpi.unit());
            out.printf("    formula  %s%n", Texts.pick(kpi.formula(), language));
            out.printf("    source   %s%n", Texts.pick(kpi.source(), language));
        }
        return CommandLineInterface.DONE;
    }

    /** Reads a language; of one with a country, such as nl-BE, the country does not matter here. */
    static final class LanguageConverter implements ITypeConverter<Locale> {

        private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

        @Override
        public Locale convert(String text) {
            String language = Locale.forLanguageTag(text).getLanguage();
            if (!LANGUAGES.contains(language)) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no language, expected one such as nl");
            }
            return Locale.forLanguageTag(language);
        }
    }
}
