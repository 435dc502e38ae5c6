package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunMetersTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 9);

    private final RunMeters meters = new RunMeters();

    @Test
    void addsUpWhatTheEventsOfARunTell() {
        meters.on(new RunEvent.Collected("ups", 2, 500, 1440, 3, Duration.ZERO, List.of()));
        meters.on(new RunEvent.Collected("grid", 1, 500, 60, 0, Duration.ZERO, List.of()));
        meters.on(new RunEvent.Computed(MONTH));
        meters.on(new RunEvent.Published(MONTH, 1, "monthly", Path.of("reports")));
        meters.on(new RunEvent.Delivered("management", MONTH, 1, "3 mails"));

        assertThat(meters.totals())
                .isEqualTo(
                        new RunTotals(
                                3,
                                1500,
                                3,
                                1,
                                1,
                                1,
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ZERO));
    }

    @Test
    void timesAStageThatEndsBadlyToo() {
        try (RunMeters.Timing timing = meters.time(RunMeters.Stage.COLLECT)) {
            throw new IllegalStateException();
        } catch (IllegalStateException expected) {
            assertThat(meters.totals().collecting()).isPositive();
        }
        assertThat(meters.totals().computing()).isZero();
    }
}
