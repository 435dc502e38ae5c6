package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The temperature of the air outside, on the roof of the town hall, once an hour. Its oddities are
 * told at {@link SampleData}.
 */
final class OutsideSensor {

    private static final int QUARTERS_PER_HOUR = 4;
    private static final String SILENT_FROM = "2026-01-22T04:00";
    private static final String SILENT_UNTIL = "2026-01-23T11:00";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");

    /** Eurostat counts a day as warm as this by what it is above the base. */
    private static final int COOLED_FROM_TENTHS = 240;

    private static final int COOLED_BASE_TENTHS = 210;

    private final SamplePeriod period;
    private final Weather weather;
    private final Truth truth;

    OutsideSensor(SamplePeriod period, Weather weather, Truth truth) {
        this.period = period;
        this.weather = weather;
        this.truth = truth;
    }

    void writeTo(Path folder) {
        Instant silentFrom = period.instantOf(SILENT_FROM);
        Instant silentUntil = period.instantOf(SILENT_UNTIL);
        for (YearMonth month : period.months()) {
            SampleFile file = new SampleFile(UTF_8, "\n");
            file.add("Sensor,Tijdstip,Temperatuur (°C)");
            hoursOf(month)
                    .forEach(
                            quarter -> {
                                Instant instant = period.startOf(quarter);
                                if (instant.isBefore(silentFrom)
                                        || !instant.isBefore(silentUntil)) {
                                    file.add(row(period.localStartOf(quarter), tenths(quarter)));
                                }
                            });
            file.writeTo(folder.resolve("weerstation-" + month + ".csv.gz"));
            truth.set(month, "cooling_degree_day_thousandths", coolingThousandths(month));
        }
    }

    private IntStream hoursOf(YearMonth month) {
        int last = period.firstQuarterOf(month.plusMonths(1));
        return IntStream.iterate(
                period.firstQuarterOf(month),
                quarter -> quarter < last,
                quarter -> quarter + QUARTERS_PER_HOUR);
    }

    private int tenths(int quarter) {
        return (int) StrictMath.round(10 * weather.celsiusAt(quarter));
    }

    private static String row(ZonedDateTime local, int tenths) {
        int size = Math.abs(tenths);
        return String.join(
                ",",
                "DAK-1",
                STAMP.format(local),
                (tenths < 0 ? "-" : "") + size / 10 + "." + size % 10);
    }

    /** Of the days together, each by the mean of its hours: 23 or 25 where clocks change. */
    private long coolingThousandths(YearMonth month) {
        Map<LocalDate, List<Integer>> days =
                hoursOf(month)
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        quarter -> period.localStartOf(quarter).toLocalDate(),
                                        TreeMap::new,
                                        Collectors.mapping(this::tenths, Collectors.toList())));
        return Math.round(
                days.values().stream()
                        .mapToDouble(day -> day.stream().mapToInt(it -> it).average().orElseThrow())
                        .filter(mean -> mean >= COOLED_FROM_TENTHS)
                        .map(mean -> 100 * (mean - COOLED_BASE_TENTHS))
                        .sum());
    }
}
