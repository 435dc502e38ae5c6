package eu.wattpeil.kpi.shift;

import java.time.LocalDate;

/**
 * A day from which a daily series is at another level. Both levels are those of a usual day of that
 * time: as many working days among them, and the same weather.
 *
 * @param day the first known one of the new level
 * @param knownUntil the last known one of the level before it
 * @param before what the day would have come to without it
 * @param low the least that the change is, by an interval of 95 % for a shift on this very day
 * @param high the most
 * @param daysAfter known days at the new level
 */
public record Shift(
        LocalDate day,
        LocalDate knownUntil,
        double before,
        double after,
        double low,
        double high,
        int daysAfter) {

    double change() {
        return after - before;
    }

    /** Whether so many days are known since that it is a level, and no more a few odd days. */
    boolean isLevel() {
        return daysAfter >= DailySeries.SHORTEST;
    }
}
