package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reads {@code config/goals.yaml} and {@code config/measures.yaml}. */
final class GoalFiles {

    static final String GOALS = "config/goals.yaml";
    static final String MEASURES = "config/measures.yaml";

    private static final String CONTROL = "control";

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

    /**
     * The goals, with those of the templates that are taken.
     *
     * @param models by which it is decided what a goal is judged on that does not say it
     */
    List<Goal> goals(List<ModelFile> models) {
        Set<String> seasonal =
                models.stream()
                        .filter(GoalFiles::isSeasonal)
                        .map(ModelFile::name)
                        .collect(Collectors.toSet());
        GoalReader reader = new GoalReader(languages, scopes, seasonal, problems);
        GoalTemplates templates = new GoalTemplates(files, problems);
        return entries(
                GOALS,
                "goals",
                sections -> sections.stream().flatMap(it -> templates.goals(it).stream()).toList(),
                reader::goal);
    }

    /** What adds up over time and is more the longer a month is follows the seasons, too. */
    private static boolean isSeasonal(ModelFile model) {
        return model.layer().equals("kpi")
                && model.header("over-time").filter("sum"::equals).isPresent()
                && model.header("per").filter("none"::equals).isEmpty();
    }

    List<Measure> measures() {
        return entries(MEASURES, "measures", sections -> sections, this::measure);
    }

    private <T> List<T> entries(
            String path,
            String key,
            UnaryOperator<List<Section>> expansion,
            Function<Section, Optional<T>> reader) {
        List<T> entries = new ArrayList<>();
        files.find(path)
                .flatMap(file -> YamlFile.read(file, problems))
                .ifPresent(
                        file -> {
                            if (!file.has(key)) {
                                file.missing(key);
                            }
                            List<Section> sections = expansion.apply(file.sections(key));
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
        MeasureStory story =
                new MeasureStory(
                        Titles.readIfThere(entry, "done", languages),
                        Titles.readIfThere(entry, "lesson", languages),
                        Titles.readIfThere(entry, "repeat", languages));
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
                                story,
                                entry.place()));
    }
}
