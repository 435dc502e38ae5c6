package eu.wattpeil.report.words;

import eu.wattpeil.report.content.LevelShift;
import eu.wattpeil.workspace.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shifts of a level in plain words of a language; where it has none, in English. */
public final class ShiftWords {

    /** Levels are estimates. */
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String INDENT = "    ";
    private static final String PREFIX = "shift.";
    private static final String SHARE = "share";
    private static final String MEASURE = "measure";

    private final Texts texts;
    private final Locale language;
    private final Words words;
    private final Numerals numerals;
    private final Function<LocalDate, String> dates;
    private final Map<String, String> measures;

    private ShiftWords(
            Texts texts,
            Locale language,
            Words words,
            Function<LocalDate, String> dates,
            Map<String, String> measures) {
        this.texts = texts;
        this.language = language;
        this.words = words;
        this.numerals = new Numerals(words);
        this.dates = dates;
        this.measures = measures;
    }

    /** For a terminal: days as they are sorted and searched for, measures by their ids. */
    public static ShiftWords forTerminal(Texts texts, Locale language) {
        Words words = Words.ofOrEnglish(texts, language);
        return new ShiftWords(texts, language, words, LocalDate::toString, Map.of());
    }

    /**
     * For a page: days in words.
     *
     * @param measures titles by their ids
     */
    public static ShiftWords forPage(Texts texts, Words words, Map<String, String> measures) {
        return new ShiftWords(texts, words.language(), words, words::date, measures);
    }

    /** A shift as a paragraph of lines. */
    public List<String> lines(LevelShift shift) {
        List<String> lines = new ArrayList<>();
        lines.add(words.told(title(shift) + " \u2013 " + shift.scope(), told(shift)));
        sentences(shift).forEach(sentence -> lines.add(INDENT + sentence));
        return lines;
    }

    /** Of which KPI it is. */
    public String title(LevelShift shift) {
        return find("kpi." + shift.kpiId() + ".title").orElse(shift.kpiId());
    }

    /**
     * Since when the level is another one, or that it cannot be told yet; no sentence by itself.
     */
    public String told(LevelShift shift) {
        String key = shift.reason().isPresent() ? "cannot_be_told_yet" : "found";
        return word(key).replace("{day}", dates.apply(shift.day()));
    }

    /** How large it is and what explains it, or why it cannot be told yet. */
    public List<String> sentences(LevelShift shift) {
        if (shift.reason().isPresent()) {
            return List.of(word(shift.reason().get()));
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(levels(shift));
        if (shift.knownUntil().plusDays(1).isBefore(shift.day())) {
            sentences.add(word("gap").replace("{day}", dates.apply(shift.knownUntil())));
        }
        sentences.add(occasions(shift));
        if (shift.isLikeTheYearBefore()) {
            sentences.add(word("year_before.alike"));
        }
        if (shift.isPerhapsSeason()) {
            sentences.add(word("year_before.unknown"));
        }
        return sentences;
    }

    /** What stands where there is none. */
    public String none() {
        return word("none");
    }

    private String levels(LevelShift shift) {
        return word("levels")
                .replace("{after}", amount(shift.after(), shift.unit()))
                .replace("{before}", amount(shift.before(), shift.unit()))
                .replace("{low}", amount(shift.changeLow(), shift.unit()))
                .replace("{high}", amount(shift.changeHigh(), shift.unit()));
    }

    private String occasions(LevelShift shift) {
        if (shift.occasions().isEmpty()) {
            return word("unexplained");
        }
        return word("occasions")
                .replace(
                        "{occasions}",
                        shift.occasions().stream()
                                .map(this::occasion)
                                .collect(Collectors.joining(", ")));
    }

    /** Its kind in words, with its name. */
    private String occasion(String occasion) {
        int end = occasion.indexOf(' ');
        String kind = occasion.substring(0, end);
        String id = occasion.substring(end + 1);
        String name = kind.equals(MEASURE) ? measures.getOrDefault(id, id) : id;
        return word("occasion." + kind) + " " + name;
    }

    private String amount(BigDecimal value, String unit) {
        if (unit.equals(SHARE)) {
            return number(value.movePointRight(2)) + Numerals.NO_BREAK + "%";
        }
        String word = find("unit." + unit).orElse(unit);
        return word.isEmpty() ? number(value) : number(value) + Numerals.NO_BREAK + word;
    }

    /** A number as the language writes it; whole above a hundred. */
    private String number(BigDecimal number) {
        BigDecimal rounded =
                number.abs().compareTo(HUNDRED) >= 0
                        ? number.setScale(0, RoundingMode.HALF_UP)
                        : number.round(DIGITS);
        return numerals.plainly(rounded.stripTrailingZeros());
    }

    private String word(String key) {
        return find(PREFIX + key).orElse(key.replace('_', ' '));
    }

    private Optional<String> find(String key) {
        return texts.find(language.getLanguage(), key).or(() -> texts.find("en", key));
    }
}
