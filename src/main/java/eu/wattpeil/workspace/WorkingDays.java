package eu.wattpeil.workspace;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The days on which the organisation works: not on Saturdays, Sundays, public holidays and its own
 * closing days.
 *
 * @param publicHolidays empty where none are taken into account
 * @param closedOn the organisation's own days off, of {@code config/holidays.csv}
 */
public record WorkingDays(Optional<PublicHolidays> publicHolidays, SortedSet<LocalDate> closedOn) {

    public WorkingDays {
        closedOn = Collections.unmodifiableSortedSet(new TreeSet<>(closedOn));
    }

    /** Whether people are at work on a day. */
    public boolean contains(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closedOn.contains(day)
                && publicHolidays.filter(it -> it.of(day.getYear()).contains(day)).isEmpty();
    }

    /** How many there are in a month. */
    public int in(YearMonth month) {
        return (int)
                month.atDay(1)
                        .datesUntil(month.plusMonths(1).atDay(1))
                        .filter(this::contains)
                        .count();
    }
}
