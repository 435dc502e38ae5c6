package eu.wattpeil.collect.metering;

/**
 * Which rows of one register were seen in the hour that autumn repeats.
 *
 * <p>Fluvius writes that hour interleaved: 02:00 of summer, 02:00 of winter, 02:15 of summer … So
 * of rows with the same local time, the first is summer time, whatever stands between them.
 */
final class RepeatedHour {

    private static final long MINUTES = 60;

    private long localHour = Long.MIN_VALUE;
    private long seen;

    /** Whether a row of that local minute comes as the second of its pair; notes it as seen. */
    boolean isSecond(long localMinute) {
        long hour = Math.floorDiv(localMinute, MINUTES);
        if (hour != localHour) {
            localHour = hour;
            seen = 0;
        }
        long bit = 1L << Math.floorMod(localMinute, MINUTES);
        boolean isSecond = (seen & bit) != 0;
        seen ^= bit;
        return isSecond;
    }
}
