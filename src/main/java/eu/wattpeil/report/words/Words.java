package eu.wattpeil.report.words;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import eu.wattpeil.workspace.TextDirection;
import eu.wattpeil.workspace.Texts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a language: ICU messages of {@code jobs/texts}.
 *
 * <p>Names of months and signs stand there too, not in the Java runtime: its tables differ between
 * versions, and the same edition must give the same bytes everywhere. Plural rules come from ICU,
 * which brings its own.
 */
public final class Words {

    private final Locale language;
    private final Texts texts;

    /** Those that were said before: a report says some of them thousands of times. */
    private final Map<String, MessageFormat> messages = new HashMap<>();

    private Words(Locale language, Texts texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The words of one of the languages that have texts. */
    public static Words of(Texts texts, Locale language) {
        if (!texts.languages().contains(language.getLanguage())) {
            throw new IllegalArgumentException(
                    "language is "
                            + language.toLanguageTag()
                            + ", expected one of "
                            + texts.languages());
        }
        return new Words(language, texts);
    }

    /** The words of a language; where it has no texts, those of English. */
    public static Words ofOrEnglish(Texts texts, Locale language) {
        boolean isThere = texts.languages().contains(language.getLanguage());
        return new Words(isThere ? language : Locale.ENGLISH, texts);
    }

    public Locale language() {
        return language;
    }

    /**
     * A text with its {@code {names}} filled in, by the plural rules of the language. One that goes
     * from right to left stays in its place, and turns nothing around it.
     *
     * @param pairs names, each followed by a text or a number
     */
    public String say(String key, Object... pairs) {
        MessageFormat format = messages.computeIfAbsent(key, this::message);
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            values.put(
                    (String) pairs[i],
                    value instanceof String text ? TextDirection.isolated(text) : value);
        }
        for (String name : format.getArgumentNames()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("Cannot say: " + key + " (no " + name + ")");
            }
        }
        return format.format(values);
    }

    private MessageFormat message(String key) {
        String text =
                find(key)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "Cannot say: " + key + " (" + language + ")"));
        return new MessageFormat(text, ULocale.forLocale(language));
    }

    /** The text with its {@code {names}} left open, for what fills them in later by itself. */
    public String open(String key) {
        MessageFormat format = messages.computeIfAbsent(key, this::message);
        Map<String, Object> names = new HashMap<>();
        format.getArgumentNames().forEach(name -> names.put(name, "{" + name + "}"));
        return format.format(names);
    }

    /** The keys that begin with a prefix, in order. */
    public List<String> keys(String prefix) {
        return texts.keys(language.getLanguage()).stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }

    /** As {@link #say}, with {@code {n}} for the plural rules and {@code {count}} to be read. */
    public String count(String key, long count, Object... pairs) {
        Object[] all = Arrays.copyOf(pairs, pairs.length + 4);
        all[pairs.length] = "n";
        all[pairs.length + 1] = count;
        all[pairs.length + 2] = "count";
        all[pairs.length + 3] = new Numerals(this).whole(count);
        return say(key, all);
    }

    /** The text of a code; for a code that nobody wrote words for, the code in plain letters. */
    public String code(String prefix, String code) {
        return find(prefix + "." + code).orElse(code.replace('_', ' '));
    }

    public Optional<String> find(String key) {
        return texts.find(language.getLanguage(), key);
    }

    /** The text of a key as English has it. */
    Optional<String> inEnglish(String key) {
        return texts.find(Locale.ENGLISH.getLanguage(), key);
    }

    /** The text in this language; else in English; else the first one. */
    public String pick(Map<Locale, String> byLanguage) {
        return Texts.pick(byLanguage, language);
    }

    /**
     * How the source, licence or vintage of a factor, or the source of a bound, reads in this
     * language; as it stands where {@code config/sources*.csv} does not say so.
     */
    String source(String english) {
        return texts.source(language.getLanguage(), english);
    }

    /** For instance "October 2026". */
    public String month(YearMonth month) {
        return monthName(month.getMonthValue()) + " " + month.getYear();
    }

    /** For instance "Dec 2026", for where there is little room. */
    public String shortMonth(YearMonth month) {
        return name("months_short", month.getMonthValue()) + " " + month.getYear();
    }

    public String monthName(int month) {
        return name("months", month);
    }

    private String name(String months, int month) {
        return say(months).split(",")[month - 1];
    }

    /** With a capital, as a heading begins. */
    public String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(language) + text.substring(1);
    }

    /** For instance "31 October 2026". */
    public String date(LocalDate date) {
        int day = date.getDayOfMonth();
        return (day == 1 ? say("first_day") : day) + "\u00a0" + month(YearMonth.from(date));
    }

    /** What is said of a thing behind its name, with the colon that the language writes. */
    public String told(String name, String text) {
        return name + say("colon") + text;
    }

    /** Parts of a line that may hold commas. */
    public String parts(List<String> parts) {
        return String.join(say("semicolon"), parts);
    }

    /** "a", "a and b", "a, b and c". */
    public String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return String.join(", ", items.subList(0, last)) + " " + say("and") + " " + items.get(last);
    }
}
