package eu.wattpeil.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Models;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuationTest {

    private static final Kpi PUE = Models.header(Models.ratioHeader());
    private static final Kpi ENERGY = Models.header(Models.sumHeader());

    @Test
    void givesNoValueWhereAPueIsNotAboveOne() {
        KpiValue value = value(PUE, Values.room("a", "79", "80", 1));

        assertThat(value.value()).isEmpty();
        assertThat(value.reason()).isEqualTo("implausible");
        assertThat(value(PUE, Values.room("a", "80", "80", 1)).reason()).isEqualTo("implausible");
        assertThat(value(PUE, Values.room("a", "81", "80", 1)).value()).contains(1.0125);
    }

    @Test
    void givesNoValueWhereTheDivisorIsZero() {
        assertThat(value(PUE, Values.room("a", "79", "0", 1)).reason())
                .isEqualTo("denominator_zero");
    }

    @Test
    void saysWhichSideOfARatioIsUnknown() {
        assertThat(value(PUE, Values.room("a", null, "80", 1)).reason())
                .isEqualTo("numerator_unknown");
        assertThat(value(PUE, Values.room("a", "80", null, 1)).reason())
                .isEqualTo("denominator_unknown");
        assertThat(value(PUE, Values.room("a", null, null, 1)).reason()).isEqualTo("no_data");
    }

    @Test
    void keepsAZeroThatWasMeasured() {
        KpiValue value = value(ENERGY, Values.room("a", "0", null, 1));

        assertThat(value.value()).contains(0.0);
        assertThat(value.reason()).isEmpty();
    }

    @Test
    void givesNoValueBelowTheMinimumCoverage() {
        assertThat(value(ENERGY, Values.room("a", "10", null, 0.95)).value()).contains(10.0);
        assertThat(value(ENERGY, Values.room("a", "10", null, 0.949)).reason())
                .isEqualTo("coverage_below_minimum");
    }

    @Test
    void saysOfAYearThatItIsIncompleteAndNotThatItIsBadlyMeasured() {
        Kpi annual = Models.header(Models.sumHeader().replace("over-time: sum", "over-time: year"));

        assertThat(value(annual, Values.room("a", null, null, 0)).reason())
                .isEqualTo("period_incomplete");
        assertThat(value(annual, Values.room("a", "10", null, 0.083)).reason())
                .isEqualTo("period_incomplete");
        assertThat(value(annual, Figure.nothing()).reason()).isEqualTo("no_data");
    }

    @Test
    void saysOfDevicesWithoutATypicalEnergyThatTheyLackAFactor() {
        Kpi modelled = Models.header(Models.sumHeader() + "-- factors: device_energy\n");

        assertThat(value(modelled, Values.figure("category", "network", null, null, 0)).reason())
                .isEqualTo("factor_missing");
    }

    @Test
    void asksOfAKpiItsOwnMinimumCoverage() {
        Kpi lenient = Models.header(Models.sumHeader() + "-- minimum-coverage: 0.5\n");

        assertThat(value(lenient, Values.room("a", "10", null, 0.5)).value()).contains(10.0);
        assertThat(value(lenient, Values.room("a", "10", null, 0.4)).value()).isEmpty();
    }

    @Test
    void countsWhatItPutIntoAGapAsNotMeasured() {
        Kpi completed = Models.header(Models.sumHeader() + "-- gap: scale\n");

        KpiValue value = value(completed, Values.room("a", "96", null, 0.96));

        assertThat(value.value()).contains(100.0);
        assertThat(value.measuredShare()).contains(0.96);
    }

    @Test
    void roundsToNineDecimals() {
        assertThat(value(PUE, Values.room("a", "5", "3", 1)).value()).contains(1.666666667);
    }

    @Test
    void givesNoValueWithoutAFactor() {
        UsedFactors missing = new UsedFactors(List.of(), false, false);

        KpiValue value =
                new Valuation(ENERGY, Values.MONTH, missing, 0.95)
                        .value(Values.room("a", "10", null, 1));

        assertThat(value.value()).isEmpty();
        assertThat(value.reason()).isEqualTo("factor_missing");
    }

    private static KpiValue value(Kpi kpi, Figure figure) {
        return new Valuation(kpi, Values.MONTH, Values.NO_FACTORS, 0.95).value(figure);
    }
}
