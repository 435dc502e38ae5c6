package eu.wattpeil.collect;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Days with one value each, so that each gives one record. */
final class Nem12ExamTest extends FormatExam {

    private static final LocalDate START = LocalDate.parse("2026-01-05");
    private static final int DAYS = 60;
    private static final int INTERVALS = 48;

    /** Each has the fields of a day. */
    @Override
    int many() {
        return 200_000;
    }

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "nem12",
                "meter_readings",
                "",
                "200,6123456789,E1,Kanarie,E1,Kanarie,Kanarie,kWh,30,Kanarie",
                Nem12ExamTest::row,
                Set.of(','));
    }

    private static String row(int row) {
        int interval = row / DAYS % INTERVALS;
        return "300,"
                + START.plusDays(row % DAYS).format(DateTimeFormatter.BASIC_ISO_DATE)
                + ",".repeat(interval + 1)
                + "0.25"
                + ",".repeat(INTERVALS - interval)
                + "A,76,Kanarie,20260201120000,";
    }
}
