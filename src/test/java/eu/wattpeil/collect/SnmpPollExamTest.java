package eu.wattpeil.collect;

import java.time.Instant;
import java.util.Set;

final class SnmpPollExamTest extends FormatExam {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** Until before spring. */
    private static final int SECONDS = 5_000_000;

    @Override
    int many() {
        return 200_000;
    }

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "snmp-poll",
                "meter_readings",
                "",
                "",
                SnmpPollExamTest::row,
                Set.of('"', '{', '}', ':', ','));
    }

    private static String row(int row) {
        return "{\"at\":\""
                + START.plusSeconds(row % SECONDS)
                + "\",\"target\":\"pdu-"
                + row / SECONDS
                + "\",\"kind\":\"servertech-sentry3\",\"uptime\":"
                + row
                + ",\"name\":\"Kanarie\",\"values\":{\"total_power\":"
                + row % 3000
                + ",\"Kanarie\":\"Kanarie"
                + row % 20
                + "\"}}";
    }
}
