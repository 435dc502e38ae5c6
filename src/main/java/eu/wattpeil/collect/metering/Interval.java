package eu.wattpeil.collect.metering;

import eu.wattpeil.store.Text;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the registers of one flow counted in one quarter or hour. */
final class Interval {

    private static final int RATES = Register.Rate.values().length;

    private final Connection connection;
    private final Flow flow;
    private final long start;
    private final long end;
    private final long line;
    private final long[] milliWattHours = new long[RATES];
    private final @Nullable VolumeStatus[] statuses = new VolumeStatus[RATES];
    private final @Nullable Text[] descriptions = new Text[RATES];
    private int counted;
    private int unknown;
    private long cubicMetresLine;

    Interval(Connection connection, Flow flow, long start, long end, long line) {
        this.connection = connection;
        this.flow = flow;
        this.start = start;
        this.end = end;
        this.line = line;
    }

    /** Whether the register was counted before, for something of another description. */
    boolean isOfOther(Register.Rate rate, @Nullable Text description) {
        boolean isCounted = (counted & bit(rate)) != 0;
        return isCounted && !Objects.equals(descriptions[rate.ordinal()], description);
    }

    /**
     * Takes the energy of a register, in thousandths of a Wh; of a repeated row the last counts.
     */
    void count(
            Register.Rate rate,
            long energyMilliWh,
            VolumeStatus status,
            @Nullable Text description) {
        descriptions[rate.ordinal()] = description;
        milliWattHours[rate.ordinal()] = energyMilliWh;
        statuses[rate.ordinal()] = status;
        counted |= bit(rate);
    }

    /** A register of which nobody knows what it counted: without it there is no sum. */
    void doNotKnow(Register.Rate rate) {
        unknown |= bit(rate);
    }

    /** The same gas again, as a volume. */
    void seeCubicMetres(long atLine) {
        cubicMetresLine = atLine;
    }

    private static int bit(Register.Rate rate) {
        return 1 << rate.ordinal();
    }

    Connection connection() {
        return connection;
    }

    Flow flow() {
        return flow;
    }

    /** Microseconds since 1970-01-01T00:00Z. */
    long start() {
        return start;
    }

    /** Microseconds since 1970-01-01T00:00Z. */
    long end() {
        return end;
    }

    /** The first line that tells of it. */
    long line() {
        return line;
    }

    /** Whether every register that should have counted did. */
    boolean isKnown() {
        return counted != 0 && (unknown & ~counted) == 0;
    }

    /** Whether nothing is told of the energy, not even that it is missing. */
    boolean isUntold() {
        return counted == 0 && unknown == 0;
    }

    /** The line with the volume of gas; 0 where there is none. */
    long cubicMetresLine() {
        return cubicMetresLine;
    }

    /** The sum of the registers, in thousandths of a Wh. */
    long milliWattHours() {
        long sum = 0;
        for (int i = 0; i < RATES; i++) {
            sum += (counted & 1 << i) == 0 ? 0 : milliWattHours[i];
        }
        return sum;
    }

    /** The quality of the least sure register, or null where no status says one. */
    @Nullable String quality() {
        VolumeStatus least = null;
        for (VolumeStatus status : statuses) {
            boolean hasQuality = status != null && status.quality() != null;
            if (hasQuality && (least == null || status.compareTo(least) > 0)) {
                least = status;
            }
        }
        return least == null ? null : least.quality();
    }
}
