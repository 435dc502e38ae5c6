package eu.wattpeil.collect.metering;

import java.time.YearMonth;

/**
 * Reads local dates and times of Fluvius: day first, with dashes or slashes, {@code 31-10-2021} or
 * {@code 31/10/2021}; {@code 02:15:00} or {@code 02:15}. A spreadsheet may have taken leading
 * zeros.
 */
final class LocalMinutes {

    static final long UNREADABLE = Long.MIN_VALUE;

    private static final long MINUTES_PER_DAY = 24 * 60;

    private int lastYear;
    private int lastMonth;
    private long firstOfMonth;
    private int lengthOfMonth;

    /** The number that was read last, and where it ended. */
    private int number;

    private int at;

    /** Minutes from 1970-01-01T00:00 to the start of the local date. */
    long date(byte[] bytes, int from, int to) {
        at = from;
        if (!isNumber(bytes, to, 1, 2)) {
            return UNREADABLE;
        }
        int day = number;
        byte separator = at < to ? bytes[at] : 0;
        if (separator != '-' && separator != '/') {
            return UNREADABLE;
        }
        at++;
        if (!isNumber(bytes, to, 1, 2) || at >= to || bytes[at] != separator) {
            return UNREADABLE;
        }
        int month = number;
        at++;
        if (!isNumber(bytes, to, 4, 4) || at != to || month < 1 || month > 12) {
            return UNREADABLE;
        }
        useMonth(number, month);
        return day < 1 || day > lengthOfMonth
                ? UNREADABLE
                : (firstOfMonth + day - 1) * MINUTES_PER_DAY;
    }

    /** Minutes from the start of the day. */
    long time(byte[] bytes, int from, int to) {
        at = from;
        if (!isNumber(bytes, to, 1, 2) || !isColon(bytes, to)) {
            return UNREADABLE;
        }
        int hour = number;
        if (!isNumber(bytes, to, 2, 2)) {
            return UNREADABLE;
        }
        int minute = number;
        boolean isWholeMinute =
                at == to
                        || isColon(bytes, to)
                                && isNumber(bytes, to, 2, 2)
                                && number == 0
                                && at == to;
        return hour > 23 || minute > 59 || !isWholeMinute ? UNREADABLE : hour * 60L + minute;
    }

    private boolean isColon(byte[] bytes, int to) {
        boolean isColon = at < to && bytes[at] == ':';
        at++;
        return isColon;
    }

    private boolean isNumber(byte[] bytes, int to, int minDigits, int maxDigits) {
        int start = at;
        number = 0;
        while (at < to && at - start < maxDigits && bytes[at] >= '0' && bytes[at] <= '9') {
            number = number * 10 + bytes[at++] - '0';
        }
        return at - start >= minDigits;
    }

    private void useMonth(int year, int month) {
        if (year != lastYear || month != lastMonth) {
            YearMonth yearMonth = YearMonth.of(year, month);
            firstOfMonth = yearMonth.atDay(1).toEpochDay();
            lengthOfMonth = yearMonth.lengthOfMonth();
            lastYear = year;
            lastMonth = month;
        }
    }
}
