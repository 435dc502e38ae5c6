package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    @Test
    void leavesOutWeekendsAlone() {
        WorkingDays days = new WorkingDays(Optional.empty(), new TreeSet<>());

        assertThat(days.in(YearMonth.of(2026, 2))).isEqualTo(20);
        assertThat(days.in(YearMonth.of(2026, 5))).isEqualTo(21);
    }

    @Test
    void leavesOutPublicHolidaysThatFallOnWeekdays() {
        // May 2026 has 21 weekdays; the 1st, the 14th and the 25th are holidays in Belgium.
        assertThat(of(PublicHolidays.BE).in(YearMonth.of(2026, 5))).isEqualTo(18);
        assertThat(of(PublicHolidays.NL).in(YearMonth.of(2026, 5))).isEqualTo(19);
        // 15 August 2026 is a Saturday.
        assertThat(of(PublicHolidays.BE).in(YearMonth.of(2026, 8))).isEqualTo(21);
    }

    @Test
    void leavesOutTheOrganisationsOwnDays() {
        WorkingDays days =
                new WorkingDays(
                        Optional.of(PublicHolidays.BE),
                        new TreeSet<>(List.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3))));

        assertThat(days.in(YearMonth.of(2026, 1))).isEqualTo(20);
        assertThat(days.contains(LocalDate.of(2026, 1, 2))).isFalse();
        assertThat(days.contains(LocalDate.of(2026, 1, 5))).isTrue();
    }

    @Test
    void isTheSameTextWhateverTheOrderOfTheDays() {
        WorkingDays one =
                new WorkingDays(
                        Optional.empty(),
                        new TreeSet<>(List.of(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 1, 2))));

        assertThat(one)
                .hasToString(
                        "WorkingDays[publicHolidays=Optional.empty,"
                                + " closedOn=[2026-01-02, 2026-07-01]]");
    }

    private static WorkingDays of(PublicHolidays holidays) {
        return new WorkingDays(Optional.of(holidays), new TreeSet<>());
    }
}
