package eu.wattpeil.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollUpTest {

    private static final Kpi PUE = Models.header(Models.ratioHeader());
    private static final Kpi ENERGY = Models.header(Models.sumHeader());
    private static final Kpi COMPLETED = Models.header(Models.sumHeader() + "-- gap: scale\n");

    @Test
    void dividesTheSumsOfTheRoomsAndNeverTakesAMeanOfRatios() {
        KpiValue whole =
                whole(
                        PUE,
                        Values.room("a", "10000", "8000", 1),
                        Values.room("b", "9000", "4500", 1));

        assertThat(whole.numerator()).contains(new BigDecimal("19000"));
        assertThat(whole.denominator()).contains(new BigDecimal("12500"));
        assertThat(whole.value()).contains(1.52);
    }

    @Test
    void weightsTheCoverageOfARatioByItsDenominators() {
        KpiValue whole =
                whole(PUE, Values.room("a", "1200", "900", 1), Values.room("b", "150", "100", 0.6));

        assertThat(whole.coverage()).contains(0.96);
        assertThat(whole.value()).contains(1.35);
    }

    @Test
    void weightsTheCoverageOfASumByItsAmounts() {
        KpiValue whole =
                whole(ENERGY, Values.room("a", "900", null, 1), Values.room("b", "100", null, 0.6));

        assertThat(whole.coverage()).contains(0.96);
        assertThat(whole.value()).contains(1000.0);
    }

    @Test
    void completesTheWholeByAsMuchAsItsParts() {
        List<KpiValue> values =
                Values.values(
                        COMPLETED,
                        Values.MONTH,
                        Values.room("a", "960", null, 0.96),
                        Values.room("b", "1000", null, 1));

        assertThat(values)
                .extracting(it -> it.value().orElseThrow())
                .containsExactly(2000.0, 1000.0, 1000.0);
        KpiValue whole = Values.organisation(values);
        assertThat(whole.numerator()).contains(new BigDecimal("1960"));
        assertThat(whole.coverage()).contains(0.98);
        assertThat(whole.measuredShare()).contains(0.98);
    }

    @Test
    void knowsNoSumOfWhichAPartIsUnknown() {
        KpiValue whole =
                whole(ENERGY, Values.room("a", "900", null, 1), Values.room("b", null, null, 1));

        assertThat(whole.value()).isEmpty();
        assertThat(whole.numerator()).isEmpty();
        assertThat(whole.reason()).contains(Reason.PART_UNKNOWN);
    }

    @Test
    void takesAPartOfWhichNothingIsCoveredForUnknownRatherThanZero() {
        KpiValue whole =
                whole(ENERGY, Values.room("a", "900", null, 1), Values.room("b", "0", null, 0));

        assertThat(whole.reason()).contains(Reason.PART_UNKNOWN);
        assertThat(whole.coverage()).contains(0.5);
    }

    @Test
    void saysNoDataWhereThereIsNoRowAtAll() {
        KpiValue whole = whole(ENERGY);

        assertThat(whole.scope()).isEqualTo(Scope.ORGANISATION);
        assertThat(whole.value()).isEmpty();
        assertThat(whole.reason()).contains(Reason.NO_DATA);
    }

    @Test
    void takesTheLargestPartWhereTheHeaderSaysSo() {
        Kpi peak =
                Models.header(
                        Models.sumHeader().replace("-- over-scope: sum", "-- over-scope: max"));

        assertThat(
                        whole(peak, Values.room("a", "7", null, 1), Values.room("b", "9", null, 1))
                                .value())
                .contains(9.0);
    }

    @Test
    void takesTheLargestOfThePartsThatAreNotDividedByZero() {
        Kpi worst =
                Models.header(
                        Models.ratioHeader().replace("-- over-scope: ratio", "-- over-scope: max"));

        assertThat(
                        whole(
                                        worst,
                                        Values.room("a", "7", "0", 1),
                                        Values.room("b", "9", "6", 1),
                                        Values.room("c", "8", "6", 1))
                                .value())
                .contains(1.5);
        assertThat(whole(worst, Values.room("a", "7", "0", 1)).reason())
                .contains(Reason.DENOMINATOR_ZERO);
    }

    @Test
    void leavesTheOrganisationToTheModelThatGivesIt() {
        Kpi kpi =
                Models.header(
                        Models.sumHeader()
                                .replace("-- grain: room", "-- grain: room, organisation"));
        ScopeFigure given = Values.figure("organisation", "all", "5", null, 1);

        assertThat(whole(kpi, given, Values.room("a", "7", null, 1)).value()).contains(5.0);
        assertThat(whole(kpi, Values.room("a", "7", null, 1)).reason()).contains(Reason.NO_DATA);
    }

    private static KpiValue whole(Kpi kpi, ScopeFigure... figures) {
        return Values.organisation(Values.values(kpi, Values.MONTH, figures));
    }
}
