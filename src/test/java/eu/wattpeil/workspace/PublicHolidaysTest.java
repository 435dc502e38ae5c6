package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PublicHolidaysTest {

    @Test
    void knowsTheTenOfBelgium() {
        assertThat(PublicHolidays.BE.of(2026))
                .containsExactlyInAnyOrder(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 14),
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 7, 21),
                        LocalDate.of(2026, 8, 15),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 11),
                        LocalDate.of(2026, 12, 25));
    }

    @Test
    void movesKingsDayAwayFromSunday() {
        assertThat(PublicHolidays.NL.of(2025))
                .contains(LocalDate.of(2025, 4, 26))
                .doesNotContain(LocalDate.of(2025, 4, 27));
        assertThat(PublicHolidays.NL.of(2026)).contains(LocalDate.of(2026, 4, 27));
    }

    @Test
    void countsLiberationDayInEveryFifthYear() {
        assertThat(PublicHolidays.NL.of(2025)).contains(LocalDate.of(2025, 5, 5));
        assertThat(PublicHolidays.NL.of(2026)).doesNotContain(LocalDate.of(2026, 5, 5));
    }

    @Test
    void findsEasterInEarlyAndLateYears() {
        assertThat(PublicHolidays.BE.of(2008))
                .as("Ascension on 1 May")
                .hasSize(9)
                .contains(LocalDate.of(2008, 3, 24));
        assertThat(PublicHolidays.BE.of(2038)).contains(LocalDate.of(2038, 4, 26));
        assertThat(PublicHolidays.BE.of(2000)).contains(LocalDate.of(2000, 4, 24));
    }
}
