package eu.wattpeil.collect.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Cells as the texts that a definition reads: a number with the decimal sign of the definition and
 * as many digits as Excel shows, a date by its pattern, an error as {@code #N/A}.
 */
final class CellTexts {

    /** Excel keeps no more; what is beyond is noise of its binary numbers. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    /** 9999-12-31, the last date that Excel has; a larger number is none, but perhaps 20260131. */
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_466);

    /** 1 January 2000. */
    private static final BigDecimal FIRST_OF_HEADERS = BigDecimal.valueOf(36_526);

    private static final int MOST_ZEROS = 60;
    private static final long SECONDS_PER_DAY = 86_400;

    /** Day 0; Excel counts a 29 February 1900, so this holds from 1 March of that year. */
    private static final LocalDate ORIGIN_1900 = LocalDate.of(1899, 12, 30);

    private static final LocalDate ORIGIN_1904 = LocalDate.of(1904, 1, 1);

    private final char decimal;
    private final LocalDate origin;
    private final Map<String, DateTimeFormatter> formatters = new HashMap<>();

    /**
     * @param decimal the sign that the definition reads
     * @param isFrom1904 whether days are counted from 1904, as old workbooks of a Macintosh do
     */
    CellTexts(char decimal, boolean isFrom1904) {
        this.decimal = decimal;
        origin = isFrom1904 ? ORIGIN_1904 : ORIGIN_1900;
    }

    /** The text of a cell, without blanks around it; empty where there is nothing. */
    String of(@Nullable Cell cell, @Nullable String timePattern) {
        if (cell == null || cell.getValue() == null) {
            return "";
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return timePattern != null && isSerial(number)
                    ? time(number, timePattern)
                    : number(number);
        }
        return value instanceof Boolean ? value.toString() : text(value.toString());
    }

    /** The same of a header, where times are times of day, or dates of our days; others numbers. */
    String ofHeader(@Nullable Cell cell, @Nullable String timePattern) {
        boolean isTime =
                timePattern != null
                        && cell != null
                        && cell.getValue() instanceof BigDecimal number
                        && (isOfDay(timePattern)
                                ? number.compareTo(BigDecimal.ONE) <= 0
                                : number.compareTo(FIRST_OF_HEADERS) > 0);
        return of(cell, isTime ? timePattern : null);
    }

    private static boolean isOfDay(String pattern) {
        return !pattern.equals("iso") && pattern.indexOf('d') < 0 && pattern.indexOf('M') < 0;
    }

    /** Control characters are written as {@code _x000D_}. */
    private static String text(String text) {
        String plain = text.contains("_x00") ? text.replaceAll("_x00[01][0-9A-Fa-f]_", " ") : text;
        return plain.strip();
    }

    private String number(BigDecimal number) {
        BigDecimal shown = number.round(DIGITS);
        if (shown.signum() == 0) {
            return "0";
        }
        BigDecimal plain = shown.stripTrailingZeros();
        boolean isShort = Math.abs((long) plain.scale()) < MOST_ZEROS;
        return (isShort ? plain.toPlainString() : plain.toString()).replace('.', decimal);
    }

    private static boolean isSerial(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(LAST_SERIAL) < 0;
    }

    private String time(BigDecimal serial, String pattern) {
        long seconds =
                serial.multiply(BigDecimal.valueOf(SECONDS_PER_DAY))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        LocalDateTime time = origin.atStartOfDay().plusSeconds(seconds);
        if (pattern.equals("iso")) {
            return time.toString();
        }
        if (isOfDay(pattern) && seconds == SECONDS_PER_DAY && pattern.startsWith("HH")) {
            return "24" + formatter(pattern).format(time).substring(2);
        }
        try {
            return formatter(pattern).format(time);
        } catch (DateTimeException needsOffset) {
            return time.toString();
        }
    }

    private DateTimeFormatter formatter(String pattern) {
        return formatters.computeIfAbsent(
                pattern, letters -> DateTimeFormatter.ofPattern(letters, Locale.ENGLISH));
    }
}
