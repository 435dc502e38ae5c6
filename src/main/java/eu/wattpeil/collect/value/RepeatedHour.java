package eu.wattpeil.collect.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Tells the two passes of the hour that autumn repeats apart, by the order of the rows of each
 * series. A series is whatever has one clock of its own: a meter, a register, a printer.
 */
public final class RepeatedHour {

    /** How a document writes the repeated hour. */
    public enum Mode {
        /** Once through the hour, then again. */
        SEQUENTIAL,
        /** Each time twice, whatever stands between. */
        INTERLEAVED,
        /** Not to be read at all. */
        REJECT
    }

    private final Mode mode;
    private final boolean isOnePerTime;
    private final BooleanSupplier isNewestFirst;
    private final Map<Object, Pass> passes = new HashMap<>();
    private final Set<Once> seen = new HashSet<>();

    /**
     * For one time of the rows of one document.
     *
     * @param isOnePerTime whether a series has one row per time, so that a second one is of the
     *     other pass
     * @param isNewestFirst asked when the first repeated time comes
     */
    public RepeatedHour(Mode mode, boolean isOnePerTime, BooleanSupplier isNewestFirst) {
        this.mode = mode;
        this.isOnePerTime = isOnePerTime;
        this.isNewestFirst = isNewestFirst;
    }

    /** For times that are not repeated, or that nothing tells apart. */
    public static RepeatedHour rejected() {
        return new RepeatedHour(Mode.REJECT, false, () -> false);
    }

    /** A time of a series whose other pass has not come yet. */
    private record Once(Object series, long local) {}

    /** Where a series is in the hour. */
    private static final class Pass {
        private long change;
        private long last;
        private boolean isSecond;
    }

    /** The instant of a repeated local time; SKIPPED where it cannot be known. */
    public long instant(Object series, long local, WallClock clock) {
        return switch (mode) {
            case REJECT -> NoValue.SKIPPED;
            case SEQUENTIAL -> pick(isInOtherPass(series, local, clock), local, clock);
            case INTERLEAVED -> pick(isSecond(new Once(series, local)), local, clock);
        };
    }

    private long pick(boolean isOther, long local, WallClock clock) {
        return isOther == isNewestFirst.getAsBoolean() ? clock.first(local) : clock.second(local);
    }

    /** Whether the time completes a pair; after a pair another may follow, as of rows twice. */
    private boolean isSecond(Once time) {
        return !seen.add(time) && seen.remove(time);
    }

    /** Whether the local time of the series has stopped to go on since the hour began. */
    private boolean isInOtherPass(Object series, long local, WallClock clock) {
        Pass pass = passes.computeIfAbsent(series, key -> new Pass());
        long change = clock.changeAt(local);
        if (pass.change != change) {
            pass.change = change;
            pass.isSecond = false;
        } else {
            long step = isNewestFirst.getAsBoolean() ? pass.last - local : local - pass.last;
            pass.isSecond |= isOnePerTime ? step <= 0 : step < 0;
        }
        pass.last = local;
        return pass.isSecond;
    }
}
