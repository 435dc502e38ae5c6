package eu.wattpeil.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words of a language, from {@code words_<language>.properties}.
 *
 * <p>Names of months and signs stand there too, not in the Java runtime: its tables differ between
 * versions, and the same edition must give the same bytes everywhere.
 */
final class Words {

    /** Languages that a report can be written in. */
    static final List<String> LANGUAGES = List.of("en", "nl");

    private final Locale language;
    private final Map<String, String> texts;

    private Words(Locale language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The words of one of the {@link #LANGUAGES}. */
    static Words of(Locale language) {
        String file = "words_" + language.getLanguage() + ".properties";
        try (InputStream bytes = Words.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalArgumentException(
                        "language is "
                                + language.toLanguageTag()
                                + ", expected one of "
                                + LANGUAGES);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            Map<String, String> texts = new TreeMap<>();
            properties
                    .stringPropertyNames()
                    .forEach(key -> texts.put(key, properties.getProperty(key)));
            return new Words(language, texts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Locale language() {
        return language;
    }

    Set<String> keys() {
        return texts.keySet();
    }

    /**
     * A text with its {@code {names}} replaced.
     *
     * @param pairs names, each followed by its text
     */
    String say(String key, String... pairs) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("Cannot say: " + key + " (" + language + ")");
        }
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open < 0) {
                break;
            }
            int close = text.indexOf('}', open);
            said.append(text, at, open).append(pair(key, text.substring(open + 1, close), pairs));
            at = close + 1;
        }
        return said.append(text, at, text.length()).toString();
    }

    private static String pair(String key, String name, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return pairs[i + 1];
            }
        }
        throw new IllegalArgumentException("Cannot say: " + key + " (no " + name + ")");
    }

    /** As {@link #say}, by the key's form for one or for more; {@code {count}} is the number. */
    String count(String key, long count, String... pairs) {
        String[] all = Arrays.copyOf(pairs, pairs.length + 2);
        all[pairs.length] = "count";
        all[pairs.length + 1] = new Numerals(this).whole(count);
        return say(key + (count == 1 ? ".one" : ".other"), all);
    }

    /** The text of a code; for a code that nobody wrote words for, the code in plain letters. */
    String code(String prefix, String code) {
        return find(prefix + "." + code).orElse(code.replace('_', ' '));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** The text in this language; else in English; else the first one. */
    String pick(Map<Locale, String> byLanguage) {
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

    /** For instance "October 2026". */
    String month(YearMonth month) {
        return monthName(month.getMonthValue()) + " " + month.getYear();
    }

    String monthName(int month) {
        return texts.get("months").split(",")[month - 1];
    }

    /** With a capital, as a heading begins. */
    String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(language) + text.substring(1);
    }

    /** For instance "31 October 2026". */
    String date(LocalDate date) {
        return date.getDayOfMonth() + "\u00a0" + month(YearMonth.from(date));
    }

    /** "a", "a and b", "a, b and c". */
    String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return String.join(", ", items.subList(0, last)) + " " + say("and") + " " + items.get(last);
    }
}
