package eu.wattpeil.sample;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The months that the sample covers, cut into quarter-hours that are numbered from 0.
 *
 * @param first first month
 * @param last last month, inclusive
 */
record SamplePeriod(YearMonth first, YearMonth last, ZoneId zone) {

    static final int QUARTER_SECONDS = 900;

    List<YearMonth> months() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    int quarters() {
        return firstQuarterOf(last.plusMonths(1));
    }

    /** The quarter-hour at whose start the month begins; the one after the last month too. */
    int firstQuarterOf(YearMonth month) {
        return quarterAt(startOf(month));
    }

    /** The quarter-hour that the instant lies in. */
    int quarterAt(Instant instant) {
        return (int)
                Math.floorDiv(
                        instant.getEpochSecond() - startOf(first).getEpochSecond(),
                        (long) QUARTER_SECONDS);
    }

    Instant startOf(int quarter) {
        return startOf(first).plusSeconds((long) quarter * QUARTER_SECONDS);
    }

    ZonedDateTime localStartOf(int quarter) {
        return startOf(quarter).atZone(zone);
    }

    long secondsOf(YearMonth month) {
        return startOf(month.plusMonths(1)).getEpochSecond() - startOf(month).getEpochSecond();
    }

    /** The instant of a local time that exists once. */
    Instant instantOf(String localDateTime) {
        return LocalDateTime.parse(localDateTime).atZone(zone).toInstant();
    }

    private Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** Months since the first one. */
    int age(YearMonth month) {
        return (month.getYear() - first.getYear()) * 12
                + month.getMonthValue()
                - first.getMonthValue();
    }
}
