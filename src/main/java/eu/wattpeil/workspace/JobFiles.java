package eu.wattpeil.workspace;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code jobs}: what is collected, computed and reported, and when. */
final class JobFiles {

    private static final String COLLECT = "jobs/collect";
    private static final String REPORTS = "jobs/reports";
    private static final String COMPUTE = "jobs/compute.yaml";

    /** After a night in which sources give what they have. */
    private static final String EVERY_MORNING = "0 0 6 * * *";

    private static final String INDICATORS = "indicators";
    private static final double FAIL_ABOVE_SHARE = 0.01;

    private final WorkspaceFiles files;
    private final ZoneId zone;
    private final Problems problems;

    /**
     * @param zone in which schedules are meant
     */
    JobFiles(WorkspaceFiles files, ZoneId zone, Problems problems) {
        this.files = files;
        this.zone = zone;
        this.problems = problems;
    }

    List<Definition> definitions(Set<String> datasetNames) {
        List<Definition> definitions = new ArrayList<>();
        Presets presets = new Presets(files, datasetNames, problems);
        presets.own();
        for (WorkspaceFile file : YamlFile.directlyIn(COLLECT, files.ownUnder(COLLECT), problems)) {
            YamlFile.read(file, problems)
                    .flatMap(section -> definition(file, section, datasetNames, presets))
                    .ifPresent(definitions::add);
        }
        return List.copyOf(definitions);
    }

    private Optional<Definition> definition(
            WorkspaceFile file, Section section, Set<String> datasetNames, Presets presets) {
        String format = section.text("format");
        Optional<Preset> preset = presets.named(format);
        if (section.has("dataset") || !presets.has(format)) {
            section.required("dataset", ValueType.oneOf(datasetNames));
        }
        String dataset =
                section.optionalText("dataset").or(() -> preset.map(Preset::dataset)).orElse("");
        Optional<Schedule> schedule = section.optional("schedule", Schedule.CRON).map(this::inZone);
        Section source = section.section("source");
        Section options =
                section.optionalSection("options")
                        .orElseGet(() -> Section.empty(file.place(), problems));
        Section rejects =
                section.optionalSection("rejects")
                        .orElseGet(() -> Section.empty(file.place(), problems));
        double failAboveShare =
                rejects.optional("fail-above-share", ValueType.SHARE).orElse(FAIL_ABOVE_SHARE);
        rejects.rejectUnknownKeys();
        section.rejectUnknownKeys();
        boolean isUnusable = presets.has(format) && preset.isEmpty();
        if (dataset.isBlank() || format.isBlank() || isUnusable) {
            return Optional.empty();
        }
        // With other mistakes it is still made, so that the format can name those in its options.
        return Optional.of(
                new Definition(
                        file.name(),
                        dataset,
                        section.place("dataset"),
                        format,
                        section.place("format"),
                        preset,
                        source,
                        schedule,
                        preset.map(it -> options.over(it.options())).orElse(options),
                        failAboveShare));
    }

    private Schedule inZone(String cron) {
        return new Schedule(cron, zone);
    }

    /** When months are computed, and their reports published. */
    Schedule computing() {
        return inZone(
                files.find(COMPUTE)
                        .flatMap(file -> YamlFile.read(file, problems))
                        .flatMap(JobFiles::computing)
                        .orElse(EVERY_MORNING));
    }

    private static Optional<String> computing(Section file) {
        Optional<String> schedule = file.required("schedule", Schedule.CRON);
        file.rejectUnknownKeys();
        return schedule;
    }

    /**
     * The reports; where a section names the KPI {@value #INDICATORS}, those of all indicators
     * stand there, and a section without any other is left out where there is none.
     */
    List<Report> reports(List<Locale> languages, List<Indicator> indicators) {
        List<Report> reports = new ArrayList<>();
        for (WorkspaceFile file : YamlFile.directlyIn(REPORTS, files.under(REPORTS), problems)) {
            checkReportName(file);
            YamlFile.read(file, problems)
                    .map(section -> report(file, section, languages, indicators))
                    .ifPresent(reports::add);
        }
        return List.copyOf(reports);
    }

    /** Its folder stands among those of the months, which begin with a digit. */
    private void checkReportName(WorkspaceFile file) {
        if (!Character.isLetter(file.name().charAt(0))) {
            problems.add(
                    file.place(),
                    0,
                    "the name of the report is \""
                            + file.name()
                            + "\", expected a letter first: its folder stands beside those of the"
                            + " months");
        }
    }

    private Report report(
            WorkspaceFile file,
            Section section,
            List<Locale> languages,
            List<Indicator> indicators) {
        if (!section.has("sections")) {
            section.missing("sections");
        }
        List<Section> sections = section.sections("sections");
        GoalFiles.rejectRepeatedIds(sections);
        List<Report.Section> wanted =
                sections.stream()
                        .map(one -> reportSection(one, languages, indicators))
                        .flatMap(Optional::stream)
                        .toList();
        List<String> forms = section.texts("forms");
        List<String> details = section.texts("details");
        section.rejectUnknownKeys();
        return new Report(
                file.name(),
                forms,
                forms.isEmpty() ? Place.of(file.place()) : section.place("forms"),
                wanted,
                section.place("sections"),
                details);
    }

    private Optional<Report.Section> reportSection(
            Section section, List<Locale> languages, List<Indicator> indicators) {
        int before = problems.count();
        Optional<String> sectionId = section.required("id", ValueType.ID);
        Map<Locale, String> title = Titles.read(section, "title", languages);
        if (!section.has("kpis")) {
            section.missing("kpis");
        }
        Set<String> kpis = new LinkedHashSet<>();
        List<String> named = section.texts("kpis");
        for (String kpi : named) {
            if (kpi.equals(INDICATORS)) {
                indicators.forEach(indicator -> kpis.add(indicator.indicatorId()));
            } else if (!kpis.add(kpi)) {
                section.problem("kpis", "kpis has \"" + kpi + "\" twice, expected each once");
            }
        }
        List<String> stack = section.texts("stack");
        List<String> details = section.texts("details");
        section.rejectUnknownKeys();
        if (kpis.isEmpty() && named.contains(INDICATORS)) {
            return Optional.empty();
        }
        return problems.make(
                before,
                section.place(),
                () ->
                        new Report.Section(
                                sectionId.orElseThrow(),
                                title,
                                List.copyOf(kpis),
                                stack,
                                details,
                                section.place()));
    }

    List<ModelFile> models() {
        List<ModelFile> models = new ArrayList<>();
        Map<String, String> places = new HashMap<>();
        for (WorkspaceFile file : files.under("jobs/models")) {
            if (!file.path().endsWith(".sql")) {
                continue;
            }
            String layer = layer(file);
            if (!layer.isEmpty()) {
                checkName(file, places);
            }
            file.text(problems)
                    .map(sql -> new ModelFile(layer, file.name(), sql, file.place()))
                    .ifPresent(models::add);
        }
        return List.copyOf(models);
    }

    /** The first folder below {@code jobs/models}; empty for what prepares an engine. */
    private String layer(WorkspaceFile file) {
        Path below = Path.of("jobs/models").relativize(Path.of(file.path()));
        if (below.getNameCount() == 1) {
            if (!file.name().startsWith("prelude-")) {
                problems.add(
                        file.place(),
                        0,
                        "the model stands in no layer, expected a folder staging, intermediate,"
                                + " kpi, finding or sheet");
            }
            return "";
        }
        return below.getName(0).toString();
    }

    private void checkName(WorkspaceFile file, Map<String, String> places) {
        if (!file.name().matches("[a-z][a-z0-9_]*")) {
            problems.add(
                    file.place(),
                    0,
                    "the model's name is \""
                            + file.name()
                            + "\", expected lower-case letters, digits and _");
        }
        String before = places.putIfAbsent(file.name(), file.place());
        if (before != null) {
            problems.add(
                    file.place(),
                    0,
                    "the model's name is \""
                            + file.name()
                            + "\" again, as in "
                            + before
                            + ", expected each once");
        }
    }
}
