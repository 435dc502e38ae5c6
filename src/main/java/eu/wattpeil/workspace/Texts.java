package eu.wattpeil.workspace;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts of all languages, from {@code jobs/texts/<language>.properties}: what reports say, and
 * the titles, parts, formulas and sources of KPIs as {@code kpi.<id>.title} and the like. A text of
 * the workspace's own file replaces the one that comes with Wattpeil, or is added.
 */
public final class Texts {

    private static final String FOLDER = "jobs/texts";
    private static final String ENDING = ".properties";

    private final SortedMap<String, Map<String, String>> byLanguage;
    private final List<Own> own;

    private Texts(SortedMap<String, Map<String, String>> byLanguage, List<Own> own) {
        this.byLanguage = byLanguage;
        this.own = List.copyOf(own);
    }

    /**
     * A text that the workspace gives itself.
     *
     * @param file where it stands
     * @param line where in the file; 0 where its key is written with escapes
     */
    public record Own(String language, String key, String text, String file, int line) {}

    /** The texts that come with Wattpeil with those of a workspace. */
    public static Texts read(WorkspaceFiles files, Problems problems) {
        SortedMap<String, Map<String, String>> byLanguage = new TreeMap<>();
        files.packagedUnder(FOLDER)
                .forEach(file -> texts(byLanguage, file).putAll(entries(file, problems)));
        List<Own> own = new ArrayList<>();
        for (WorkspaceFile file : files.ownUnder(FOLDER)) {
            if (!file.path().matches(FOLDER + "/[a-z]{2}\\" + ENDING)) {
                problems.add(
                        file.place(),
                        0,
                        "the file would not be read, expected " + FOLDER + "/LANGUAGE" + ENDING);
                continue;
            }
            Map<String, String> entries = entries(file, problems);
            texts(byLanguage, file).putAll(entries);
            List<String> lines = file.text().lines().toList();
            entries.forEach(
                    (key, text) ->
                            own.add(
                                    new Own(
                                            language(file),
                                            key,
                                            text,
                                            file.place(),
                                            line(lines, key))));
        }
        return new Texts(byLanguage, own);
    }

    private static Map<String, String> texts(
            SortedMap<String, Map<String, String>> byLanguage, WorkspaceFile file) {
        return byLanguage.computeIfAbsent(language(file), key -> new TreeMap<>());
    }

    private static String language(WorkspaceFile file) {
        return file.name();
    }

    private static Map<String, String> entries(WorkspaceFile file, Problems problems) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file.text()));
        } catch (IllegalArgumentException malformed) {
            problems.add(file.place(), 0, "a text has \\u without four hexadecimal digits");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        Map<String, String> entries = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> entries.put(key, properties.getProperty(key)));
        return entries;
    }

    private static int line(List<String> lines, String key) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(key)) {
                return i + 1;
            }
        }
        return 0;
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
        return byLanguage.toString();
    }
}
