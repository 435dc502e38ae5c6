package eu.wattpeil.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The texts of all languages, from {@code jobs/texts/<language>.properties}: what reports say, and
 * the titles, parts, formulas and sources of KPIs as {@code kpi.<id>.title} and the like. A text of
 * the workspace's own file replaces the one that comes with Wattpeil, or is added. Beside them,
 * from {@code config/sources*.csv}, how sources of factors and bounds read.
 */
public final class Texts {

    private static final String FOLDER = "jobs/texts";
    private static final String ENDING = ".properties";

    private final SortedMap<String, Map<String, String>> packaged;
    private final SortedMap<String, Map<String, String>> byLanguage;
    private final SortedMap<String, SortedMap<String, String>> sources;
    private final List<Own> own;

    private Texts(
            SortedMap<String, Map<String, String>> packaged,
            SortedMap<String, Map<String, String>> byLanguage,
            SortedMap<String, SortedMap<String, String>> sources,
            List<Own> own) {
        this.packaged = packaged;
        this.byLanguage = byLanguage;
        this.sources = sources;
        this.own = List.copyOf(own);
    }

    /**
     * A text that the workspace gives itself.
     *
     * @param file where it stands
     * @param line where in the file
     */
    public record Own(String language, String key, String text, String file, int line) {}

    /** The texts that come with Wattpeil with those of a workspace. */
    public static Texts read(WorkspaceFiles files, Problems problems) {
        SortedMap<String, Map<String, String>> packaged = new TreeMap<>();
        files.packagedUnder(FOLDER)
                .forEach(
                        file ->
                                PropertiesFile.read(file, problems)
                                        .forEach(it -> put(packaged, file, it)));
        SortedMap<String, Map<String, String>> byLanguage = new TreeMap<>();
        packaged.forEach((language, texts) -> byLanguage.put(language, new TreeMap<>(texts)));
        List<Own> own = new ArrayList<>();
        for (WorkspaceFile file : files.ownUnder(FOLDER)) {
            if (!isTexts(file)) {
                problems.add(
                        file.place(),
                        0,
                        "the file would not be read, expected " + FOLDER + "/LANGUAGE" + ENDING);
                continue;
            }
            byLanguage.computeIfAbsent(file.name(), key -> new TreeMap<>());
            for (PropertiesFile.Entry entry : PropertiesFile.read(file, problems)) {
                put(byLanguage, file, entry);
                own.add(
                        new Own(
                                file.name(),
                                entry.key(),
                                entry.text(),
                                file.place(),
                                entry.line()));
            }
        }
        return new Texts(packaged, byLanguage, new SourceFiles(files, problems).texts(), own);
    }

    private static boolean isTexts(WorkspaceFile file) {
        return file.path().matches(FOLDER + "/[a-z]{2}\\" + ENDING);
    }

    private static void put(
            SortedMap<String, Map<String, String>> byLanguage,
            WorkspaceFile file,
            PropertiesFile.Entry entry) {
        byLanguage
                .computeIfAbsent(file.name(), key -> new TreeMap<>())
                .put(entry.key(), entry.text());
    }

    /** The languages that have a file, in alphabetical order. */
    static Set<String> languages(WorkspaceFiles files) {
        return files.under(FOLDER).stream()
                .filter(Texts::isTexts)
                .map(WorkspaceFile::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The languages that have texts, in alphabetical order. */
    public Set<String> languages() {
        return byLanguage.keySet();
    }

    /** The keys of a language. */
    public Set<String> keys(String language) {
        return byLanguage.getOrDefault(language, Map.of()).keySet();
    }

    /** The text of a key in a language. */
    public Optional<String> find(String language, String key) {
        return Optional.ofNullable(byLanguage.getOrDefault(language, Map.of()).get(key));
    }

    /** The text of a key in a language as it comes with Wattpeil. */
    public Optional<String> packaged(String language, String key) {
        return Optional.ofNullable(packaged.getOrDefault(language, Map.of()).get(key));
    }

    /** The texts of a key by language. */
    public Map<Locale, String> all(String key) {
        Map<Locale, String> texts = new LinkedHashMap<>();
        byLanguage.forEach(
                (language, entries) -> {
                    String text = entries.get(key);
                    if (text != null) {
                        texts.put(Locale.forLanguageTag(language), text);
                    }
                });
        return texts;
    }

    /**
     * How the source, licence or vintage of a value reads in a language; as it stands where nobody
     * wrote that.
     */
    public String source(String language, String english) {
        return sources.getOrDefault(english, Collections.emptySortedMap())
                .getOrDefault(language, english);
    }

    /** The texts of the workspace itself, by file and key. */
    public List<Own> own() {
        return own;
    }

    /**
     * The text in a language; else in English; else in the first language that has one.
     *
     * @return empty where there is none at all
     */
    public static String pick(Map<Locale, String> byLanguage, Locale language) {
        for (String wanted : List.of(language.getLanguage(), "en")) {
            for (Map.Entry<Locale, String> text : byLanguage.entrySet()) {
                if (text.getKey().getLanguage().equals(wanted)) {
                    return text.getValue();
                }
            }
        }
        return byLanguage.entrySet().stream()
                .min(Map.Entry.comparingByKey(Comparator.comparing(Locale::toLanguageTag)))
                .map(Map.Entry::getValue)
                .orElse("");
    }

    /** Every text, for fingerprints. */
    @Override
    public String toString() {
        return byLanguage.toString() + sources;
    }
}
