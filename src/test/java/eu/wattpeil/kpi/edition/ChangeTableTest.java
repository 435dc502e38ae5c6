package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.wattpeil.kpi.change.Against;
import eu.wattpeil.kpi.change.Cause;
import eu.wattpeil.kpi.change.Change;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTableTest {

    @Test
    void hasARowOfTheWeatherWithoutAnAmountWhereThatIsNotTold() {
        Change change =
                new Change(
                        YearMonth.of(2026, 7),
                        new Series("cooling_energy", new Scope("room", "hall"), Period.MONTH),
                        Against.MONTH_BEFORE,
                        Optional.of(new BigDecimal("10")),
                        Optional.of(new BigDecimal("12")),
                        "kWh",
                        Map.of(Cause.EFFICIENCY, new BigDecimal("2")),
                        Optional.empty(),
                        Optional.of("weather_unknown"));

        assertThat(ChangeTable.of(List.of(change)).rows())
                .extracting(row -> row.get(5), row -> row.get(8), row -> row.get(10))
                .containsExactly(
                        tuple("efficiency", new BigDecimal("2.000000"), Optional.empty()),
                        tuple("weather", Optional.empty(), "weather_unknown"));
    }
}
