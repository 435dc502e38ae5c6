package eu.wattpeil.workspace;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public holidays of a country, by its law. */
public enum PublicHolidays {
    /** Belgium: royal decree of 18 April 1974, article 1. */
    BE(
            year ->
                    Stream.of(
                            LocalDate.of(year, Month.JANUARY, 1),
                            easter(year).plusDays(1),
                            LocalDate.of(year, Month.MAY, 1),
                            ascension(year),
                            whitMonday(year),
                            LocalDate.of(year, Month.JULY, 21),
                            LocalDate.of(year, Month.AUGUST, 15),
                            LocalDate.of(year, Month.NOVEMBER, 1),
                            LocalDate.of(year, Month.NOVEMBER, 11),
                            LocalDate.of(year, Month.DECEMBER, 25))),

    /**
     * The Netherlands: Algemene termijnenwet, article 3, with 5 May in every fifth year only, as
     * most collective agreements have it.
     */
    NL(
            year ->
                    Stream.of(
                                    Stream.of(
                                            LocalDate.of(year, Month.JANUARY, 1),
                                            easter(year).plusDays(1),
                                            kingsDay(year),
                                            ascension(year),
                                            whitMonday(year),
                                            LocalDate.of(year, Month.DECEMBER, 25),
                                            LocalDate.of(year, Month.DECEMBER, 26)),
                                    Stream.of(LocalDate.of(year, Month.MAY, 5))
                                            .filter(day -> year % 5 == 0))
                            .flatMap(days -> days));

    private final IntFunction<Stream<LocalDate>> days;

    PublicHolidays(IntFunction<Stream<LocalDate>> days) {
        this.days = days;
    }

    /** The holidays of a year; two may fall on one day. */
    public Set<LocalDate> of(int year) {
        return days.apply(year).collect(Collectors.toUnmodifiableSet());
    }

    private static LocalDate ascension(int year) {
        return easter(year).plusDays(39);
    }

    private static LocalDate whitMonday(int year) {
        return easter(year).plusDays(50);
    }

    /** The day before where it would be a Sunday. */
    private static LocalDate kingsDay(int year) {
        LocalDate day = LocalDate.of(year, Month.APRIL, 27);
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day;
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int shift = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - shift + 15) % 30;
        int weekday =
                (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
