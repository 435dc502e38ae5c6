package eu.wattpeil.collect.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A pattern without a day, such as {@code yyyy-MM} or {@code MMM yyyy}: the month's first day. */
final class MonthTime extends TimeText {

    private static final byte[] FIRST_DAY = " 01".getBytes(StandardCharsets.US_ASCII);

    private final TimeText days;

    MonthTime(String pattern) {
        days = TimeText.of(pattern + " dd");
    }

    @Override
    long parse(byte[] bytes, int from, int to) {
        byte[] text = Arrays.copyOfRange(bytes, from, to + FIRST_DAY.length);
        System.arraycopy(FIRST_DAY, 0, text, to - from, FIRST_DAY.length);
        return days.read(text, 0, text.length);
    }
}
