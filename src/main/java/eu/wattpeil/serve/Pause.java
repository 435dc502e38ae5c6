package eu.wattpeil.serve;

import eu.wattpeil.operate.Stop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

    /** Waits until an instant, or less long. */
    void until(Instant instant) throws InterruptedException;

    /**
     * Waits for real, a minute at most, so that files that change are noticed and a clock that is
     * set; and no longer once it is asked to stop.
     */
    static Pause of(Clock clock, Stop stop) {
        return instant -> {
            Instant look = clock.instant().plus(Duration.ofMinutes(1));
            Instant end = instant.isBefore(look) ? instant : look;
            stop.await(Duration.between(clock.instant(), end));
        };
    }
}
