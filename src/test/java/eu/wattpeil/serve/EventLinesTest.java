package eu.wattpeil.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.query.MeterFacts.Conflict;
import eu.wattpeil.operate.MeterQuestions;
import eu.wattpeil.operate.MeterRow;
import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.RunTotals;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLinesTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 9);

    private static final List<RunEvent> ONE_OF_EACH =
            List.of(
                    new RunEvent.Progressed("collect ups", 0.25),
                    new RunEvent.Collected(
                            "ups",
                            3,
                            9_000_000_000L,
                            4_000,
                            2,
                            Duration.ofMillis(1500),
                            List.of("a.csv:7: \u20ac \"x\"")),
                    new RunEvent.Unsettled("ups", List.of("inbox/a.csv")),
                    new RunEvent.Absent("ups", "inbox/ups"),
                    new RunEvent.LeftOut("ups", 2),
                    new RunEvent.Removed("print_jobs", MONTH),
                    new RunEvent.KeyChanged(3, 1),
                    new RunEvent.Closed(MONTH, "print_jobs", 2),
                    new RunEvent.Asked(
                            new MeterQuestions(
                                    List.of(
                                            new MeterRow(
                                                    "m1",
                                                    "M 1",
                                                    List.of("electricity counter"),
                                                    List.of("ups"),
                                                    5,
                                                    Optional.of(new BigDecimal("999999.9")),
                                                    LocalDate.of(2026, 9, 1),
                                                    LocalDate.of(2026, 9, 2))),
                                    List.of(
                                            new Conflict(
                                                    "M1",
                                                    "electricity",
                                                    "counter",
                                                    "a",
                                                    "b",
                                                    4,
                                                    Instant.EPOCH,
                                                    Instant.parse("2026-09-01T00:00:00.25Z"))),
                                    ZoneId.of("Europe/Brussels"))),
                    new RunEvent.LeftAlone(List.of(MONTH)),
                    new RunEvent.Computed(MONTH),
                    new RunEvent.HeldBack(MONTH),
                    new RunEvent.Published(MONTH, 2, "monthly", Path.of("/town/reports/é")),
                    new RunEvent.Indexed(Path.of("/town/reports/index.html")),
                    new RunEvent.Delivered("management", MONTH, 1, "2 mails"),
                    new RunEvent.Shared("b (process 7)", 4),
                    new RunEvent.Helped("a (process 3)", 4, 9_000_000_000L),
                    new RunEvent.NotHelped("a cannot be helped"),
                    new RunEvent.Failed("first line\nsecond line"),
                    new RunEvent.Ended(
                            Outcome.FAILED,
                            new RunTotals(
                                    1,
                                    2,
                                    3,
                                    4,
                                    5,
                                    6,
                                    Duration.ofMillis(1_234),
                                    Duration.ZERO,
                                    Duration.ofDays(2),
                                    Duration.ofNanos(7))));

    @Test
    void areReadAsTheyWereWritten() throws BusyException {
        for (RunEvent event : ONE_OF_EACH) {
            String line = EventLines.of(event);

            assertThat(line).doesNotContain("\n");
            assertThat(EventLines.read(line)).contains(event);
        }
    }

    @Test
    void areThereForEveryKindOfEvent() {
        assertThat(ONE_OF_EACH)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(RunEvent.class.getPermittedSubclasses());
    }

    @Test
    void tellThatTheWorkspaceIsInUse() {
        assertThatThrownBy(() -> EventLines.read(EventLines.ofBusy("in use by process 7")))
                .isInstanceOf(BusyException.class)
                .hasMessage("in use by process 7");
    }

    @Test
    void areToldFromOtherLines() throws BusyException {
        for (String line :
                List.of("", "OpenJDK warning", "{}", "[1]", "{\"event\":\"New\"}", "7")) {
            assertThat(EventLines.read(line)).as(line).isEmpty();
        }
    }
}
