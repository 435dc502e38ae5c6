package eu.wattpeil.report;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
     * A text with its {@code {names}} filled in, by the plural rules of the language.
     *
     * @param pairs names, each followed by a text or a number
     */
    String say(String key, Object... pairs) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("Cannot say: " + key + " (" + language + ")");
        }
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        MessageFormat format = new MessageFormat(text, ULocale.forLocale(language));
        for (String name : format.getArgumentNames()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("Cannot say: " + key + " (no " + name + ")");
            }
        }
        return format.format(values);
    }

    /** As {@link #say}, with {@code {n}} for the plural rules and {@code {count}} to be read. */
    String count(String key, long count, Object... pairs) {
        Object[] all = Arrays.copyOf(pairs, pairs.length + 4);
        all[pairs.length] = "n";
        all[pairs.length + 1] = count;
        all[pairs.length + 2] = "count";
        all[pairs.length + 3] = new Numerals(this).whole(count);
        return say(key, all);
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
