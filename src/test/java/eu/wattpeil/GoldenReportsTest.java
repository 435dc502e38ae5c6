package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenReportsTest {

    private static final String PAGE =
            """
            <!DOCTYPE html><html><head><title>unseen</title></head><body>
            <ul class="beside"><li><a href="report.fr.html">Français</a></li></ul>
            <h2>Room</h2><p>Used %s &amp; no more.</p><p>inputs 5f0c1e9a77b2d340</p>
            <details><summary><h3>Energy</h3> <span>%s</span></summary>
            <svg class="chart" aria-label="Chart of %s"><text>9</text></svg>
            <table><tr><th>Month</th><td>%s</td></tr></table></details>
            <dl><dt>Source</dt><dd>meters</dd></dl></body></html>
            """;

    @TempDir Path reports;

    @Test
    void keepsTheNewestMonthWhole() throws IOException {
        publish("2026-09", "5 kWh");
        publish("2026-10", "7 kWh");

        assertThat(GoldenReports.texts(reports).get("2026-10.en.txt"))
                .isEqualTo(
                        """
                        ## Room
                        Used 7 kWh & no more.
                        inputs …
                        ### Energy
                        7 kWh
                          [Chart of 7 kWh]
                          Month | 7 kWh
                        Source: meters
                        """);
    }

    @Test
    void keepsOfAMonthBeforeItWhatIsDifferentAndCountsTheRest() throws IOException {
        publish("2026-09", "5 kWh");
        publish("2026-10", "7 kWh");
        Map<String, String> texts = GoldenReports.texts(reports);

        assertThat(texts.get("2026-09.en.txt"))
                .matches(
                        """
                        ## Room
                        Used 5 kWh & no more.
                        = 1
                        ### Energy
                        5 kWh
                          ~ 2 [0-9a-f]+
                        = 1
                        """);
        publish("2026-09", "6 kWh");
        assertThat(folded(GoldenReports.texts(reports))).isNotEqualTo(folded(texts));
    }

    @Test
    void isOfAFirstRunOnly() throws IOException {
        publish("2026-09", "5 kWh");
        Files.createDirectories(reports.resolve("2026-09/edition-2"));

        assertThatThrownBy(() -> GoldenReports.texts(reports))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        reports.resolve("2026-09") + " has a second edition, expected a first run");
    }

    private static String folded(Map<String, String> texts) {
        return texts.get("2026-09.en.txt")
                .lines()
                .filter(line -> line.startsWith("  ~"))
                .findFirst()
                .orElseThrow();
    }

    private void publish(String month, String value) throws IOException {
        Path edition = Files.createDirectories(reports.resolve(month).resolve("edition-1"));
        for (String language : new String[] {"en", "nl"}) {
            Files.writeString(
                    edition.resolve("report." + language + ".html"),
                    PAGE.formatted(value, value, value, value));
        }
    }
}
