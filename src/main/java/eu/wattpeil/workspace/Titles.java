package eu.wattpeil.workspace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads texts by language: {@code title: {nl: …, en: …}}. */
final class Titles {

    private Titles() {}

    /** A copy in the same order: {@link Map#copyOf} has another one in every process. */
    static Map<Locale, String> copy(Map<Locale, String> title) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(title));
    }

    /** As {@link #read}; no texts where the key is not there. */
    static Map<Locale, String> readIfThere(Section parent, String key, List<Locale> languages) {
        return parent.has(key) ? read(parent, key, languages) : Map.of();
    }

    /** As {@link #read}; of a text that is not parted by language, the same for all. */
    static Map<Locale, String> readTextOrTexts(Section parent, String key, List<Locale> languages) {
        if (parent.isSection(key)) {
            return read(parent, key, languages);
        }
        String text = parent.text(key);
        Map<Locale, String> byLanguage = new LinkedHashMap<>();
        languages.forEach(language -> byLanguage.put(language, text));
        return byLanguage;
    }

    /** The texts of a key that must be there, at least one for each of the languages. */
    static Map<Locale, String> read(Section parent, String key, List<Locale> languages) {
        if (!parent.has(key)) {
            parent.missing(key);
            return Map.of();
        }
        Section texts = parent.section(key);
        Map<Locale, String> byLanguage = new LinkedHashMap<>();
        for (String code : texts.keys()) {
            Locale language = Locale.forLanguageTag(code);
            if (!List.of(Locale.getISOLanguages()).contains(code)) {
                texts.problem(
                        code,
                        "unknown language \"" + code + "\", expected a language code such as nl");
            } else if (texts.text(code).isBlank() && texts.has(code)) {
                texts.problem(code, code + " is blank, expected a text");
            }
            byLanguage.put(language, texts.text(code).strip());
        }
        String missing =
                languages.stream()
                        .filter(language -> !byLanguage.containsKey(language))
                        .map(Locale::getLanguage)
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty() && parent.isSection(key)) {
            parent.problem(
                    key,
                    key
                            + " has no text for "
                            + missing
                            + ", expected one for each language of "
                            + SettingsFile.PATH);
        }
        return byLanguage;
    }
}
