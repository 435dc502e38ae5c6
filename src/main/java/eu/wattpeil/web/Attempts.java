package eu.wattpeil.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How often somebody failed to say a password. After a few times they wait before each further one,
 * longer and longer; so does who has the right one, at the same address.
 */
final class Attempts {

    /** Slips of the fingers. */
    private static final int FREE = 5;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    /** After which an address that failed is one like any other. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private static final int MOST_ADDRESSES = 10_000;

    private static final Pattern IP_6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final Clock clock;
    private final Map<String, Failures> failures =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };

    Attempts(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {

        Instant next() {
            return count < FREE ? last : last.plus(wait(Math.min(count - FREE, MOST_DOUBLINGS)));
        }

        private static Duration wait(int doublings) {
            Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
            return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        }
    }

    /** How long an address is not listened to; zero where it is. */
    synchronized Duration wait(String address) {
        Failures known = failures.get(network(address));
        if (known == null) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        if (!now.isBefore(known.last().plus(MEMORY))) {
            failures.remove(network(address));
            return Duration.ZERO;
        }
        return now.isBefore(known.next()) ? Duration.between(now, known.next()) : Duration.ZERO;
    }

    synchronized void failed(String address) {
        failures.merge(
                network(address),
                new Failures(1, clock.instant()),
                (known, one) -> new Failures(known.count() + 1, one.last()));
    }

    /** Of an address of IP 6 the half that everybody is given; text that is none stays as it is. */
    private static String network(String address) {
        if (!IP_6.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length / 2);
        } catch (UnknownHostException none) {
            return address;
        }
    }
}
