package eu.wattpeil.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.serve.SteppedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long somebody waits who tries passwords. */
class AttemptsTest {

    private final SteppedClock clock = new SteppedClock("2026-01-15T05:00:00Z");
    private final Attempts attempts = new Attempts(clock);

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 1", "6, 2", "8, 8", "10, 32", "11, 60", "500, 60"})
    void growsUpToAMinute(int failures, int seconds) {
        fail("10.0.0.7", failures);

        assertThat(attempts.wait("10.0.0.7")).hasSeconds(seconds);
    }

    @Test
    void isForgottenAfterAnHour() {
        fail("10.0.0.7", 20);
        clock.set(clock.instant().plus(Duration.ofHours(1)));

        assertThat(attempts.wait("10.0.0.7")).isZero();
        fail("10.0.0.7", 1);
        assertThat(attempts.wait("10.0.0.7")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:ffff:0:0:1, true",
        "2001:db8:1:2:0:0:0:6, 2001:db8:1:3:0:0:0:6, false",
        "2001:db8:1:2::6, 2001:db8:1:2:0:0:0:7, true",
        "::1, ::2, true",
        "10.0.0.7, 10.0.0.8, false"
    })
    void isThatOfAHousehold(String one, String other, boolean isSame) {
        fail(one, 5);

        assertThat(attempts.wait(other).isZero()).isEqualTo(!isSame);
    }

    @Test
    void keepsTheLatestAddressesOnly() {
        fail("10.0.0.7", 5);
        for (int i = 0; i < 10_000; i++) {
            attempts.failed("host-" + i);
        }

        assertThat(attempts.wait("10.0.0.7")).isZero();
        assertThat(attempts.wait("host-9999")).isZero();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(address);
        }
    }
}
