package eu.wattpeil;

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
        GoldenReports.renew(Path.of(System.getProperty("reports", "reports")));
    }
}
