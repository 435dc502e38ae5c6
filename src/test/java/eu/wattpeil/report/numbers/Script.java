package eu.wattpeil.report.numbers;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** How readers of a language write numbers and units. */
final class Script {

    static final String NO_BREAK = "\u00a0";

    private final Locale language;
    private final Properties texts;
    private final Map<Integer, DecimalFormat> formats = new HashMap<>();

    private Script(Locale language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    /** With the units of the texts of the project. */
    static Script of(Locale language) {
        Properties texts = new Properties();
        Path file = Path.of("jobs/texts", language.getLanguage() + ".properties");
        try (Reader reader =
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Script(language, texts);
    }

    Locale language() {
        return language;
    }

    /** What is written by the language itself. */
    Stream<String> texts() {
        return texts.stringPropertyNames().stream().map(texts::getProperty);
    }

    String text(String key) {
        return texts.getProperty(key, "");
    }

    /** All units that stand behind numbers, the longest first: those of some codes and more. */
    List<String> units(Stream<String> codes) {
        Stream<String> own =
                texts.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("unit."))
                        .map(texts::getProperty);
        return Stream.of(Stream.of("%", text("points")), own, codes.map(this::unit))
                .flatMap(it -> it)
                .filter(unit -> !unit.isEmpty())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** A unit as it is read; of the same over the same there is none. */
    String unit(String code) {
        return code.equals("1") ? "" : texts.getProperty("unit." + code, code);
    }

    String number(BigDecimal exact, int decimals) {
        // A decimal knows no negative zero, and none may be written.
        return formats.computeIfAbsent(decimals, this::format)
                .format(exact.setScale(decimals, RoundingMode.HALF_UP));
    }

    private DecimalFormat format(int decimals) {
        DecimalFormatSymbols signs = new DecimalFormatSymbols(Locale.ROOT);
        signs.setGroupingSeparator('\u202f');
        signs.setDecimalSeparator(language.equals(Locale.ENGLISH) ? '.' : ',');
        signs.setMinusSign('\u2212');
        DecimalFormat format = new DecimalFormat("#,##0", signs);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }

    /** All digits that it has. */
    String number(BigDecimal exact) {
        return number(exact, Math.max(0, exact.stripTrailingZeros().scale()));
    }

    /** As many digits as tell it, from the first that is none of zero. */
    String significant(BigDecimal exact, int digits) {
        return number(exact.round(new MathContext(digits, RoundingMode.HALF_UP)));
    }

    String withUnit(String number, String unit) {
        return unit.isEmpty() ? number : number + NO_BREAK + unit;
    }

    /** With a plus where it is more than nothing. */
    String signed(BigDecimal rounded, String unit) {
        String plus = rounded.signum() > 0 ? "+" : "";
        return plus + withUnit(number(rounded, Math.max(0, rounded.scale())), unit);
    }
}
