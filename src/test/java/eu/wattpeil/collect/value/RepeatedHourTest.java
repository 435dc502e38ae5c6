package eu.wattpeil.collect.value;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.value.RepeatedHour.Mode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RepeatedHourTest {

    private static final long FIRST = micros("2026-10-25T00:30");
    private static final long SECOND = micros("2026-10-25T01:30");

    private final WallClock clock = new WallClock(ZoneId.of("Europe/Brussels"));

    @Test
    void takesTheSecondOfATimeForTheOtherPassWhateverStandsBetween() {
        RepeatedHour hour = new RepeatedHour(Mode.INTERLEAVED, true, () -> false);

        assertThat(instant(hour, "day", "02:30")).isEqualTo(FIRST);
        assertThat(instant(hour, "night", "02:30")).isEqualTo(FIRST);
        assertThat(instant(hour, "day", "02:30")).isEqualTo(SECOND);
        assertThat(instant(hour, "night", "02:30")).isEqualTo(SECOND);
    }

    @Test
    void readsRowsThatAreThereTwiceAlike() {
        RepeatedHour hour = new RepeatedHour(Mode.INTERLEAVED, true, () -> false);
        instant(hour, "day", "02:30");
        instant(hour, "day", "02:30");

        assertThat(instant(hour, "day", "02:30")).isEqualTo(FIRST);
        assertThat(instant(hour, "day", "02:30")).isEqualTo(SECOND);
    }

    @Test
    void takesWhatStopsToGoOnForTheOtherPass() {
        RepeatedHour hour = new RepeatedHour(Mode.SEQUENTIAL, true, () -> false);

        assertThat(instant(hour, "meter", "02:30")).isEqualTo(FIRST);
        assertThat(instant(hour, "meter", "02:30")).isEqualTo(SECOND);
    }

    @Test
    void leavesTwoJobsOfOneSecondInOnePass() {
        RepeatedHour hour = new RepeatedHour(Mode.SEQUENTIAL, false, () -> false);

        assertThat(instant(hour, "printer", "02:30")).isEqualTo(FIRST);
        assertThat(instant(hour, "printer", "02:30")).isEqualTo(FIRST);
        assertThat(instant(hour, "printer", "02:29")).isLessThan(SECOND).isGreaterThan(FIRST);
    }

    @Test
    void startsWithTheSecondPassWhereTheNewestRowComesFirst() {
        RepeatedHour hour = new RepeatedHour(Mode.INTERLEAVED, true, () -> true);

        assertThat(instant(hour, "day", "02:30")).isEqualTo(SECOND);
        assertThat(instant(hour, "day", "02:30")).isEqualTo(FIRST);
    }

    @Test
    void knowsNothingWhereItIsRejected() {
        assertThat(instant(RepeatedHour.rejected(), "day", "02:30")).isEqualTo(NoValue.SKIPPED);
    }

    private long instant(RepeatedHour hour, String series, String time) {
        return hour.instant(series, micros("2026-10-25T" + time), clock);
    }

    private static long micros(String time) {
        return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    }
}
