package eu.wattpeil.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Models;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValuationTest {

    private static final Kpi PUE = Models.header(Models.ratioHeader());
    private static final Kpi ENERGY = Models.header(Models.sumHeader());

    @Test
    void givesNoValueWhereAPueIsNotAboveOne() {
        KpiValue value = value(PUE, Values.room("a", "79", "80", 1));

        assertThat(value.value()).isEmpty();
        assertThat(value.reason()).contains(Reason.IMPLAUSIBLE);
        assertThat(value(PUE, Values.room("a", "80", "80", 1)).reason())
                .contains(Reason.IMPLAUSIBLE);
        assertThat(value(PUE, Values.room("a", "81", "80", 1)).value()).contains(1.0125);
    }

    @Test
    void givesNoValueWhereTheDivisorIsZero() {
        assertThat(value(PUE, Values.room("a", "79", "0", 1)).reason())
                .contains(Reason.DENOMINATOR_ZERO);
    }

    @Test
    void saysWhichSideOfARatioIsUnknown() {
        assertThat(value(PUE, Values.room("a", null, "80", 1)).reason())
                .contains(Reason.NUMERATOR_UNKNOWN);
        assertThat(value(PUE, Values.room("a", "80", null, 1)).reason())
                .contains(Reason.DENOMINATOR_UNKNOWN);
        assertThat(value(PUE, Values.room("a", null, null, 1)).reason()).contains(Reason.NO_DATA);
    }

    @Test
    void saysThatAModelIsNotAcceptedWhereEnoughIsKnownForOne() {
        Kpi saving = Models.header(Models.sumHeader() + "-- refusal: model_not_accepted\n");

        assertThat(value(saving, Values.room("a", null, null, 0.95)).reason())
                .contains(Reason.MODEL_NOT_ACCEPTED);
        assertThat(value(saving, Values.room("a", null, null, 0.94)).reason())
                .contains(Reason.COVERAGE_BELOW_MINIMUM);
        assertThat(value(saving, Values.room("a", null, null, 0)).reason())
                .contains(Reason.COVERAGE_BELOW_MINIMUM);
        assertThat(value(saving, ScopeFigure.nothing()).reason()).contains(Reason.NO_DATA);
        assertThat(value(saving, Values.room("a", "10", null, 1)).value()).contains(10.0);
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
                .contains(Reason.COVERAGE_BELOW_MINIMUM);
    }

    @Test
    void saysOfAYearThatItIsIncompleteAndNotThatItIsBadlyMeasured() {
        Kpi annual = Models.header(Models.sumHeader().replace("over-time: sum", "over-time: year"));

        assertThat(value(annual, Values.room("a", null, null, 0)).reason())
                .contains(Reason.PERIOD_INCOMPLETE);
        assertThat(value(annual, Values.room("a", "10", null, 0.083)).reason())
                .contains(Reason.PERIOD_INCOMPLETE);
        assertThat(value(annual, ScopeFigure.nothing()).reason()).contains(Reason.NO_DATA);
    }

    @Test
    void saysOfDevicesWithoutATypicalEnergyThatTheyLackAFactor() {
        Kpi modelled = Models.header(Models.sumHeader() + "-- factors: device_energy\n");

        assertThat(value(modelled, Values.figure("category", "network", null, null, 0)).reason())
                .contains(Reason.FACTOR_MISSING);
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
        UsedFactors missing =
                new UsedFactors(
                        FactorUse.NONE, Optional.of(Reason.FACTOR_MISSING), Optional.empty());

        KpiValue value =
                new Valuation(ENERGY, Values.MONTH, missing, 0.95)
                        .value(Values.room("a", "10", null, 1));

        assertThat(value.value()).isEmpty();
        assertThat(value.reason()).contains(Reason.FACTOR_MISSING);
    }

    @Test
    void saysThatAFactorDoesNotExistWhereModelsFoundNone() {
        UsedFactors none =
                new UsedFactors(
                        FactorUse.NONE,
                        Optional.empty(),
                        Optional.of(Reason.FACTOR_NOT_APPLICABLE));
        Valuation valuation = new Valuation(ENERGY, Values.MONTH, none, 0.95);

        assertThat(valuation.value(Values.room("a", null, null, 1)).reason())
                .contains(Reason.FACTOR_NOT_APPLICABLE);
        assertThat(valuation.value(Values.room("a", null, null, 0)).reason())
                .contains(Reason.NO_DATA);
        assertThat(valuation.value(Values.room("a", "10", null, 1)).value()).contains(10.0);
    }

    private static KpiValue value(Kpi kpi, ScopeFigure figure) {
        return new Valuation(kpi, Values.MONTH, Values.NO_FACTORS, 0.95).value(figure);
    }
}
