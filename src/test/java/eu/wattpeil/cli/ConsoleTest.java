package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.cli.Console.Attention;
import eu.wattpeil.cli.Console.LogFormat;
import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.RunTotals;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final StringWriter results = new StringWriter();
    private final StringWriter progress = new StringWriter();

    @Test
    void writesResultsAndNotesToStreamsOfTheirOwn() {
        Console console = console(Attention.NOTES, LogFormat.TEXT);

        console.result("done");
        console.note("reading");

        assertThat(results.toString().lines()).containsExactly("done");
        assertThat(progress.toString().lines()).containsExactly("reading");
    }

    @Test
    void saysWhatFailedEvenWhenQuiet() {
        Console console = console(Attention.QUIET, LogFormat.TEXT);

        console.note("reading");
        console.bar("collect", 0.5);
        console.failure("no space");

        assertThat(progress.toString().lines()).containsExactly("no space");
    }

    @Test
    void drawsABarOverItselfAndRemovesItBeforeALine() {
        Console console = console(Attention.BAR, LogFormat.TEXT);

        console.bar("collect ups", 0.5);
        console.note("reading");

        assertThat(progress.toString())
                .isEqualTo(
                        "\r████████████░░░░░░░░░░░░ 50 % collect ups\u001b[K"
                                + "\r\u001b[K"
                                + "reading"
                                + System.lineSeparator());
    }

    @Test
    void writesAnObjectPerLineForOtherPrograms() {
        Console console = console(Attention.NOTES, LogFormat.JSON);

        console.note("  a \"quoted\" name");
        console.failure("first\nsecond");

        assertThat(progress.toString().lines())
                .containsExactly(
                        "{\"level\":\"info\",\"message\":\"a \\\"quoted\\\" name\"}",
                        "{\"level\":\"error\",\"message\":\"first\\nsecond\"}");
    }

    @Test
    void closesARunWithWhatItDidAndHowLongItTook() {
        Console console = console(Attention.NOTES, LogFormat.TEXT);
        RunTotals totals =
                new RunTotals(
                        3,
                        1440,
                        0,
                        1,
                        2,
                        0,
                        Duration.ofMillis(1240),
                        Duration.ofSeconds(61),
                        Duration.ZERO,
                        Duration.ZERO);

        console.on(new RunEvent.Ended(Outcome.DONE, totals));

        assertThat(results.toString().lines())
                .containsExactly(
                        "this run: 3 documents in 1.2 s, 1 month in 61.0 s, 2 reports in 0.0 s");
    }

    private Console console(Attention attention, LogFormat format) {
        return new Console(
                new PrintWriter(results, true), new PrintWriter(progress, true), attention, format);
    }
}
