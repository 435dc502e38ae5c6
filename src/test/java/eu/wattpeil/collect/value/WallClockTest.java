package eu.wattpeil.collect.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallClockTest {

    private final WallClock clock = new WallClock(ZoneId.of("Europe/Brussels"));

    @Test
    void knowsSummerAndWinter() {
        assertThat(instant(clock.instant(micros("2026-07-01T12:00"))))
                .isEqualTo("2026-07-01T10:00:00Z");
        assertThat(instant(clock.instant(micros("2026-12-01T12:00"))))
                .isEqualTo("2026-12-01T11:00:00Z");
    }

    @Test
    void tellsWhichTimesAreSkipped() {
        assertThat(clock.instant(micros("2026-03-29T01:59:59"))).isNotEqualTo(NoValue.SKIPPED);
        assertThat(clock.instant(micros("2026-03-29T02:00"))).isEqualTo(NoValue.SKIPPED);
        assertThat(clock.instant(micros("2026-03-29T02:59:59"))).isEqualTo(NoValue.SKIPPED);
        assertThat(instant(clock.instant(micros("2026-03-29T03:00"))))
                .isEqualTo("2026-03-29T01:00:00Z");
        assertThat(clock.isStartOfSkipped(micros("2026-03-29T02:00"))).isTrue();
        assertThat(clock.isStartOfSkipped(micros("2026-03-29T02:15"))).isFalse();
        assertThat(instant(clock.changeAt(micros("2026-03-29T02:00"))))
                .isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void tellsWhichTimesAreRepeated() {
        long repeated = micros("2026-10-25T02:30");

        assertThat(clock.instant(repeated)).isEqualTo(NoValue.REPEATED);
        assertThat(instant(clock.first(repeated))).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(instant(clock.second(repeated))).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(instant(clock.instant(micros("2026-10-25T03:00"))))
                .isEqualTo("2026-10-25T02:00:00Z");
    }

    @Test
    void tellsWhichTimesAreNearARepeatedHour() {
        assertThat(clock.isNearRepeated(micros("2026-10-24T13:59"))).isFalse();
        assertThat(clock.isNearRepeated(micros("2026-10-24T14:00"))).isTrue();
        assertThat(clock.isNearRepeated(micros("2026-10-25T02:30"))).isTrue();
        assertThat(clock.isNearRepeated(micros("2026-10-25T14:59"))).isTrue();
        assertThat(clock.isNearRepeated(micros("2026-10-25T15:00"))).isFalse();
        assertThat(clock.isNearRepeated(micros("2026-03-29T03:00"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Brussels", "America/Havana", "Australia/Lord_Howe", "UTC", "+05:30"})
    void agreesWithTheJdk(String zone) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        ZoneId id = ZoneId.of(zone);
        WallClock tested = new WallClock(id);
        for (int round = 0; round < 20_000; round++) {
            LocalDateTime local =
                    LocalDateTime.ofEpochSecond(
                            random.nextLong(0, 2_500_000_000L) / 900 * 900, 0, ZoneOffset.UTC);
            List<ZoneOffset> valid = id.getRules().getValidOffsets(local);
            long micros = local.toEpochSecond(ZoneOffset.UTC) * 1_000_000;
            long expected =
                    switch (valid.size()) {
                        case 0 -> NoValue.SKIPPED;
                        case 1 -> local.toEpochSecond(valid.get(0)) * 1_000_000;
                        default -> NoValue.REPEATED;
                    };

            assertThat(tested.instant(micros)).as("seed %d: %s", seed, local).isEqualTo(expected);
            if (NoValue.isValue(expected)) {
                assertThat(tested.local(expected)).isEqualTo(micros);
            }
        }
    }

    private static long micros(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    }

    private static String instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
