package eu.wattpeil.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a document has of one series.
 *
 * @param series the texts of the dataset's series columns
 * @param rows how many
 * @param times how many different ones they have in the dataset's time column
 * @param first where the first of them begins, in microseconds since 1970 (UTC), as the next two
 * @param firstTime the earliest in the time column
 * @param lastTime the latest in the time column
 */
public record SeriesSpan(
        List<Text> series, long rows, long times, long first, long firstTime, long lastTime) {

    public SeriesSpan {
        series = List.copyOf(series);
    }

    /** Where the first row begins. */
    public Instant firstAt() {
        return Instant.EPOCH.plus(first, ChronoUnit.MICROS);
    }

    /** The latest time. */
    public Instant lastAt() {
        return Instant.EPOCH.plus(lastTime, ChronoUnit.MICROS);
    }

    /** Whether all its times are before or after all of another's. */
    boolean isApartFrom(SeriesSpan other) {
        return lastTime < other.firstTime || firstTime > other.lastTime;
    }

    /** Both, of one series, whose times are apart. */
    SeriesSpan with(SeriesSpan other) {
        return new SeriesSpan(
                series,
                rows + other.rows,
                times + other.times,
                Math.min(first, other.first),
                Math.min(firstTime, other.firstTime),
                Math.max(lastTime, other.lastTime));
    }
}
