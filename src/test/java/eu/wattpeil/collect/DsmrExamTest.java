package eu.wattpeil.collect;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

final class DsmrExamTest extends FormatExam {

    private static final LocalDateTime START = LocalDateTime.parse("2026-01-05T00:00:00");

    /** Two weeks, which end before the clock change of spring. */
    private static final int SECONDS = 14 * 86_400;

    private static final List<String> TIMES =
            IntStream.range(0, SECONDS)
                    .mapToObj(START::plusSeconds)
                    .map(DateTimeFormatter.ofPattern("yyMMddHHmmss")::format)
                    .toList();

    /** Each has several lines, or is XML. */
    @Override
    int many() {
        return 200_000;
    }

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "dsmr",
                "meter_readings",
                "",
                "",
                DsmrExamTest::telegram,
                Set.of('\n', '/', '!', '(', ')'));
    }

    /** Without a checksum, as of DSMR 3. */
    private static String telegram(int row) {
        return "/KAN5Kanarie\n\n0-0:1.0.0("
                + TIMES.get(row % SECONDS)
                + "W)\n0-0:96.1.1(4531)\n1-0:1.8.1(000001.000*kWh)\n1-0:1.8.2("
                + (100_000 + row / 10 % 100_000)
                + ".000*kWh)\n0-0:96.13.0(Kanarie)\n!";
    }
}
