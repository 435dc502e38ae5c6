package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void comesEveryDayAlsoWhereTheClockIsChanged() {
        for (String cron : List.of("0 30 2 * * *", "0 0 6 * * *", "0 0 0 * * *", "0 0 3 * * *")) {
            List<LocalDate> days =
                    times(new Schedule(cron, BRUSSELS), "2026-03-01T12:00", "2026-11-30T12:00")
                            .stream()
                            .map(LocalDateTime::toLocalDate)
                            .distinct()
                            .toList();

            assertThat(days).as(cron).hasSize(274);
        }
    }

    @Test
    void isOneInstantWhereTheClockIsSetBack() {
        // 25 October 2026: 02:30 comes twice.
        assertThat(
                        times(
                                new Schedule("0 30 2 * * *", BRUSSELS),
                                "2026-10-24T12:00",
                                "2026-10-26T12:00"))
                .containsExactly(
                        LocalDateTime.parse("2026-10-25T02:30"),
                        LocalDateTime.parse("2026-10-26T02:30"));
    }

    @Test
    void comesLaterWhereTheClockLeapsOverIt() {
        // 29 March 2026: from 02:00 to 03:00.
        assertThat(
                        times(
                                new Schedule("0 30 2 * * *", BRUSSELS),
                                "2026-03-28T12:00",
                                "2026-03-30T12:00"))
                .containsExactly(
                        LocalDateTime.parse("2026-03-29T03:30"),
                        LocalDateTime.parse("2026-03-30T02:30"));
    }

    @Test
    void isMeantInItsZone() {
        Schedule morning = new Schedule("0 0 6 * * *", BRUSSELS);

        assertThat(morning.next(Instant.parse("2026-07-01T00:00:00Z")))
                .isEqualTo("2026-07-01T04:00:00Z");
        assertThat(morning.next(Instant.parse("2026-01-01T00:00:00Z")))
                .isEqualTo("2026-01-01T05:00:00Z");
    }

    @Test
    void refusesTimesThatNeverCome() {
        assertThatThrownBy(() -> Schedule.CRON.reader().apply("0 0 6 31 2 *"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<LocalDateTime> times(Schedule schedule, String from, String until) {
        Instant end = LocalDateTime.parse(until).atZone(BRUSSELS).toInstant();
        List<LocalDateTime> times = new ArrayList<>();
        Instant time = schedule.next(LocalDateTime.parse(from).atZone(BRUSSELS).toInstant());
        while (time.isBefore(end)) {
            times.add(LocalDateTime.ofInstant(time, BRUSSELS));
            time = schedule.next(time);
        }
        return times;
    }
}
