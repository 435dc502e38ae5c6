package eu.wattpeil.collect.printing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The time of a page log line, such as {@code [21/Nov/2026:21:24:35 +0100]}.
 *
 * <p>Months are English whatever the language of the server, and the offset is the one in force, so
 * that clock changes do no harm (CUPS, {@code cupsdGetDateTime}). With {@code LogTimeFormat usecs}
 * the second has six decimals.
 */
final class PageLogTime {

    /** What is no time. */
    static final long NONE = Long.MIN_VALUE;

    private static final List<String> MONTHS =
            List.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");
    private static final int MIN_LENGTH = "21/Nov/2026:21:24:35 +0100]".length();
    private static final int AFTER_SECOND = "21/Nov/2026:21:24:35".length();
    private static final int MAX_DECIMALS = 6;
    private static final long MICROS = 1_000_000L;

    private final String line;
    private final int start;
    private int end;

    private PageLogTime(String line, int start) {
        this.line = line;
        this.start = start;
    }

    /** A time with the place after its closing bracket. */
    record Found(long micros, int end) {

        boolean isTime() {
            return micros != NONE;
        }
    }

    /** Reads the time whose opening bracket is at that place. */
    static Found at(String line, int bracket) {
        PageLogTime time = new PageLogTime(line, bracket + 1);
        long micros = time.micros();
        return new Found(micros, time.end);
    }

    private long micros() {
        if (line.length() < start + MIN_LENGTH || !hasSeparators()) {
            return NONE;
        }
        int day = digits(start, 2);
        int month = 1 + MONTHS.indexOf(line.substring(start + 3, start + 6));
        int year = digits(start + 7, 4);
        int hour = digits(start + 12, 2);
        int minute = digits(start + 15, 2);
        int second = digits(start + 18, 2);
        if (month < 1 || year < 1 || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return NONE;
        }
        // A leap second is logged as :60 where the system clock shows it.
        if (second < 0
                || second > 60
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return NONE;
        }
        long fraction = fractionMicros();
        long offset = offsetSeconds();
        if (fraction < 0 || offset == NONE) {
            return NONE;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        long seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset;
        return seconds * MICROS + fraction;
    }

    private boolean hasSeparators() {
        return line.charAt(start + 2) == '/'
                && line.charAt(start + 6) == '/'
                && line.charAt(start + 11) == ':'
                && line.charAt(start + 14) == ':'
                && line.charAt(start + 17) == ':';
    }

    /** The decimals of the second; moves {@link #end} to the blank before the offset. */
    private long fractionMicros() {
        end = start + AFTER_SECOND;
        if (line.charAt(end) != '.') {
            return 0;
        }
        int first = end + 1;
        end = first;
        while (end < line.length() && isDigit(line.charAt(end))) {
            end++;
        }
        int decimals = end - first;
        if (decimals == 0 || decimals > MAX_DECIMALS) {
            return NONE;
        }
        long fraction = digits(first, decimals);
        for (int i = decimals; i < MAX_DECIMALS; i++) {
            fraction *= 10;
        }
        return fraction;
    }

    /** The offset to UTC; moves {@link #end} behind the closing bracket. */
    private long offsetSeconds() {
        int length = " +0100]".length();
        if (end + length > line.length()
                || line.charAt(end) != ' '
                || line.charAt(end + length - 1) != ']') {
            return NONE;
        }
        char sign = line.charAt(end + 1);
        int hours = digits(end + 2, 2);
        int minutes = digits(end + 4, 2);
        end += length;
        if (sign != '+' && sign != '-' || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return NONE;
        }
        long seconds = (hours * 60L + minutes) * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private int digits(int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            if (!isDigit(line.charAt(i))) {
                return -1;
            }
            number = number * 10 + line.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
