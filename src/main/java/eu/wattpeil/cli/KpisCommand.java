package eu.wattpeil.cli;

import eu.wattpeil.kpi.engine.ConfigRelations;
import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.explain.UnknownValueException;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.workspace.Frame;
import eu.wattpeil.workspace.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints the catalogue of KPIs, or all that is said of one. */
@Command(
        name = "kpis",
        description = {
            "List the KPIs: id, title, unit, formula, source; or print one in full, also how it",
            "adds up, what it needs to be known, what it is for, and what it reads."
        })
final class KpisCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "KPI",
            description = "id of the one to print in full (default: all, in short)")
    private @Nullable String kpiId;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = LanguageConverter.class,
            description = "language of the texts, such as nl (default: en)")
    private Locale language = Locale.ENGLISH;

    @Override
    public Integer call() {
        Catalogue catalogue = Setup.load(wattpeil.workspace()).catalogue();
        String asked = kpiId;
        if (asked == null) {
            catalogue.kpis().forEach(this::print);
            return CommandLineInterface.DONE;
        }
        Kpi kpi =
                catalogue
                        .kpi(asked)
                        .orElseThrow(() -> UnknownValueException.ofKpi(asked, catalogue));
        print(kpi);
        printRest(kpi, catalogue);
        return CommandLineInterface.DONE;
    }

    private void print(Kpi kpi) {
        String title = Texts.pick(kpi.title(), language);
        spec.commandLine().getOut().printf("%s  %s [%s]%n", kpi.kpiId(), title, kpi.unit());
        print("formula", Texts.pick(kpi.formula(), language));
        print("source", Texts.pick(kpi.source(), language));
    }

    private void printRest(Kpi kpi, Catalogue catalogue) {
        print("grade", kpi.grade() + ": " + meaning(kpi.grade()));
        if (kpi.isRatio()) {
            print("above", part(kpi.numerator(), kpi.numeratorUnit()));
            print("below", part(kpi.denominator(), kpi.denominatorUnit()));
        }
        print("better", code(kpi.better()));
        print("scopes", String.join(", ", kpi.grain()) + "; together: " + code(kpi.overScope()));
        print("periods", "months together: " + code(kpi.overTime()));
        print(
                "coverage",
                kpi.minimumCoverage()
                                .map(it -> "at least " + it)
                                .orElse("at least minimum-coverage of config/wattpeil.yaml")
                        + (kpi.isScaled() ? "; what is missing is completed in proportion" : ""));
        print("factors", String.join(", ", kpi.factors()));
        print("practice", String.join(", ", kpi.practices()));
        print("frames", kpi.frames().stream().map(Frame::word).collect(Collectors.joining(", ")));
        List<Model> lineage = catalogue.lineage(kpi.kpiId());
        Set<String> tables = Set.copyOf(ConfigRelations.empty().names());
        print("datasets", String.join(", ", catalogue.datasetsOf(kpi.kpiId())));
        print(
                "config",
                lineage.stream()
                        .flatMap(model -> model.reads().stream())
                        .map(Mention::name)
                        .filter(tables::contains)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", ")));
        print("models", lineage.stream().map(Model::name).collect(Collectors.joining(", ")));
        print("file", kpi.file());
    }

    private String part(Map<Locale, String> name, String unit) {
        return Texts.pick(name, language) + " [" + unit + "]";
    }

    private static String meaning(Kpi.Grade grade) {
        return switch (grade) {
            case A -> "read in the publisher's own text";
            case B -> "read in a quotation or another implementation";
            case C -> "recalled, not read in its source";
            case P -> "own definition: no standard gives one";
        };
    }

    private void print(String name, String text) {
        if (!text.isEmpty()) {
            spec.commandLine().getOut().printf("    %-9s%s%n", name, text);
        }
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
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
