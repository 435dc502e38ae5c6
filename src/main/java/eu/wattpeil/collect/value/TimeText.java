package eu.wattpeil.collect.value;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads dates and times as they are written, as microseconds of the local clock since
 * 1970-01-01T00:00, together with the offset where the text names one. A date without a time is its
 * midnight; 24:00 is the next midnight. Keeps state: one for each reading thread.
 */
public abstract sealed class TimeText
        permits NumericTime,
                IsoTime,
                EpochTime,
                WordedTime,
                FirstFittingTime,
                MonthTime,
                NumberedTime {

    public static final long MICROS_PER_SECOND = 1_000_000L;
    public static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;

    private static final int REMEMBERED_BYTES = 40;
    private static final int NONE = -1;

    /**
     * The offset of the last text read, in microseconds; {@link NoValue#NO_OFFSET} where it had
     * none.
     */
    long offset = NoValue.NO_OFFSET;

    /** The number of an interval of the day that the last text named; 0 where it named none. */
    int number;

    /** The last text, which often comes again: several meters are read at one time. */
    private final byte[] last = new byte[REMEMBERED_BYTES];

    private int lastLength = NONE;
    private long lastLocal;

    TimeText() {}

    /**
     * The reader for a pattern.
     *
     * @param pattern {@code iso}, {@code epoch-seconds}, {@code epoch-milliseconds}, or letters of
     *     {@link DateTimeFormatter}; names of months and days are English
     * @throws IllegalArgumentException where it is none of these
     */
    public static TimeText of(String pattern) {
        return switch (pattern) {
            case "iso" -> new IsoTime();
            case "epoch-seconds" -> new EpochTime(MICROS_PER_SECOND);
            case "epoch-milliseconds" -> new EpochTime(1_000L);
            default ->
                    NumericTime.canRead(pattern)
                            ? new NumericTime(pattern)
                            : new WordedTime(pattern);
        };
    }

    /**
     * The reader for times of intervals, as {@link #of}; with {@code interval-number} after the
     * letters of a date for days with the number of an interval in them.
     */
    public static TimeText ofInterval(String pattern) {
        return isNumbered(pattern) ? new NumberedTime(pattern) : of(pattern);
    }

    /** Whether a pattern is of days with the number of an interval. */
    public static boolean isNumbered(String pattern) {
        return pattern.endsWith(NumberedTime.ENDING);
    }

    /**
     * The reader for dates, as {@link #of} for the day; a pattern of year and month alone gives the
     * month's first day.
     */
    public static TimeText ofDay(String pattern) {
        return isMonth(pattern) ? new MonthTime(pattern) : of(pattern);
    }

    private static boolean isMonth(String pattern) {
        String letters = pattern.replaceAll("[^A-Za-z]", "");
        return letters.matches("[yu]+M+|M+[yu]+");
    }

    /**
     * The reader for texts of several patterns, each as in {@link #of}; of those that a text fits
     * the first counts.
     */
    public static TimeText firstOf(String... patterns) {
        return new FirstFittingTime(Arrays.stream(patterns).map(TimeText::of).toList());
    }

    /**
     * The local time as written, in microseconds since 1970-01-01T00:00, or {@link
     * NoValue#UNREADABLE}.
     */
    public final long read(byte[] bytes, int from, int to) {
        if (to - from == lastLength && Arrays.equals(last, 0, lastLength, bytes, from, to)) {
            return lastLocal;
        }
        lastLocal = parse(bytes, from, to);
        lastLength = to - from <= last.length ? to - from : NONE;
        if (lastLength != NONE) {
            System.arraycopy(bytes, from, last, 0, lastLength);
        }
        return lastLocal;
    }

    /** As {@link #read}, and sets what else the text names. */
    abstract long parse(byte[] bytes, int from, int to);

    /** The offset that the last text named, in microseconds, or {@link NoValue#NO_OFFSET}. */
    public final long offset() {
        return offset;
    }

    /** The number of the interval that the last text named, from 1; 0 where it named none. */
    public final int number() {
        return number;
    }

    /** Whether times are counted since 1970, so that a text is no date of a calendar. */
    public final boolean isEpoch() {
        return this instanceof EpochTime;
    }

    /** A time written with the letters of a pattern, for messages. */
    public static String example(String pattern) {
        if (isNumbered(pattern)) {
            int end = pattern.length() - NumberedTime.ENDING.length();
            return example(pattern.substring(0, end)) + " 14";
        }
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .format(LocalDateTime.of(2026, 10, 25, 13, 45).atOffset(ZoneOffset.ofHours(1)));
    }

    /**
     * Days from 1970-01-01 to a date of the Gregorian calendar; UNREADABLE where it has no such.
     */
    static long epochDay(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return NoValue.UNREADABLE;
        }
        // Years start in March here, so that the leap day comes last.
        int shifted = month > 2 ? year : year - 1;
        int era = Math.floorDiv(shifted, 400);
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468L;
    }

    /** Microseconds of the day; UNREADABLE where the clock has no such time. */
    public static long microsOfDay(int hour, int minute, int second, int micros) {
        if (hour == 24 && minute == 0 && second == 0 && micros == 0) {
            return MICROS_PER_DAY;
        }
        return hour > 23 || minute > 59 || second > 59
                ? NoValue.UNREADABLE
                : (hour * 3_600L + minute * 60L + second) * MICROS_PER_SECOND + micros;
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }
}
