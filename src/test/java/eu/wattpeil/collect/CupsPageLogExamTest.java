package eu.wattpeil.collect;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

final class CupsPageLogExamTest extends FormatExam {

    private static final int SECONDS = 86_400;

    private static final List<String> TIMES =
            IntStream.range(0, SECONDS)
                    .mapToObj(LocalTime::ofSecondOfDay)
                    .map(DateTimeFormatter.ofPattern("HH:mm:ss")::format)
                    .toList();

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "cups-page-log",
                "print_jobs",
                "",
                "",
                row ->
                        "mfp Kanarie"
                                + row % 1000
                                + ' '
                                + (row + 1)
                                + " ["
                                + (10 + row / SECONDS)
                                + "/Jan/2026:"
                                + TIMES.get(row % SECONDS)
                                + " +0100] total 2 Kanarie Kanarie Kanarie A4 one-sided",
                Set.of(' '));
    }
}
