package eu.wattpeil.collect;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

final class IpmiDcmiExamTest extends FormatExam {

    private static final LocalDateTime START = LocalDateTime.parse("2026-01-05T00:00:00");

    /** Two weeks, which end before the clock change of spring. */
    private static final int SECONDS = 14 * 86_400;

    private static final List<String> TIMES =
            IntStream.range(0, SECONDS)
                    .mapToObj(START::plusSeconds)
                    .map(
                            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT)
                                    ::format)
                    .toList();

    /** Each has several lines, or is XML. */
    @Override
    int many() {
        return 200_000;
    }

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "ipmi-dcmi",
                "meter_readings",
                "meter-key: srv",
                "",
                row ->
                        "Kanarie\nInstantaneous power reading: 167 Watts\nIPMI timestamp: "
                                + TIMES.get(row % SECONDS)
                                + "\nKanarie\nPower reading state is: activated",
                Set.of('\n', ':', ' '));
    }
}
