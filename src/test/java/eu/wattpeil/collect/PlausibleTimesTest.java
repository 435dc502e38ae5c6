package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rows of impossible times are rejects, in every format and layout, and the others are in the
 * store.
 */
class PlausibleTimesTest {

    private static final String METER =
            "columns:\n  meter_key: M\n  value: {column: V, unit: kWh, kind: counter}\n";
    private static final String QUANTITY = "constants: {quantity: electricity}\n";
    private static final List<Integer> FAR_YEARS =
            List.of(1, 1582, 1676, 1970, 1999, 2027, 2263, 3000, 9999);

    @TempDir private Path folder;

    /** A way to write a time into a document. */
    enum Layout {
        ISO("meter_readings", METER + "  measured_at: T\n" + QUANTITY, "T;M;V\n", "%s;m;1\n"),
        NUMBERS(
                "meter_readings",
                METER + "  measured_at: {column: T, pattern: dd/MM/yyyy HH:mm}\n" + QUANTITY,
                "T;M;V\n",
                "%s;m;1\n",
                "dd/MM/yyyy HH:mm"),
        WORDS(
                "meter_readings",
                METER + "  measured_at: {column: T, pattern: d MMM yyyy HH:mm}\n" + QUANTITY,
                "T;M;V\n",
                "%s;m;1\n",
                "d MMM yyyy HH:mm"),
        SECONDS(
                "meter_readings",
                METER + "  measured_at: {column: T, pattern: epoch-seconds}\n" + QUANTITY,
                "T;M;V\n",
                "%s;m;1\n",
                "seconds"),
        MILLISECONDS(
                "meter_readings",
                METER + "  measured_at: {column: T, pattern: epoch-milliseconds}\n" + QUANTITY,
                "T;M;V\n",
                "%s;m;1\n",
                "milliseconds"),
        START_AND_LENGTH(
                "meter_readings",
                "columns:\n  meter_key: M\n  measured_at: T\n"
                        + "  value: {column: V, unit: kWh, kind: interval}\n"
                        + "interval: PT15M\nstamp: start\n"
                        + QUANTITY,
                "T;M;V\n",
                "%s;m;1\n"),
        WIDE(
                "meter_readings",
                "layout: wide\nstamp: start\nwide: {columns: \"HH:mm\", step: PT12H}\n"
                        + "columns:\n  meter_key: M\n"
                        + "  measured_at: {column: T, pattern: dd/MM/yyyy}\n"
                        + "  value: {unit: kWh, kind: interval}\n"
                        + QUANTITY,
                "T;M;00:00\n",
                "%s;m;1\n",
                "dd/MM/yyyy"),
        DAYS(
                "devices",
                "columns:\n  observed_on: T\n  device_id: M\n",
                "T;M\n",
                "%s;pc-1\n",
                "yyyy-MM-dd"),
        DAYS_OF_USE(
                "devices",
                "columns:\n  first_used_on: T\n  device_id: M\n"
                        + "constants: {observed_on: \"2026-10-31\"}\n",
                "T;M\n",
                "%s;pc-1\n",
                "yyyy-MM-dd"),
        FLUVIUS(
                "fluvius",
                "meter_readings",
                "",
                "Van (datum);Van (tijdstip);Tot (datum);Tot (tijdstip);EAN-code;Register;Volume;"
                        + "Eenheid;Validatiestatus\n",
                "%1$s;10:00:00;%1$s;10:15:00;541400000000000000;Afname Dag;1;kWh;Gevalideerd\n",
                "dd-MM-yyyy"),
        CUPS(
                "cups-page-log",
                "print_jobs",
                "",
                "",
                "mfp u 7 [%s +0100] total 2 - host title A4 one-sided\n",
                "dd/MMM/yyyy:HH:mm:ss");

        private final String format;
        private final String dataset;
        private final String options;
        private final String header;
        private final String row;
        private final Function<LocalDateTime, String> writer;

        Layout(String dataset, String options, String header, String row) {
            this(dataset, options, header, row, "yyyy-MM-dd'T'HH:mm");
        }

        Layout(String dataset, String options, String header, String row, String pattern) {
            this("delimited", dataset, options, header, row, pattern);
        }

        Layout(
                String format,
                String dataset,
                String options,
                String header,
                String row,
                String pattern) {
            this.format = format;
            this.dataset = dataset;
            this.options = options;
            this.header = header;
            this.row = row;
            this.writer =
                    switch (pattern) {
                        case "seconds" -> time -> Long.toString(time.toEpochSecond(ZoneOffset.UTC));
                        case "milliseconds" -> time -> time.toEpochSecond(ZoneOffset.UTC) + "000";
                        default ->
                                DateTimeFormatter.ofPattern(
                                                pattern.replace("yyyy", "uuuu"), Locale.ENGLISH)
                                        ::format;
                    };
        }

        private String row(LocalDateTime time) {
            return row.formatted(writer.apply(time));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfImpossibleYearsAreRejectsAndTheOthersAreRead(Layout layout) throws IOException {
        StringBuilder text = new StringBuilder(layout.header);
        text.append(layout.row(LocalDateTime.of(2026, 3, 4, 0, 0)));
        for (int year : FAR_YEARS) {
            text.append(layout.row(LocalDateTime.of(year, 6, 5, 0, 0)));
        }
        text.append(layout.row(LocalDateTime.of(2026, 3, 6, 0, 0)));

        Reading reading = read(layout, text.toString());

        assertThat(reading.row().records()).isEqualTo(2);
        assertThat(reading.firstRejects())
                .hasSize(FAR_YEARS.size())
                .allMatch(reject -> reject.reason() == Reject.Reason.IMPOSSIBLE_VALUE)
                .allMatch(
                        reject ->
                                reject.expected()
                                        .equals(
                                                "a time from 2000-01-01 to 24 hours after the"
                                                        + " document is read (plausible-times in"
                                                        + " config/wattpeil.yaml)"));
    }

    @ParameterizedTest
    @EnumSource
    void noTimeOfAnyYearEndsTheRun(Layout layout) throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<LocalDateTime> times = new ArrayList<>();
        StringBuilder text = new StringBuilder(layout.header);
        for (int i = 0; i < 300; i++) {
            int year = random.nextBoolean() ? 1 + random.nextInt(9999) : 1990 + random.nextInt(50);
            times.add(LocalDateTime.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28), 0, 0));
            text.append(layout.row(times.get(i)));
        }

        Reading reading = read(layout, text.toString());

        LocalDateTime last = LocalDateTime.ofInstant(FormatWorkbench.NOW, FormatWorkbench.ZONE);
        long plausible =
                times.stream()
                        .filter(time -> time.getYear() >= 2000 && time.isBefore(last))
                        .distinct()
                        .count();
        assertThat(reading.row().records())
                .as("seed %d", seed)
                .isLessThanOrEqualTo(times.size())
                .isGreaterThanOrEqualTo(plausible > 0 ? 1 : 0);
        assertThat(reading.row().records() + reading.row().rejects())
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(times.stream().distinct().count());
    }

    @Test
    void countersAndPricesAreNotBelowNothing() throws IOException {
        FormatWorkbench bench = new FormatWorkbench(folder);
        MemoryRecords counters =
                bench.read(
                        bench.format("delimited", "meter_readings", Layout.ISO.options),
                        "meter_readings",
                        bench.document("T;M;V\n2026-01-01T00:00;m;-1\n2026-01-02T00:00;m;0\n"));
        MemoryRecords prices =
                bench.read(
                        bench.format(
                                "delimited",
                                "devices",
                                "columns: {observed_on: T, device_id: M, price_eur: P}\n"),
                        "devices",
                        bench.document("T;M;P\n2026-01-01;a;-1.5\n2026-01-01;b;1.5\n"));

        assertThat(counters.accepted()).hasSize(1);
        assertThat(counters.rejects())
                .containsExactly(
                        new Reject(
                                2,
                                "value",
                                Reject.Reason.IMPOSSIBLE_VALUE,
                                "0 or more",
                                "-1000.000"));
        assertThat(prices.accepted()).hasSize(1);
        assertThat(prices.rejects()).extracting(Reject::found).containsExactly("-1.500");
    }

    @Test
    void nothingIsMoreThanAnyOrganisationComesTo() throws IOException {
        FormatWorkbench bench = new FormatWorkbench(folder);
        MemoryRecords counters =
                bench.read(
                        bench.format(
                                "delimited",
                                "meter_readings",
                                "columns: {measured_at: T, meter_key: M, value: {column: V, unit:"
                                        + " Wh, kind: counter}}\n"
                                        + "constants: {quantity: electricity}\n"),
                        "meter_readings",
                        bench.document(
                                "T;M;V\n2026-01-02T00:00;m;10000000000000\n"
                                        + "2026-01-03T00:00;m;10000000000000.001\n"));
        MemoryRecords intervals =
                bench.read(
                        bench.format(
                                "delimited",
                                "meter_readings",
                                "columns: {started_at: S, measured_at: T, meter_key: M, value:"
                                        + " {column: V, unit: Wh, kind: interval}}\n"
                                        + "constants: {quantity: electricity}\n"),
                        "meter_readings",
                        bench.document(
                                "S;T;M;V\n2026-01-02T00:00;2026-01-03T00:00;m;-10000000000\n"
                                        + "2026-01-03T00:00;2026-01-04T00:00;m;-10000000001\n"));
        MemoryRecords jobs =
                bench.read(
                        bench.format(
                                "delimited",
                                "print_jobs",
                                "columns: {printed_at: T, printer_id: P, job_id: J, impressions:"
                                        + " I}\n"),
                        "print_jobs",
                        bench.document(
                                "T;P;J;I\n2026-01-01T00:00;p;4294967295;1000000\n"
                                        + "2026-01-01T00:00;p;1;4294967295\n"));

        assertThat(counters.accepted()).hasSize(1);
        assertThat(counters.rejects())
                .extracting(Reject::expected, Reject::found)
                .containsExactly(tuple("10000000000000 or less", "10000000000000.001"));
        assertThat(intervals.accepted()).hasSize(1);
        assertThat(intervals.rejects())
                .extracting(Reject::expected, Reject::found)
                .containsExactly(tuple("10000000000 or less", "-10000000001.000"));
        assertThat(jobs.accepted()).hasSize(1);
        assertThat(jobs.rejects())
                .extracting(Reject::expected, Reject::found)
                .containsExactly(tuple("1000000 or less", "4294967295"));
    }

    @Test
    void temperaturesAreThoseOfAirAndMachines() throws IOException {
        FormatWorkbench bench = new FormatWorkbench(folder);
        MemoryRecords readings =
                bench.read(
                        bench.format(
                                "delimited",
                                "meter_readings",
                                "columns: {measured_at: T, meter_key: M, value: {column: V,"
                                        + " unit: °C, kind: power}}\n"
                                        + "constants: {quantity: temperature}\n"),
                        "meter_readings",
                        bench.document(
                                "T;M;V\n2026-01-01T00:00;m;-127\n2026-01-02T00:00;m;-4.5\n"
                                        + "2026-01-03T00:00;m;24.5\n2026-01-04T00:00;m;3276.7\n"));

        assertThat(readings.accepted()).hasSize(2);
        assertThat(readings.rejects())
                .extracting(Reject::line, Reject::expected, Reject::found)
                .containsExactly(
                        tuple(2L, "-90000 to 150000 m°C", "-127000.000"),
                        tuple(5L, "-90000 to 150000 m°C", "3276700.000"));
    }

    private Reading read(Layout layout, String text) throws IOException {
        FormatWorkbench bench = new FormatWorkbench(folder);
        Format format = bench.format(layout.format, layout.dataset, layout.options);
        return bench.readIntoStore(format, layout.dataset, bench.document(text));
    }
}
