package eu.wattpeil.kpi.model;

import eu.wattpeil.workspace.Frame;
import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a {@link Kpi} of a model's header, or says everything that is wrong with it. */
public final class KpiHeader {

    private static final int MAX_DECIMALS = 6;
    private static final String FORMULA = "formula";
    private static final String SOURCE = "source";
    private static final String PRACTICES = "practices";
    private static final String FRAMES = "frames";
    private static final String SCALES_WITH = "scales-with";
    static final String ACTIVITY = "activity";

    /** The activity of what only serves something else. */
    private static final String NO_ACTIVITY = "none";

    private static final List<String> KEYS =
            List.of(
                    "unit",
                    "decimals",
                    "better",
                    "grain",
                    FORMULA,
                    "numerator-unit",
                    "denominator-unit",
                    "per",
                    "over-time",
                    "over-scope",
                    "gap",
                    "minimum-coverage",
                    "above",
                    "refusal",
                    "factors",
                    SCALES_WITH,
                    ACTIVITY,
                    SOURCE,
                    "grade",
                    PRACTICES,
                    FRAMES);

    /** The scopes of what people do, of which small groups are protected. */
    private static final Set<String> OF_PEOPLE =
            Set.of(Scope.ORGANISATION_KIND, Scope.DEPARTMENT_KIND);

    /** What a header may say in each language, where {@code jobs/texts} does not. */
    private static final List<String> SPOKEN =
            List.of("title", "numerator", "denominator", FORMULA, SOURCE);

    private final ModelFile model;
    private final ModelHeader header;
    private final Texts texts;
    private final Frames frames;

    /** What to do with the part of a sum over time that is not known. */
    private enum Gap {
        SCALE,
        /** The value stands as the model gives it. */
        KEEP,
        /** As the model gives it, and that leaves out what is not known. */
        LEAVE_OUT
    }

    private KpiHeader(ModelFile model, ModelHeader header, Texts texts, Frames frames) {
        this.model = model;
        this.header = header;
        this.texts = texts;
        this.frames = frames;
    }

    /**
     * Reads the header of a KPI.
     *
     * @param texts that the header may leave its words to
     * @param frames that it may name
     */
    static Kpi read(ModelFile model, Texts texts, Frames frames, Problems problems) {
        Set<String> keys = new HashSet<>(KEYS);
        for (String spoken : SPOKEN) {
            texts.languages().forEach(language -> keys.add(spoken + "." + language));
        }
        return new KpiHeader(model, ModelHeader.of(model, keys, problems), texts, frames).kpi();
    }

    private Kpi kpi() {
        boolean isRatio = isRatio();
        Kpi.OverTime overTime = overTime();
        Kpi.OverScope overScope = overScope();
        checkRatio(isRatio, overTime, overScope);
        Optional<Gap> gap = header.word("gap", Gap.class);
        return new Kpi(
                model.name(),
                spoken("title", true),
                header.required("unit", "the unit of the value"),
                decimals(),
                better(),
                grain(overScope),
                written(FORMULA),
                spoken("numerator", isRatio),
                unit("numerator-unit", isRatio),
                spoken("denominator", isRatio),
                unit("denominator-unit", isRatio),
                per(overTime),
                overTime,
                overScope,
                isScaled(gap, overTime, overScope),
                header.number("minimum-coverage", 0, 1),
                header.number("above", -Double.MAX_VALUE, Double.MAX_VALUE),
                header.word("refusal", Kpi.Refusal.class),
                header.words("factors"),
                makeup(gap),
                written(SOURCE),
                grade(),
                practices(),
                frames(),
                model.file());
    }

    private boolean isRatio() {
        return header.has("denominator-unit")
                || texts.languages().stream()
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

    /** In capitals as the grades are written; a KPI of one's own is one's own definition. */
    private Kpi.Grade grade() {
        String found = header.text("grade");
        if (found.isEmpty()) {
            return Kpi.Grade.P;
        }
        for (Kpi.Grade grade : Kpi.Grade.values()) {
            if (grade.name().equals(found)) {
                return grade;
            }
        }
        header.problem("grade", "grade is \"" + found + "\", expected A, B, C or P");
        return Kpi.Grade.P;
    }

    private List<String> practices() {
        List<String> practices = header.words(PRACTICES);
        for (String practice : practices) {
            if (!Goal.PRACTICES.contains(practice)) {
                header.problem(
                        PRACTICES,
                        "practice is \""
                                + practice
                                + "\""
                                + Spelling.hint(practice, Goal.PRACTICES));
            }
        }
        return practices;
    }

    private List<Frame> frames() {
        List<Frame> named = new ArrayList<>();
        for (String word : header.words(FRAMES)) {
            frames.named(word)
                    .ifPresentOrElse(
                            named::add,
                            () ->
                                    header.problem(
                                            FRAMES,
                                            "frame is \""
                                                    + word
                                                    + "\""
                                                    + Spelling.hint(word, frames.words())));
        }
        return List.copyOf(named);
    }

    private Makeup makeup(Optional<Gap> gap) {
        List<String> factors = header.words("factors");
        for (String purpose : header.words(SCALES_WITH)) {
            if (!factors.contains(purpose)) {
                header.problem(
                        SCALES_WITH,
                        "scales-with is \"" + purpose + "\"" + Spelling.hint(purpose, factors));
            }
        }
        String activity = header.text(ACTIVITY);
        boolean isOverhead = activity.equals(NO_ACTIVITY);
        return new Makeup(
                header.words(SCALES_WITH),
                Optional.of(activity).filter(it -> !it.isEmpty() && !isOverhead),
                isOverhead,
                gap.filter(Gap.LEAVE_OUT::equals).isPresent());
    }

    private boolean isScaled(Optional<Gap> gap, Kpi.OverTime overTime, Kpi.OverScope overScope) {
        boolean isScaled = gap.filter(Gap.SCALE::equals).isPresent();
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
                && !grain.contains(Scope.ORGANISATION_KIND)) {
            header.problem(
                    "grain",
                    "grain is \""
                            + header.text("grain")
                            + "\", expected organisation in it: over-scope is none");
        }
        if (grain.contains(Scope.DEPARTMENT_KIND)
                && grain.stream().anyMatch(kind -> !OF_PEOPLE.contains(kind))) {
            header.problem(
                    "grain",
                    "grain is \""
                            + header.text("grain")
                            + "\", expected department and organisation only: of other parts the"
                            + " people of a small department could be taken off");
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

    /** A text in each language that the header or the texts have it in; the header goes first. */
    private Map<Locale, String> spoken(String key, boolean isRequired) {
        Map<Locale, String> spoken = new HashMap<>(texts.all(textKey(key)));
        spoken.putAll(headerTexts(key));
        if (isRequired && spoken.isEmpty()) {
            missing(key, key + ".en");
        }
        return Map.copyOf(spoken);
    }

    private Map<Locale, String> headerTexts(String key) {
        Map<Locale, String> own = new HashMap<>();
        for (String language : texts.languages()) {
            String text = header.text(key + "." + language);
            if (!text.isEmpty()) {
                own.put(Locale.forLanguageTag(language), text);
            }
        }
        return own;
    }

    /** A text whose one in the header without a language is taken as English. */
    private Map<Locale, String> written(String key) {
        if (!header.text(key).isEmpty()) {
            Map<Locale, String> own = headerTexts(key);
            own.put(Locale.ENGLISH, header.text(key));
            return Map.copyOf(own);
        }
        Map<Locale, String> written = spoken(key, false);
        if (written.isEmpty()) {
            missing(key, key);
        }
        return written;
    }

    private String textKey(String key) {
        return "kpi." + model.name() + "." + key;
    }

    private void missing(String key, String headerKey) {
        header.problem(
                headerKey,
                key
                        + " is missing, expected "
                        + headerKey
                        + " here, or "
                        + textKey(key)
                        + " in jobs/texts/en.properties");
    }
}
