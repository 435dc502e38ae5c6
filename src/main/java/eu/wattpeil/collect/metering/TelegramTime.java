package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.TimeText;
import eu.wattpeil.collect.value.WallClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * The times of telegrams: {@code yyMMddHHmmss} with {@code W} for winter or {@code S} for summer
 * time, which settles the hour that autumn has twice.
 */
final class TelegramTime {

    private static final long MICROS_PER_HOUR = 3_600L * TimeText.MICROS_PER_SECOND;
    private static final int DIGITS = "260105093000".length();

    /** No meter with this port is from before 1970: what says so has not been set. */
    private static final int FIRST_YEAR_OF_CENTURY = 70;

    private final ZoneRules rules;
    private final WallClock clock;

    /**
     * @param zone of the meters' clocks
     */
    TelegramTime(ZoneId zone) {
        rules = zone.getRules();
        clock = new WallClock(zone);
    }

    /**
     * The instant in microseconds since 1970-01-01T00:00Z; UNREADABLE where it is none, or where
     * the letter is missing in an hour that the clock change repeats or leaves out.
     */
    long instant(String text) {
        boolean hasLetter = text.length() == DIGITS + 1;
        if (text.length() != DIGITS && !hasLetter
                || !text.substring(0, DIGITS).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return NoValue.UNREADABLE;
        }
        long local = local(text);
        if (local == NoValue.UNREADABLE || !hasLetter) {
            long instant = local == NoValue.UNREADABLE ? local : clock.instant(local);
            return NoValue.isValue(instant) ? instant : NoValue.UNREADABLE;
        }
        return switch (text.charAt(DIGITS)) {
            case 'W' -> local - standardOffset(local);
            case 'S' -> local - standardOffset(local) - MICROS_PER_HOUR;
            default -> NoValue.UNREADABLE;
        };
    }

    private long standardOffset(long local) {
        Instant near = Instant.ofEpochSecond(Math.floorDiv(local, TimeText.MICROS_PER_SECOND));
        return rules.getStandardOffset(near).getTotalSeconds() * TimeText.MICROS_PER_SECOND;
    }

    private static long local(String text) {
        int year = number(text, 0);
        try {
            return LocalDateTime.of(
                                    year + (year < FIRST_YEAR_OF_CENTURY ? 2000 : 1900),
                                    number(text, 2),
                                    number(text, 4),
                                    number(text, 6),
                                    number(text, 8),
                                    number(text, 10))
                            .toEpochSecond(ZoneOffset.UTC)
                    * TimeText.MICROS_PER_SECOND;
        } catch (DateTimeException unreadable) {
            return NoValue.UNREADABLE;
        }
    }

    private static int number(String text, int from) {
        return (text.charAt(from) - '0') * 10 + text.charAt(from + 1) - '0';
    }
}
