package eu.wattpeil.workspace;

import eu.wattpeil.disk.Access;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code config/wattpeil.yaml}. */
final class SettingsFile {

    static final String PATH = "config/wattpeil.yaml";

    private static final int MINIMUM_GROUP_SIZE = 10;
    private static final double MINIMUM_COVERAGE = 0.95;
    private static final Duration POWER_MAX_GAP = Duration.ofMinutes(15);
    private static final Duration COUNTER_MAX_GAP = Duration.ofDays(1);
    private static final Duration INVENTORY_MAX_AGE = Duration.ofDays(62);
    private static final double MATERIAL_CHANGE = 0.001;
    private static final ValueType<PublicHolidays> HOLIDAYS =
            ValueType.of("BE or NL", PublicHolidays::valueOf);

    /** What figures depend on; the rest is about this machine, its people and its secrets. */
    private static final Set<String> OF_FIGURES =
            Set.of(
                    "organisation",
                    "minimum-group-size",
                    "minimum-coverage",
                    "metering",
                    "inventory",
                    "plausible-times",
                    "estimate-gaps",
                    "factors",
                    "public-holidays",
                    "material-change",
                    "first-month");

    private static final ValueType<Character> SEPARATOR = sign("a comma, semicolon or tab", ",;\t");
    private static final ValueType<Character> DECIMAL = sign("a point or a comma", ".,");

    private final WorkspaceFiles files;
    private final Map<String, String> environment;
    private final Problems problems;

    SettingsFile(WorkspaceFiles files, Map<String, String> environment, Problems problems) {
        this.files = files;
        this.environment = environment;
        this.problems = problems;
    }

    /** The settings; where anything is wrong, with stand-ins that must not be worked with. */
    Settings read(Set<String> factorSeries) {
        Optional<WorkspaceFile> settings = files.find(PATH);
        if (settings.isEmpty()) {
            problems.add(
                    PATH,
                    0,
                    "the file is missing in "
                            + files.root()
                            + ", expected a workspace there (wattpeil init DIR makes one)");
        }
        return settings.flatMap(file -> YamlFile.read(file, problems))
                .map(section -> settings(section, factorSeries))
                .orElseGet(() -> settings(Section.empty(PATH, new Problems()), factorSeries));
    }

    /** The part of a file without a problem that figures depend on, without remarks. */
    static String ofFigures(String text) {
        return YamlFile.withKeys(text, OF_FIGURES);
    }

    private Settings settings(Section file, Set<String> factorSeries) {
        Section organisation = file.section("organisation");
        String name = organisation.text("name");
        ZoneId zone = organisation.required("zone", ValueType.ZONE).orElse(ZoneOffset.UTC);
        List<Locale> languages = languages(organisation);
        Path store = folder(file, "store");
        Path reports = folder(file, "reports");
        if (store.startsWith(reports) || reports.startsWith(store)) {
            file.problem("reports", "reports and store share a folder, expected two folders");
        }
        Section metering = part(file, "metering");
        Section inventory = part(file, "inventory");
        Section plausible = part(file, "plausible-times");
        Section permissions = part(file, "permissions");
        Section csv = part(file, "csv");
        Section look = part(file, "look");
        Section keep = part(file, "keep");
        Optional<Section> estimates = file.optionalSection("estimate-gaps");
        Optional<Section> repository = file.optionalSection("job-repository");
        Optional<Section> engine = file.optionalSection("engine");
        Optional<Section> remote = file.optionalSection("remote-store");
        if (repository.isPresent() && remote.isPresent()) {
            file.problem(
                    "remote-store",
                    "remote-store stands beside job-repository, expected one of them: hosts share a"
                            + " folder, or each has a copy of the remote");
        }
        Settings settings =
                new Settings(
                        name,
                        zone,
                        languages,
                        store,
                        reports,
                        file.optional(
                                        "minimum-group-size",
                                        ValueType.wholeFrom(Settings.SMALLEST_GROUP))
                                .orElse(MINIMUM_GROUP_SIZE),
                        file.optional("minimum-coverage", ValueType.SHARE).orElse(MINIMUM_COVERAGE),
                        metering.optional("power-max-gap", ValueType.DURATION)
                                .orElse(POWER_MAX_GAP),
                        metering.optional("counter-max-gap", ValueType.DURATION)
                                .orElse(COUNTER_MAX_GAP),
                        estimates.map(SettingsFile::gapEstimates),
                        inventory.optional("max-age", ValueType.DURATION).orElse(INVENTORY_MAX_AGE),
                        plausibleTimes(plausible),
                        factors(part(file, "factors"), factorSeries),
                        file.optional("public-holidays", HOLIDAYS),
                        file.optional("material-change", ValueType.SHARE).orElse(MATERIAL_CHANGE),
                        new PseudonymKey(files.root(), environment).read(file),
                        permissions(permissions),
                        file.optional("first-month", ValueType.MONTH),
                        csv(csv),
                        LookSection.read(look, files.root()),
                        retentions(keep),
                        repository.flatMap(
                                new SharedRepositorySection(files.root(), environment, problems)
                                        ::read),
                        engine.flatMap(EngineSection::read),
                        remote.flatMap(
                                new RemoteStorageSection(files.root(), environment, problems)
                                        ::read),
                        file.optional("compact", ValueType.BOOLEAN).orElse(true));
        List.of(file, organisation, metering, inventory, plausible, permissions, csv, look, keep)
                .forEach(Section::rejectUnknownKeys);
        estimates.ifPresent(Section::rejectUnknownKeys);
        return settings;
    }

    private static ValueType<Character> sign(String expected, String allowed) {
        return ValueType.of(
                expected,
                text -> {
                    if (text.length() != 1 || allowed.indexOf(text.charAt(0)) < 0) {
                        throw new IllegalArgumentException(text);
                    }
                    return text.charAt(0);
                });
    }

    private static GapEstimates gapEstimates(Section estimates) {
        return new GapEstimates(
                estimates.required("most-share", ValueType.SHARE).orElse(0.0),
                estimates
                        .optional("least-weeks", ValueType.wholeFromTo(1, GapEstimates.WEEKS))
                        .orElse(GapEstimates.LEAST_WEEKS));
    }

    private static CsvDialect csv(Section csv) {
        CsvDialect unsaid = CsvDialect.DEFAULT;
        char separator = csv.optional("separator", SEPARATOR).orElse(unsaid.separator());
        char decimal = csv.optional("decimal", DECIMAL).orElse(unsaid.decimal());
        boolean hasMark =
                csv.optional("byte-order-mark", ValueType.BOOLEAN)
                        .orElse(unsaid.hasByteOrderMark());
        try {
            return new CsvDialect(separator, decimal, hasMark);
        } catch (IllegalArgumentException alike) {
            csv.problem("separator", "csv: " + alike.getMessage());
            return unsaid;
        }
    }

    private static List<Retention> retentions(Section keep) {
        List<Retention> retentions = new ArrayList<>();
        for (String dataset : keep.keys()) {
            keep.required(dataset, ValueType.wholeFrom(1))
                    .ifPresent(
                            months ->
                                    retentions.add(
                                            new Retention(dataset, months, keep.place(dataset))));
        }
        return retentions;
    }

    private static Permissions permissions(Section folders) {
        ValueType<Access> access = ValueType.oneOf(Access.class);
        Permissions unsaid = Permissions.DEFAULT;
        return new Permissions(
                folders.optional("store", access).orElse(unsaid.store()),
                folders.optional("reports", access).orElse(unsaid.reports()));
    }

    private static PlausibleTimes plausibleTimes(Section times) {
        PlausibleTimes unsaid = PlausibleTimes.DEFAULT;
        return new PlausibleTimes(
                times.optional("from", ValueType.DAY).orElse(unsaid.from()),
                times.optional("ahead", ValueType.DURATION).orElse(unsaid.ahead()));
    }

    private Section part(Section file, String key) {
        return file.optionalSection(key).orElseGet(() -> Section.empty(PATH, problems));
    }

    private List<Locale> languages(Section organisation) {
        if (!organisation.has("languages")) {
            organisation.missing("languages");
            return List.of();
        }
        Set<Locale> languages = new LinkedHashSet<>();
        for (String text : organisation.texts("languages")) {
            try {
                if (!languages.add(ValueType.LANGUAGE.reader().apply(text))) {
                    organisation.problem(
                            "languages",
                            "languages has \"" + text + "\" twice, expected each once");
                }
            } catch (IllegalArgumentException unknown) {
                organisation.problem(
                        "languages",
                        "languages has \"" + text + "\"" + ValueType.LANGUAGE.hint().apply(text));
            }
        }
        Set<String> spoken = Texts.languages(files);
        for (Locale language : languages) {
            if (!spoken.contains(language.getLanguage())) {
                organisation.problem(
                        "languages",
                        "languages has \""
                                + language.toLanguageTag()
                                + "\""
                                + Spelling.hint(language.getLanguage(), spoken));
            }
        }
        if (organisation.isList("languages") && organisation.texts("languages").isEmpty()) {
            organisation.problem(
                    "languages", "languages is empty, expected the report's languages");
        }
        return List.copyOf(languages);
    }

    /** A folder for what Wattpeil writes; by default of the key's own name. */
    private Path folder(Section file, String key) {
        String text = file.optionalText(key).orElse(key);
        Path folder =
                file.optional(key, ValueType.of("a folder", Path::of))
                        .map(path -> files.root().resolve(path).normalize())
                        .orElseGet(() -> files.root().resolve(key));
        if (text.contains("://")) {
            file.problem(key, key + " is \"" + text + "\", expected a folder");
        } else if (List.of("", "config", "jobs").stream()
                .anyMatch(taken -> folder.equals(files.root().resolve(taken).normalize()))) {
            file.problem(
                    key, key + " is \"" + text + "\", expected a folder for " + key + " alone");
        }
        return folder;
    }

    private static Map<String, String> factors(Section factors, Set<String> series) {
        Map<String, String> purposes = new LinkedHashMap<>();
        ValueType<String> known = ValueType.reference(series, "a series of config/factors*.csv");
        for (String purpose : factors.keys()) {
            factors.required(purpose, known).ifPresent(name -> purposes.put(purpose, name));
        }
        return purposes;
    }
}
