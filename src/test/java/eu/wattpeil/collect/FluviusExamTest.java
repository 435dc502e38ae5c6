package eu.wattpeil.collect;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

final class FluviusExamTest extends FormatExam {

    private static final LocalDateTime START = LocalDateTime.parse("2026-01-05T00:00:00");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd-MM-yyyy;HH:mm:ss");

    /** Until before the clock change of spring. */
    private static final int QUARTERS = 5000;

    private static final List<String> TIMES =
            IntStream.rangeClosed(0, QUARTERS)
                    .mapToObj(quarter -> TIME.format(START.plusMinutes(quarter * 15L)))
                    .toList();

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "fluvius",
                "meter_readings",
                "",
                "Van (datum);Van (tijdstip);Tot (datum);Tot (tijdstip);EAN-code;Meter;Metertype;"
                        + "Register;Volume;Eenheid;Validatiestatus;Omschrijving",
                FluviusExamTest::row,
                Set.of(';', '"'));
    }

    private static String row(int row) {
        return TIMES.get(row % QUARTERS)
                + ';'
                + TIMES.get(row % QUARTERS + 1)
                + ";=\"541499900000"
                + (100_000 + row / QUARTERS)
                + "\";Kanarie;Kanarie;Afname Actief;"
                + row % QUARTERS
                + ",25;kWh;Gevalideerd;Kanarie"
                + row % 20;
    }
}
