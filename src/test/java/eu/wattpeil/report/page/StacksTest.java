package eu.wattpeil.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Report;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StacksTest {

    @Test
    void showsPartsOfOneWholeWithTheirSharesAndEveryMonthInATable() {
        ReportPage.Stack stack = section("it_energy", "dc_energy_total").stack().orElseThrow();

        assertThat(stack.chart().description())
                .startsWith("Stacked chart, ")
                .contains("In October 2026: IT equipment energy 40")
                .contains("Total server-room energy 60");
        assertThat(stack.table().columns()).hasSize(3);
        assertThat(stack.table().rows()).hasSameSizeAs(stack.chart().months());
        assertThat(stack.chart().months())
                .anyMatch(month -> month.values().isEmpty())
                .last()
                .matches(month -> month.values().orElseThrow().size() == 2);
    }

    @Test
    void isLeftOutWhereTheSectionNamesNone() {
        assertThat(section().stack()).isEmpty();
    }

    private static ReportPage.Section section(String... stack) {
        Place place = new Place("jobs/reports/monthly.yaml", 1);
        Report.Section section =
                new Report.Section(
                        "room",
                        Map.of(),
                        List.of("dc_energy_total", "it_energy"),
                        List.of(stack),
                        List.of(),
                        place);
        Report report = new Report("monthly", List.of(), place, List.of(section), place);
        return PageWriter.page(MonthlyReport.of(Waterdam.facts(), report), Locale.ENGLISH)
                .sections()
                .get(0);
    }
}
