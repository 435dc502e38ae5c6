package eu.wattpeil.collect.value;

import eu.wattpeil.collect.bytes.EightBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A pattern of digits and signs only, such as {@code dd/MM/yyyy HH:mm:ss} or {@code d-M-yy}.
 *
 * <p>Where every part has its fixed number of digits, each is read at its place; a pattern with
 * single letters ({@code d}, {@code H}: one or two digits) is read from left to right. Two-digit
 * years are those from 2000.
 */
final class NumericTime extends TimeText {

    private static final Pattern SUPPORTED =
            Pattern.compile("(yyyy|uuuu|yy|uu|MM?|dd?|HH?|mm?|ss?|SSS|'T'|[-/.,: ])+");
    private static final String PARTS = "yMdHmsS";

    /** Per part: where its digits start, or -1. */
    private final int[] places = new int[PARTS.length()];

    private final byte[] layout;
    private final int[] counts = new int[PARTS.length()];
    private final boolean isFixed;
    private final int[] values = new int[PARTS.length()];
    private final int[] wordPlaces;
    private final long[] wordSigns;
    private final long[] wordRoom;

    private int lastDate = -1;
    private long lastDay;

    NumericTime(String pattern) {
        // Inside: one byte per digit, the part's letter; anything else stands for itself.
        layout = pattern.replace('u', 'y').replace("'T'", "T").getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(places, -1);
        for (int i = 0; i < layout.length; i++) {
            int part = PARTS.indexOf(layout[i]);
            if (part < 0) {
                continue;
            }
            places[part] = counts[part] == 0 ? i : places[part];
            counts[part]++;
        }
        isFixed =
                layout.length >= Long.BYTES && Arrays.stream(counts).noneMatch(count -> count == 1);
        int words = isFixed ? (layout.length + Long.BYTES - 1) / Long.BYTES : 0;
        wordPlaces = new int[words];
        wordSigns = new long[words];
        wordRoom = new long[words];
        for (int i = 0; i < words; i++) {
            // The last word ends with the text, and so may overlap the one before.
            wordPlaces[i] = Math.min(i * Long.BYTES, layout.length - Long.BYTES);
            fillWord(i);
        }
    }

    private void fillWord(int word) {
        byte[] signs = new byte[Long.BYTES];
        byte[] room = new byte[Long.BYTES];
        for (int i = 0; i < Long.BYTES; i++) {
            byte sign = layout[wordPlaces[word] + i];
            boolean isDigit = PARTS.indexOf(sign) >= 0;
            signs[i] = isDigit ? (byte) '0' : sign;
            room[i] = (byte) (isDigit ? 0x7F - 9 : 0x7F);
        }
        wordSigns[word] = EightBytes.at(signs, 0);
        wordRoom[word] = EightBytes.at(room, 0);
    }

    /**
     * Whether the pattern is of this kind: a whole date, every part once, no number after another.
     */
    static boolean canRead(String pattern) {
        if (!SUPPORTED.matcher(pattern).matches()) {
            return false;
        }
        String uniform = pattern.replace('u', 'y').replace("'T'", "T");
        boolean isOnce =
                PARTS.chars()
                        .allMatch(
                                part ->
                                        uniform.lastIndexOf(part) - uniform.indexOf(part)
                                                == Math.max(
                                                        0,
                                                        uniform.chars()
                                                                        .filter(c -> c == part)
                                                                        .count()
                                                                - 1));
        boolean hasDate = "yMd".chars().allMatch(part -> uniform.indexOf(part) >= 0);
        boolean hasWholeTime =
                uniform.indexOf('m') < 0 && uniform.indexOf('s') < 0
                        || uniform.indexOf('H') >= 0 && uniform.indexOf('m') >= 0;
        boolean isShort =
                "MdHms"
                        .chars()
                        .allMatch(part -> uniform.lastIndexOf(part) - uniform.indexOf(part) < 2);
        return isOnce && isShort && hasDate && hasWholeTime && isDelimited(uniform);
    }

    /** Whether each part of one or two digits has a sign behind it that shows where it ends. */
    private static boolean isDelimited(String pattern) {
        for (int i = 0; i + 1 < pattern.length(); i++) {
            char part = pattern.charAt(i);
            boolean isSingle =
                    PARTS.indexOf(part) >= 0 && pattern.indexOf(part) == pattern.lastIndexOf(part);
            if (isSingle && PARTS.indexOf(pattern.charAt(i + 1)) >= 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    long parse(byte[] bytes, int from, int to) {
        return isFixed ? readFixed(bytes, from, to) : readInOrder(bytes, from, to);
    }

    private long readFixed(byte[] bytes, int from, int to) {
        if (to - from != layout.length || !hasLayout(bytes, from)) {
            return NoValue.UNREADABLE;
        }
        int year = two(bytes, from + places[0]);
        return local(
                counts[0] == 4 ? year * 100 + two(bytes, from + places[0] + 2) : 2000 + year,
                two(bytes, from + places[1]),
                two(bytes, from + places[2]),
                microsOfDay(
                        places[3] < 0 ? 0 : two(bytes, from + places[3]),
                        places[4] < 0 ? 0 : two(bytes, from + places[4]),
                        places[5] < 0 ? 0 : two(bytes, from + places[5]),
                        places[6] < 0 ? 0 : three(bytes, from + places[6]) * 1_000));
    }

    /**
     * Whether digits are where digits must be, and signs where these signs must be. Eight bytes at
     * a time: {@code ^} makes 0 to 9 of digits and 0 of the right signs, and what is more than that
     * then reaches the highest bit of its byte.
     */
    private boolean hasLayout(byte[] bytes, int from) {
        long wrong = 0;
        for (int i = 0; i < wordPlaces.length; i++) {
            long rest = EightBytes.at(bytes, from + wordPlaces[i]) ^ wordSigns[i];
            wrong |= rest + wordRoom[i] | rest;
        }
        return (wrong & EightBytes.HIGH_BITS) == 0;
    }

    private long local(int year, int month, int day, long ofDay) {
        int date = (year * 100 + month) * 100 + day;
        if (date != lastDate) {
            lastDay = epochDay(year, month, day);
            lastDate = date;
        }
        return lastDay == NoValue.UNREADABLE || ofDay == NoValue.UNREADABLE
                ? NoValue.UNREADABLE
                : lastDay * MICROS_PER_DAY + ofDay;
    }

    private long readInOrder(byte[] bytes, int from, int to) {
        Arrays.fill(values, 0);
        int p = from;
        for (int i = 0; i < layout.length; ) {
            int part = PARTS.indexOf(layout[i]);
            if (part < 0) {
                if (p >= to || bytes[p] != layout[i]) {
                    return NoValue.UNREADABLE;
                }
                p++;
                i++;
                continue;
            }
            int most = Math.max(2, counts[part]);
            int start = p;
            while (p < to && p - start < most && bytes[p] >= '0' && bytes[p] <= '9') {
                values[part] = values[part] * 10 + bytes[p++] - '0';
            }
            if (p - start < counts[part]) {
                return NoValue.UNREADABLE;
            }
            i += counts[part];
        }
        if (p != to) {
            return NoValue.UNREADABLE;
        }
        return local(
                counts[0] == 4 ? values[0] : 2000 + values[0],
                values[1],
                values[2],
                microsOfDay(values[3], values[4], values[5], values[6] * 1_000));
    }

    private static int two(byte[] bytes, int at) {
        return bytes[at] * 10 + bytes[at + 1] - '0' * 11;
    }

    private static int three(byte[] bytes, int at) {
        return bytes[at] * 100 + two(bytes, at + 1) - '0' * 100;
    }
}
