package eu.wattpeil.workspace;

import eu.wattpeil.workspace.Goal.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code config/goals.yaml} and {@code config/measures.yaml}. */
final class GoalFiles {

    static final String GOALS = "config/goals.yaml";
    static final String MEASURES = "config/measures.yaml";

    private static final String CONTROL = "control";
    private static final ValueType<String> PRACTICE = ValueType.oneOf(Goal.PRACTICES);
    private static final ValueType<String> PERIOD =
            ValueType.oneOf(
                    Arrays.stream(Period.values()).map(Period::word).collect(Collectors.toSet()));

    private final WorkspaceFiles files;
    private final List<Locale> languages;
    private final ScopeIds scopes;
    private final Problems problems;

    GoalFiles(WorkspaceFiles files, List<Locale> languages, ScopeIds scopes, Problems problems) {
        this.files = files;
        this.languages = languages;
        this.scopes = scopes;
        this.problems = problems;
    }

    List<Goal> goals() {
        return entries(GOALS, "goals", this::goal);
    }

    List<Measure> measures() {
        return entries(MEASURES, "measures", this::measure);
    }

    private <T> List<T> entries(String path, String key, Function<Section, Optional<T>> reader) {
        List<T> entries = new ArrayList<>();
        files.find(path)
                .flatMap(file -> YamlFile.read(file, problems))
                .ifPresent(
                        file -> {
                            if (!file.has(key)) {
                                file.missing(key);
                            }
                            List<Section> sections = file.sections(key);
                            rejectRepeatedIds(sections);
                            for (Section section : sections) {
                                reader.apply(section).ifPresent(entries::add);
                                section.rejectUnknownKeys();
                            }
                            file.rejectUnknownKeys();
                        });
        return List.copyOf(entries);
    }

    static void rejectRepeatedIds(List<Section> sections) {
        Map<String, Section> first = new HashMap<>();
        for (Section section : sections) {
            section.optionalText("id")
                    .ifPresent(
                            id -> {
                                Section before = first.putIfAbsent(id, section);
                                if (before != null) {
                                    section.problem(
                                            "id",
                                            "id is \""
                                                    + id
                                                    + "\" again, as in "
                                                    + before.place("id")
                                                    + ", expected each once");
                                }
                            });
        }
    }

    private Optional<Goal> goal(Section entry) {
        int before = problems.count();
        Optional<String> goalId = entry.required("id", ValueType.ID);
        Map<Locale, String> title = Titles.read(entry, "title", languages);
        Optional<String> practice = entry.required("practice", PRACTICE);
        Optional<String> kpiId = entry.required("kpi", ValueType.ID);
        Optional<Scope> scope = scopes.read(entry);
        Period period =
                entry.optional("period", PERIOD)
                        .map(word -> Period.of(word.replace('-', '_')))
                        .orElse(Period.MONTH);
        Section baseline = entry.section("baseline");
        Optional<YearMonth> baselineMonth = baseline.required("month", ValueType.MONTH);
        Optional<BigDecimal> baselineValue = baseline.optional("value", ValueType.NUMBER);
        baseline.rejectUnknownKeys();
        Optional<Target> target = target(entry);
        Optional<YearMonth> targetMonth = entry.required("by", ValueType.MONTH);
        Optional<Double> minimumCoverage = entry.optional("minimum-coverage", ValueType.SHARE);
        Tags tags = TagKeys.read(entry);
        String owner = entry.text("owner");
        List<String> sdgTargets = sdgTargets(entry);
        List<String> esrsDatapoints = entry.texts("esrs");
        return problems.make(
                before,
                entry.place("by"),
                () ->
                        new Goal(
                                goalId.orElseThrow(),
                                title,
                                practice.orElseThrow(),
                                kpiId.orElseThrow(),
                                scope.orElseThrow(),
                                period,
                                baselineMonth.orElseThrow(),
                                baselineValue,
                                target.orElseThrow(),
                                targetMonth.orElseThrow(),
                                minimumCoverage,
                                tags,
                                owner,
                                sdgTargets,
                                esrsDatapoints,
                                entry.place()));
    }

    private static List<String> sdgTargets(Section entry) {
        List<String> targets = entry.texts("sdg");
        for (String target : targets) {
            if (!target.matches("(1[0-7]|[1-9])\\.([1-9][0-9]?|[a-d])")) {
                entry.problem(
                        "sdg", "sdg has \"" + target + "\", expected an SDG target such as 12.5");
            }
        }
        return targets;
    }

    private static Optional<Target> target(Section entry) {
        Section target = entry.section("target");
        Optional<BigDecimal> value = target.optional("value", ValueType.NUMBER);
        Optional<BigDecimal> change = target.optional("change", ValueType.CHANGE);
        if (entry.isSection("target") && target.has("value") == target.has("change")) {
            entry.problem(
                    "target",
                    "target has "
                            + (target.has("value") ? "both" : "neither")
                            + " value and change, expected one of them");
        }
        target.rejectUnknownKeys();
        return value.map(amount -> new Target(amount, false))
                .or(() -> change.map(share -> new Target(share, true)));
    }

    private Optional<Measure> measure(Section entry) {
        int before = problems.count();
        Optional<String> measureId = entry.required("id", ValueType.ID);
        Map<Locale, String> title = Titles.read(entry, "title", languages);
        Optional<String> kpiId = entry.required("kpi", ValueType.ID);
        Optional<Scope> scope = scopes.read(entry);
        Optional<LocalDate> startedOn = entry.required("from", ValueType.DAY);
        Optional<LocalDate> endedOn = entry.optional("until", ValueType.DAY);
        Optional<Scope> control =
                entry.has(CONTROL) ? scopes.read(entry, CONTROL) : Optional.empty();
        boolean isExperiment = entry.optional("experiment", ValueType.BOOLEAN).orElse(false);
        Optional<LocalDate> scaledOn = entry.optional("scaled", ValueType.DAY);
        Optional<BigDecimal> expected = entry.optional("expected", ValueType.CHANGE);
        Tags tags = TagKeys.readWithLever(entry);
        return problems.make(
                before,
                entry.place(),
                () ->
                        new Measure(
                                measureId.orElseThrow(),
                                title,
                                kpiId.orElseThrow(),
                                scope.orElseThrow(),
                                startedOn.orElseThrow(),
                                endedOn,
                                control,
                                isExperiment,
                                scaledOn,
                                expected,
                                tags,
                                entry.place()));
    }
}
