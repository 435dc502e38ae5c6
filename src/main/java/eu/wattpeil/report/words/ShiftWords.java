package eu.wattpeil.report.words;

import eu.wattpeil.report.content.LevelShift;
import eu.wattpeil.workspace.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shifts of a level in plain words of a language; where it has none, in English. */
public final class ShiftWords {

    /** Levels are estimates. */
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String INDENT = "    ";
    private static final String PREFIX = "shift.";
    private static final String SHARE = "share";

    private final Texts texts;
    private final Locale language;
    private final Numerals numerals;

    public ShiftWords(Texts texts, Locale language) {
        this.texts = texts;
        this.language = language;
        this.numerals = new Numerals(Words.ofOrEnglish(texts, language));
    }

    /** A shift as a paragraph of lines. */
    public List<String> lines(LevelShift shift) {
        String what =
                find("kpi." + shift.kpiId() + ".title").orElse(shift.kpiId())
                        + " \u2013 "
                        + shift.scope()
                        + ": ";
        if (shift.reason().isPresent()) {
            return List.of(
                    what + word("cannot_be_told_yet").replace("{day}", shift.day().toString()),
                    INDENT + word(shift.reason().get()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(what + word("found").replace("{day}", shift.day().toString()));
        lines.add(INDENT + levels(shift));
        if (shift.knownUntil().plusDays(1).isBefore(shift.day())) {
            lines.add(INDENT + word("gap").replace("{day}", shift.knownUntil().toString()));
        }
        lines.add(INDENT + occasions(shift));
        if (shift.isLikeTheYearBefore()) {
            lines.add(INDENT + word("year_before.alike"));
        }
        if (shift.isPerhapsSeason()) {
            lines.add(INDENT + word("year_before.unknown"));
        }
        return lines;
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
        return word("occasion." + occasion.substring(0, end)) + occasion.substring(end);
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
