package eu.wattpeil.collect.value;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The quick way to read texts that are written exactly as the letters of a pattern say, such as
 * {@code yyyy-MM-dd'T'HH:mm:ssX} or {@code dd MMM yyyy hh:mm a}: what it reads, {@link WordedTime}
 * reads alike, and whatever is written in any other way it leaves to that.
 */
final class ExactTime {

    private static final int MAX_FRACTION_DIGITS = 9;
    private static final int MAX_HOUR = 23;
    private static final int HALF_OF_DAY = 12;
    private static final int MAX_OFFSET_HOUR = 17;
    private static final int MONTH_LETTERS = 3;

    /** A letter that is the same when both are small or both are capital. */
    private static final int SMALL = 0x20;

    private static final byte[] MONTHS =
            "janfebmaraprmayjunjulaugsepoctnovdec".getBytes(StandardCharsets.US_ASCII);

    private final Part[] parts;
    private final boolean hasHalf;
    private final int[] values = new int[Value.values().length];

    private int lastDate = -1;
    private long lastDay;
    private long offset;

    private ExactTime(Part[] parts) {
        this.parts = parts;
        hasHalf = Arrays.stream(parts).anyMatch(part -> part.kind() == Kind.HALF_NAME);
    }

    /** What a part of a text tells. */
    private enum Value {
        YEAR,
        MONTH,
        DAY,
        HOUR,
        HOUR_OF_HALF,
        MINUTE,
        SECOND,
        FRACTION,
        HALF
    }

    private enum Kind {
        SIGN,
        DIGITS,
        MONTH_NAME,
        HALF_NAME,
        OFFSET
    }

    /**
     * A part of a text.
     *
     * @param value that it tells
     * @param least digits; of an offset 1 where it may be {@code Z}
     * @param most digits; of an offset 1 where it may lack minutes
     * @param sign that it is, or between the hours and minutes of an offset; 0 for none
     */
    private record Part(Kind kind, Value value, int least, int most, byte sign) {

        /** Whether a number may stand right beside another one. */
        boolean isFixed() {
            return least == most && value != Value.FRACTION;
        }

        static Part sign(char sign) {
            return new Part(Kind.SIGN, Value.YEAR, 0, 0, (byte) sign);
        }

        static Part digits(Value value, int least, int most) {
            return new Part(Kind.DIGITS, value, least, most, (byte) 0);
        }

        static Part offset(boolean mayBeZulu, boolean mayLackMinutes, char separator) {
            return new Part(
                    Kind.OFFSET,
                    Value.YEAR,
                    mayBeZulu ? 1 : 0,
                    mayLackMinutes ? 1 : 0,
                    (byte) separator);
        }
    }

    /** The quick way for a pattern of {@link DateTimeFormatter}; empty where it has none. */
    static Optional<ExactTime> of(String pattern) {
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < pattern.length(); ) {
            char letter = pattern.charAt(at);
            if (letter == '\'') {
                int end = pattern.indexOf('\'', at + 1);
                if (end < 0 || !addSigns(pattern.substring(at + 1, end), parts)) {
                    return Optional.empty();
                }
                at = end + 1;
                continue;
            }
            int count = 1;
            while (at + count < pattern.length() && pattern.charAt(at + count) == letter) {
                count++;
            }
            boolean isLetter = letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z';
            Optional<Part> part = isLetter ? part(letter, count) : Optional.empty();
            if (part.isPresent()) {
                parts.add(part.get());
            } else if (isLetter || !addSigns(pattern.substring(at, at + count), parts)) {
                return Optional.empty();
            }
            at += count;
        }
        return isWhole(parts)
                ? Optional.of(new ExactTime(parts.toArray(Part[]::new)))
                : Optional.empty();
    }

    /**
     * Signs that stand for themselves; two quotes for one, and what is no ASCII, are left alone.
     */
    private static boolean addSigns(String signs, List<Part> parts) {
        for (char sign : signs.toCharArray()) {
            if (sign < ' ' || sign > '~' || "[]{}#".indexOf(sign) >= 0) {
                return false;
            }
            parts.add(Part.sign(sign));
        }
        return !signs.isEmpty();
    }

    private static Optional<Part> part(char letter, int count) {
        String letters = String.valueOf(letter).repeat(count);
        return switch (letters) {
            case "yyyy", "uuuu" -> Optional.of(Part.digits(Value.YEAR, 4, 4));
            case "MM" -> Optional.of(Part.digits(Value.MONTH, 2, 2));
            case "M" -> Optional.of(Part.digits(Value.MONTH, 1, 2));
            case "MMM" -> Optional.of(new Part(Kind.MONTH_NAME, Value.MONTH, 0, 0, (byte) 0));
            case "dd" -> Optional.of(Part.digits(Value.DAY, 2, 2));
            case "d" -> Optional.of(Part.digits(Value.DAY, 1, 2));
            case "HH" -> Optional.of(Part.digits(Value.HOUR, 2, 2));
            case "H" -> Optional.of(Part.digits(Value.HOUR, 1, 2));
            case "hh" -> Optional.of(Part.digits(Value.HOUR_OF_HALF, 2, 2));
            case "h" -> Optional.of(Part.digits(Value.HOUR_OF_HALF, 1, 2));
            case "mm" -> Optional.of(Part.digits(Value.MINUTE, 2, 2));
            case "ss" -> Optional.of(Part.digits(Value.SECOND, 2, 2));
            case "a" -> Optional.of(new Part(Kind.HALF_NAME, Value.HALF, 0, 0, (byte) 0));
            case "X" -> Optional.of(Part.offset(true, true, '\0'));
            case "XX" -> Optional.of(Part.offset(true, false, '\0'));
            case "XXX" -> Optional.of(Part.offset(true, false, ':'));
            case "x" -> Optional.of(Part.offset(false, true, '\0'));
            case "xx", "Z", "ZZ", "ZZZ" -> Optional.of(Part.offset(false, false, '\0'));
            case "xxx" -> Optional.of(Part.offset(false, false, ':'));
            default ->
                    letter == 'S' && count <= MAX_FRACTION_DIGITS
                            ? Optional.of(Part.digits(Value.FRACTION, count, count))
                            : Optional.empty();
        };
    }

    /**
     * Whether nothing is told twice, the date is whole, and the time too, where there is one; and
     * whether it is clear which digits are whose.
     */
    private static boolean isWhole(List<Part> parts) {
        int[] times = new int[Value.values().length];
        int offsets = 0;
        Part before = Part.sign(' ');
        for (Part part : parts) {
            if (part.kind() == Kind.OFFSET) {
                offsets++;
            } else if (part.kind() != Kind.SIGN) {
                times[part.value().ordinal()]++;
            }
            if (before.kind() == Kind.DIGITS && part.kind() == Kind.DIGITS) {
                if (!before.isFixed() || !part.isFixed()) {
                    return false;
                }
            }
            before = part;
        }
        boolean hasDate =
                has(times, Value.YEAR) && has(times, Value.MONTH) && has(times, Value.DAY);
        boolean hasHalf = has(times, Value.HOUR_OF_HALF);
        boolean hasHour = has(times, Value.HOUR) || hasHalf;
        boolean hasWholeTime =
                hasHour == has(times, Value.MINUTE)
                        && (has(times, Value.MINUTE) || !has(times, Value.SECOND))
                        && (has(times, Value.SECOND) || !has(times, Value.FRACTION));
        return hasDate
                && hasWholeTime
                && hasHalf == has(times, Value.HALF)
                && !(hasHalf && has(times, Value.HOUR))
                && offsets <= 1
                && Arrays.stream(times).allMatch(count -> count <= 1);
    }

    private static boolean has(int[] times, Value value) {
        return times[value.ordinal()] > 0;
    }

    /** The offset of the last text read, in microseconds; {@link NoValue#NO_OFFSET} for none. */
    long offset() {
        return offset;
    }

    /**
     * The local time, as {@link TimeText#read} gives it; {@link NoValue#UNREADABLE} says only that
     * this is not the way to read the text.
     */
    long read(byte[] bytes, int from, int to) {
        offset = NoValue.NO_OFFSET;
        int p = from;
        for (Part part : parts) {
            if (p >= to) {
                return NoValue.UNREADABLE;
            }
            p =
                    switch (part.kind()) {
                        case SIGN -> bytes[p] == part.sign() ? p + 1 : -1;
                        case DIGITS -> digits(part, bytes, p, to);
                        case MONTH_NAME -> monthName(bytes, p, to);
                        case HALF_NAME -> halfName(bytes, p, to);
                        case OFFSET -> offset(part, bytes, p, to);
                    };
            if (p < 0) {
                return NoValue.UNREADABLE;
            }
        }
        return p == to ? local() : NoValue.UNREADABLE;
    }

    /** Digits that are left over meet no sign, or another number that has its own too many. */
    private int digits(Part part, byte[] bytes, int from, int to) {
        int end = Math.min(to, from + part.most());
        int number = 0;
        int p = from;
        while (p < end && isDigit(bytes[p])) {
            number = number * 10 + bytes[p++] - '0';
        }
        if (p - from < part.least()) {
            return -1;
        }
        if (part.value() == Value.FRACTION) {
            for (int i = part.most(); i < MAX_FRACTION_DIGITS; i++) {
                number *= 10;
            }
        }
        values[part.value().ordinal()] = number;
        return p;
    }

    private int monthName(byte[] bytes, int from, int to) {
        if (to - from < MONTH_LETTERS) {
            return -1;
        }
        for (int month = 0; month < MONTHS.length / MONTH_LETTERS; month++) {
            int at = month * MONTH_LETTERS;
            if ((bytes[from] | SMALL) == MONTHS[at]
                    && (bytes[from + 1] | SMALL) == MONTHS[at + 1]
                    && (bytes[from + 2] | SMALL) == MONTHS[at + 2]) {
                values[Value.MONTH.ordinal()] = month + 1;
                return from + MONTH_LETTERS;
            }
        }
        return -1;
    }

    private int halfName(byte[] bytes, int from, int to) {
        if (to - from < 2 || (bytes[from + 1] | SMALL) != 'm') {
            return -1;
        }
        int first = bytes[from] | SMALL;
        values[Value.HALF.ordinal()] = first == 'p' ? 1 : 0;
        return first == 'a' || first == 'p' ? from + 2 : -1;
    }

    private int offset(Part part, byte[] bytes, int from, int to) {
        if (bytes[from] == 'Z') {
            offset = 0;
            return part.least() == 1 ? from + 1 : -1;
        }
        boolean hasHours =
                (bytes[from] == '+' || bytes[from] == '-')
                        && from + 3 <= to
                        && isTwo(bytes, from + 1)
                        && two(bytes, from + 1) <= MAX_OFFSET_HOUR;
        if (!hasHours) {
            return -1;
        }
        int end = from + 3;
        long seconds = two(bytes, from + 1) * 3_600L;
        if (part.most() == 0 || end < to && isDigit(bytes[end])) {
            int minutes = end + (part.sign() == 0 ? 0 : 1);
            boolean hasMinutes =
                    minutes + 2 <= to
                            && (part.sign() == 0 || bytes[end] == part.sign())
                            && isTwo(bytes, minutes)
                            && two(bytes, minutes) < 60;
            if (!hasMinutes) {
                return -1;
            }
            seconds += two(bytes, minutes) * 60L;
            end = minutes + 2;
        }
        offset = (bytes[from] == '-' ? -seconds : seconds) * TimeText.MICROS_PER_SECOND;
        return end;
    }

    private long local() {
        int year = values[Value.YEAR.ordinal()];
        int month = values[Value.MONTH.ordinal()];
        int day = values[Value.DAY.ordinal()];
        int date = (year * 100 + month) * 100 + day;
        if (date != lastDate) {
            // The letter y has no year 0.
            lastDay = year == 0 ? NoValue.UNREADABLE : TimeText.epochDay(year, month, day);
            lastDate = date;
        }
        int hour = hour();
        // An hour of 24 is for those who know what that means with these letters.
        if (lastDay == NoValue.UNREADABLE || hour < 0 || hour > MAX_HOUR) {
            return NoValue.UNREADABLE;
        }
        long ofDay =
                TimeText.microsOfDay(
                        hour,
                        values[Value.MINUTE.ordinal()],
                        values[Value.SECOND.ordinal()],
                        values[Value.FRACTION.ordinal()] / 1_000);
        return ofDay == NoValue.UNREADABLE
                ? NoValue.UNREADABLE
                : lastDay * TimeText.MICROS_PER_DAY + ofDay;
    }

    private int hour() {
        if (!hasHalf) {
            return values[Value.HOUR.ordinal()];
        }
        int ofHalf = values[Value.HOUR_OF_HALF.ordinal()];
        return ofHalf < 1 || ofHalf > HALF_OF_DAY
                ? -1
                : ofHalf % HALF_OF_DAY + values[Value.HALF.ordinal()] * HALF_OF_DAY;
    }

    private static boolean isTwo(byte[] bytes, int at) {
        return isDigit(bytes[at]) && isDigit(bytes[at + 1]);
    }

    private static int two(byte[] bytes, int at) {
        return bytes[at] * 10 + bytes[at + 1] - '0' * 11;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
