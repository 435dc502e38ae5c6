package eu.wattpeil.collect.source.snmp;

import java.time.Duration;

/**
 * How long devices are waited for.
 *
 * @param timeout for one answer
 * @param retries how often a question is put again
 * @param most for all that one device is asked
 */
public record Patience(Duration timeout, int retries, Duration most) {

    /** Two seconds, three times; a minute for a device. */
    public static final Patience DEFAULT =
            new Patience(Duration.ofSeconds(2), 2, Duration.ofMinutes(1));
}
