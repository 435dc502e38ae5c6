package eu.wattpeil.serve;

import eu.wattpeil.operate.Stop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A clock that stands until it is moved. */
public final class SteppedClock extends Clock {

    private Instant now;

    public SteppedClock(String now) {
        this.now = Instant.parse(now);
    }

    public void set(Instant instant) {
        now = instant;
    }

    /**
     * Lets no time pass but moves to where the server would wait for, up to an end, at which it is
     * asked to stop.
     *
     * @param longest step
     * @param each is called before each step with the time it is
     */
    public Pause upTo(Instant end, Duration longest, Consumer<Instant> each, Stop stop) {
        return instant -> {
            each.accept(now);
            set(Stream.of(instant, now.plus(longest), end).min(Instant::compareTo).orElseThrow());
            if (now.equals(end)) {
                stop.ask();
            }
        };
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
