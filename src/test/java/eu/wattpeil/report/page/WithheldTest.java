package eu.wattpeil.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.HostileTown;
import eu.wattpeil.report.content.MonthlyReport;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WithheldTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noTextAndNoChartHoldsAnAmountThatIsWithheld(long seed) {
        MonthlyReport report = MonthlyReport.of(HostileTown.facts(seed), HostileTown.report());

        assertThat(digits(PageWriter.page(report, Locale.ENGLISH).toString()))
                .doesNotContain(HostileTown.SECRET);
        assertThat(digits(PageWriter.publicPage(report, Locale.ENGLISH).toString()))
                .doesNotContain(HostileTown.SECRET);
    }

    private static String digits(String text) {
        return text.replace("\u202f", "").replace("\u00a0", "").replace(".", "");
    }
}
