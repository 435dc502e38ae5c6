package eu.wattpeil.collect.value;

/** What stands where a number, a time, an offset or an instant would, one for each meaning. */
public final class NoValue {

    /** Not written as it should be. */
    public static final long UNREADABLE = Long.MIN_VALUE;

    /** A number of more digits than the store keeps. */
    public static final long TOO_LARGE = Long.MIN_VALUE + 1;

    /** A time whose text names no offset. */
    public static final long NO_OFFSET = Long.MIN_VALUE + 2;

    /** A local time that a clock change leaves out. */
    public static final long SKIPPED = Long.MIN_VALUE + 3;

    /** A local time that a clock change repeats. */
    public static final long REPEATED = Long.MIN_VALUE + 4;

    private static final long LAST = REPEATED;

    private NoValue() {}

    /** Whether the number is none of these. */
    public static boolean isValue(long number) {
        return number > LAST;
    }
}
