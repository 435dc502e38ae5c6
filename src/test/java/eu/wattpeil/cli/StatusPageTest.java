package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.query.RejectFacts;
import eu.wattpeil.kpi.query.UnkeptRejects;
import eu.wattpeil.operate.DueMonths;
import eu.wattpeil.operate.MeterQuestions;
import eu.wattpeil.operate.StatusFacts;
import eu.wattpeil.operate.StatusFacts.SourceStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusPageTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final Instant AT = Instant.parse("2026-10-31T22:45:00Z");
    private static final String LONG = "main-building-ups-of-the-server-room-second-floor";

    @Test
    void givesALongNameALineOfItsOwnAndKeepsTheColumns() {
        assertThat(page(List.of(), List.of(), source("ups", 0), source(LONG, 0)))
                .startsWith(
                        """
                        Sources
                          name              documents        records   rejects  waiting  last reading
                          ups                       1          2,980         0        0  2026-10-31 23:45
                          main-building-ups-of-the-server-room-second-floor
                                                    1          2,980         0        0  2026-10-31 23:45
                        """);
    }

    @Test
    void saysHowManyRejectsAreCountedOnly() {
        RejectFacts kept =
                new RejectFacts(
                        "ups",
                        "unreadable_value",
                        1000,
                        List.of(new RejectFacts.Example("inbox/a.csv", 2, "kWh", "a number", "x")));

        assertThat(
                        page(
                                List.of(kept),
                                List.of(new UnkeptRejects("ups", 1359)),
                                source("ups", 2359)))
                .endsWith(
                        """
                        Rejects
                          ups  unreadable_value  1,000 rows; first: inbox/a.csv:2, expected a number
                          ups  1,359 rows more, which are counted only: of a document the first 1,000 are kept
                        """);
    }

    private static SourceStatus source(String name, long rejects) {
        return new SourceStatus(
                name, 1, 2980, rejects, 0, Optional.of(AT), Optional.empty(), List.of(), 0);
    }

    private static String page(
            List<RejectFacts> rejects, List<UnkeptRejects> unkept, SourceStatus... sources) {
        StringWriter out = new StringWriter();
        StatusFacts facts =
                new StatusFacts(
                        ZONE,
                        List.of(sources),
                        new DueMonths(List.of(), List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        rejects,
                        unkept,
                        new MeterQuestions(List.of(), List.of(), ZONE),
                        List.of(),
                        List.of());
        new StatusPage(facts, new PrintWriter(out, true)).print();
        return out.toString();
    }
}
