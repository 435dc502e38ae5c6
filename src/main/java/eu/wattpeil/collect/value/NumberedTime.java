package eu.wattpeil.collect.value;

/**
 * A day and, after a blank, the number of an interval in it from 1, such as {@code 29/03/2026 23}:
 * the day's midnight, with the number aside. Days of clock changes have numbers more or less.
 */
final class NumberedTime extends TimeText {

    /** Ends the pattern, after that of the day. */
    static final String ENDING = " interval-number";

    private static final int MOST_DIGITS = 4;

    private final TimeText days;

    NumberedTime(String pattern) {
        days = TimeText.of(pattern.substring(0, pattern.length() - ENDING.length()));
    }

    @Override
    long parse(byte[] bytes, int from, int to) {
        int blank = to - 1;
        int value = 0;
        int unit = 1;
        while (blank > from && bytes[blank] >= '0' && bytes[blank] <= '9') {
            value += (bytes[blank] - '0') * unit;
            unit *= 10;
            blank--;
            if (to - blank > MOST_DIGITS + 1) {
                return NoValue.UNREADABLE;
            }
        }
        if (value == 0 || blank <= from || bytes[blank] != ' ') {
            return NoValue.UNREADABLE;
        }
        long day = days.read(bytes, from, blank);
        number = value;
        return Math.floorMod(day, MICROS_PER_DAY) == 0 ? day : NoValue.UNREADABLE;
    }
}
