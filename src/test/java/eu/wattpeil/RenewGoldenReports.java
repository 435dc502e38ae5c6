package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Makes the texts of the golden reports anew from what a first run over the sample has published:
 * {@code mvn -q test -Dtest=RenewGoldenReports}, with {@code -Dreports=FOLDER} where that is not
 * the repository's own folder {@code reports}. No test: nothing runs it by itself.
 */
final class RenewGoldenReports {

    @Test
    void asTheReportsAreNow() {
        Path reports = Path.of(System.getProperty("reports", "reports"));

        GoldenReports.renew(reports);

        assertThat(GoldenReports.differences(reports)).isEmpty();
    }
}
