package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import java.time.DateTimeException;
import java.time.Duration;

/** How long a source waits for others, as definitions write it. */
public final class Waits {

    private Waits() {}

    /** An option for one of them; it is above 0. */
    public static Option<Duration> option(String key, String meaning, String byDefault) {
        return new Option<>(
                key,
                OptionType.text("an ISO-8601 duration above 0 such as PT30S", Waits::above0),
                meaning,
                byDefault);
    }

    private static Duration above0(String text) {
        Duration duration = Duration.parse(text);
        if (duration.toMillis() <= 0) {
            throw new DateTimeException("not above 0: " + text);
        }
        return duration;
    }
}
