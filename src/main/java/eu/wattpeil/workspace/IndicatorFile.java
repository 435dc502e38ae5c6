package eu.wattpeil.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code config/indicators.yaml}. */
final class IndicatorFile {

    static final String INDICATORS = "config/indicators.yaml";

    private static final int MAX_DECIMALS = 6;
    private static final ValueType<Integer> DECIMALS = ValueType.wholeFrom(0);
    private static final ValueType<String> BETTER =
            ValueType.oneOf(Set.of("lower", "higher", "context"));
    private static final ValueType<Indicator.OverTime> OVER_TIME =
            ValueType.oneOf(Indicator.OverTime.class);
    private static final ValueType<String> PRACTICE = ValueType.oneOf(Goal.PRACTICES);

    private final WorkspaceFiles files;
    private final List<Locale> languages;
    private final Problems problems;

    IndicatorFile(WorkspaceFiles files, List<Locale> languages, Problems problems) {
        this.files = files;
        this.languages = languages;
        this.problems = problems;
    }

    /**
     * The indicators that the organisation declares.
     *
     * @param models that are there: an indicator is called like none of them
     */
    List<Indicator> indicators(List<ModelFile> models) {
        Set<String> taken = models.stream().map(ModelFile::name).collect(Collectors.toSet());
        List<Indicator> indicators = new ArrayList<>();
        files.find(INDICATORS)
                .flatMap(file -> YamlFile.read(file, problems))
                .ifPresent(
                        file -> {
                            if (!file.has("indicators")) {
                                file.missing("indicators");
                            }
                            List<Section> entries = file.sections("indicators");
                            GoalFiles.rejectRepeatedIds(entries);
                            for (Section entry : entries) {
                                indicator(entry, taken).ifPresent(indicators::add);
                                entry.rejectUnknownKeys();
                            }
                            file.rejectUnknownKeys();
                        });
        return List.copyOf(indicators);
    }

    private Optional<Indicator> indicator(Section entry, Set<String> taken) {
        int before = problems.count();
        Optional<String> id = entry.required("id", ValueType.ID);
        id.filter(taken::contains)
                .ifPresent(
                        it ->
                                entry.problem(
                                        "id",
                                        "id is \""
                                                + it
                                                + "\", which jobs/models has already, expected a"
                                                + " name of its own"));
        Map<Locale, String> title = Titles.read(entry, "title", languages);
        String unit = entry.text("unit");
        Optional<Integer> decimals = entry.optional("decimals", DECIMALS);
        decimals.filter(it -> it > MAX_DECIMALS)
                .ifPresent(
                        it ->
                                entry.problem(
                                        "decimals",
                                        "decimals is \""
                                                + it
                                                + "\", expected "
                                                + MAX_DECIMALS
                                                + " or fewer"));
        Optional<String> better = entry.required("better", BETTER);
        Optional<Indicator.OverTime> overTime = entry.required("over-time", OVER_TIME);
        Optional<String> practice = entry.required("practice", PRACTICE);
        Map<Locale, String> source = Titles.readTextOrTexts(entry, "source", languages);
        return problems.make(
                before,
                entry.place(),
                () ->
                        new Indicator(
                                id.orElseThrow(),
                                title,
                                oneLine(unit),
                                decimals.orElse(0),
                                better.orElseThrow(),
                                overTime.orElseThrow(),
                                practice.orElseThrow(),
                                oneLines(source),
                                entry.place()));
    }

    private static Map<Locale, String> oneLines(Map<Locale, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> oneLine(it.getValue())));
    }

    /** A header holds a line for each key. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
