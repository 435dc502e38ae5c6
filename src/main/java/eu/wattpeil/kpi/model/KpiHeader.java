package eu.wattpeil.kpi.model;

import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes a {@link Kpi} of a model's header, or says everything that is wrong with it. */
public final class KpiHeader {

    public static final String ORGANISATION = "organisation";

    private static final Map<String, String> LANGUAGES =
            Map.of("en", "English", "nl", "Dutch", "fr", "French");
    private static final List<String> REQUIRED_LANGUAGES = List.of("en", "nl");
    private static final int MAX_DECIMALS = 6;
    private static final Set<String> KEYS =
            Set.of(
                    "title.en",
                    "title.nl",
                    "title.fr",
                    "unit",
                    "decimals",
                    "better",
                    "grain",
                    "formula",
                    "numerator.en",
                    "numerator.nl",
                    "numerator.fr",
                    "numerator-unit",
                    "denominator.en",
                    "denominator.nl",
                    "denominator.fr",
                    "denominator-unit",
                    "per",
                    "over-time",
                    "over-scope",
                    "gap",
                    "minimum-coverage",
                    "above",
                    "factors",
                    "source",
                    "frames");

    private final ModelFile model;
    private final ModelHeader header;

    /** What to do with the part of a sum over time that is not known. */
    private enum Gap {
        SCALE,
        KEEP
    }

    private KpiHeader(ModelFile model, ModelHeader header) {
        this.model = model;
        this.header = header;
    }

    static Kpi read(ModelFile model, Problems problems) {
        return new KpiHeader(model, ModelHeader.of(model, KEYS, problems)).kpi();
    }

    private Kpi kpi() {
        boolean isRatio = isRatio();
        Kpi.OverTime overTime = overTime();
        Kpi.OverScope overScope = overScope();
        checkRatio(isRatio, overTime, overScope);
        return new Kpi(
                model.name(),
                texts("title", true),
                header.required("unit", "the unit of the value"),
                decimals(),
                better(),
                grain(overScope),
                header.required("formula", "the formula in words and symbols"),
                texts("numerator", isRatio),
                unit("numerator-unit", isRatio),
                texts("denominator", isRatio),
                unit("denominator-unit", isRatio),
                per(overTime),
                overTime,
                overScope,
                isScaled(overTime, overScope),
                header.number("minimum-coverage", 0, 1),
                header.number("above", -Double.MAX_VALUE, Double.MAX_VALUE),
                header.words("factors"),
                header.required("source", "a standard with its clause, or P for a proposal"),
                header.words("frames"),
                model.file());
    }

    private boolean isRatio() {
        return header.has("denominator-unit")
                || LANGUAGES.keySet().stream()
                        .anyMatch(language -> header.has("denominator." + language));
    }

    /** What adds up over time grows with every day, unless the header says otherwise. */
    private Kpi.Per per(Kpi.OverTime overTime) {
        Kpi.Per usual = overTime == Kpi.OverTime.SUM ? Kpi.Per.DAY : Kpi.Per.NONE;
        return header.word("per", Kpi.Per.class).orElse(usual);
    }

    private Kpi.OverTime overTime() {
        header.required("over-time", "ratio, mean, sum, last, max, year or none");
        return header.word("over-time", Kpi.OverTime.class).orElse(Kpi.OverTime.NONE);
    }

    private Kpi.OverScope overScope() {
        header.required("over-scope", "ratio, sum, max or none");
        return header.word("over-scope", Kpi.OverScope.class).orElse(Kpi.OverScope.NONE);
    }

    private Kpi.Better better() {
        header.required("better", "lower, higher or context");
        return header.word("better", Kpi.Better.class).orElse(Kpi.Better.CONTEXT);
    }

    private boolean isScaled(Kpi.OverTime overTime, Kpi.OverScope overScope) {
        boolean isScaled =
                header.word("gap", Gap.class).filter(gap -> gap == Gap.SCALE).isPresent();
        boolean addsUp =
                (overTime == Kpi.OverTime.SUM || overTime.isQuotient())
                        && overScope != Kpi.OverScope.MAX;
        if (isScaled && !addsUp) {
            header.problem(
                    "gap", "gap is \"scale\", expected keep: only what adds up can be completed");
        }
        return isScaled;
    }

    private int decimals() {
        if (header.required("decimals", "a number of digits").isEmpty()) {
            return 0;
        }
        return header.number("decimals", 0, MAX_DECIMALS).orElse(0.0).intValue();
    }

    private List<String> grain(Kpi.OverScope overScope) {
        header.required("grain", "the kinds of scope that the model gives");
        List<String> grain = header.words("grain");
        if (overScope == Kpi.OverScope.NONE
                && header.has("over-scope")
                && !grain.isEmpty()
                && !grain.contains(ORGANISATION)) {
            header.problem(
                    "grain",
                    "grain is \""
                            + header.text("grain")
                            + "\", expected organisation in it: over-scope is none");
        }
        return grain;
    }

    private void checkRatio(boolean isRatio, Kpi.OverTime overTime, Kpi.OverScope overScope) {
        if (!isRatio && overTime.isQuotient()) {
            header.problem(
                    "over-time",
                    "over-time is \""
                            + header.text("over-time")
                            + "\", expected a denominator with it");
        }
        if (!isRatio && overScope == Kpi.OverScope.RATIO) {
            header.problem("over-scope", "over-scope is \"ratio\", expected a denominator with it");
        }
        if (isRatio && overTime == Kpi.OverTime.SUM) {
            header.problem(
                    "over-time", "over-time is \"sum\", expected ratio: ratios do not add up");
        }
        if (isRatio && overScope == Kpi.OverScope.SUM) {
            header.problem(
                    "over-scope", "over-scope is \"sum\", expected ratio: ratios do not add up");
        }
    }

    private String unit(String key, boolean isRequired) {
        return isRequired ? header.required(key, "a unit") : header.text(key);
    }

    private Map<Locale, String> texts(String key, boolean isRequired) {
        Map<Locale, String> texts = new LinkedHashMap<>();
        for (String language : List.of("en", "nl", "fr")) {
            String name = key + "." + language;
            if (isRequired && REQUIRED_LANGUAGES.contains(language)) {
                header.required(name, "a text in " + LANGUAGES.get(language));
            }
            if (!header.text(name).isEmpty()) {
                texts.put(Locale.forLanguageTag(language), header.text(name));
            }
        }
        return Map.copyOf(texts);
    }
}
