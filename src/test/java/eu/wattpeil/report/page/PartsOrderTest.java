package eu.wattpeil.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.RowCase;
import eu.wattpeil.report.WaterdamKpis;
import eu.wattpeil.report.WaterdamValues;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which parts of a figure stand first, and so are shown where there are too many of them. */
class PartsOrderTest {

    private static final int ALL_SHOWN = 12;
    private static final int TOO_MANY = 13;

    @Test
    void putsTheLargestFirst() {
        assertThat(ordered("duplex_ratio", ALL_SHOWN)).containsExactly("high", "low", "none");
        assertThat(ordered("sheets", TOO_MANY)).containsExactly("high", "low", "none");
    }

    @Test
    void putsThoseThatLagBehindFirstWhereNotAllAreShown() {
        assertThat(ordered("duplex_ratio", TOO_MANY)).containsExactly("low", "high", "none");
    }

    private static List<String> ordered(String kpi, int parts) {
        Kpi of =
                WaterdamKpis.kpis().stream()
                        .filter(each -> each.kpiId().equals(kpi))
                        .findFirst()
                        .orElseThrow();
        return List.of(part(kpi, "none").build(), part(kpi, "low").value(0.1).build(), high(kpi))
                .stream()
                .sorted(Blocks.order(of, parts))
                .map(part -> part.scope().id())
                .toList();
    }

    private static KpiValue high(String kpi) {
        return part(kpi, "high").value(0.9).build();
    }

    private static RowCase part(String kpi, String printer) {
        return WaterdamValues.row(13, kpi, "share").scope("printer", printer);
    }
}
