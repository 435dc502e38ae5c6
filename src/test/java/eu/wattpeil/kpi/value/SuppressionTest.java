package eu.wattpeil.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.workspace.Headcount;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final Kpi SHEETS =
            Models.header(Models.sumHeader().replace("-- grain: room", "-- grain: department"));

    @Test
    void withholdsASmallDepartmentAndTheNextSmallestOne() {
        List<KpiValue> values =
                apply(
                        values("archive", "library", "welfare"),
                        Values.people("archive", 6),
                        Values.people("library", 14),
                        Values.people("welfare", 90));

        assertThat(withheld(values)).containsExactly("archive", "library");
        assertThat(values)
                .filteredOn(KpiValue::isWithheld)
                .allSatisfy(
                        it -> {
                            assertThat(it.value()).isEmpty();
                            assertThat(it.numerator()).isEmpty();
                            assertThat(it.denominator()).isEmpty();
                        });
        assertThat(Values.organisation(values).value()).contains(6.0);
    }

    @Test
    void withholdsNothingMoreWhereEnoughPeopleStandBehindTheDifference() {
        List<KpiValue> values =
                apply(
                        values("archive", "library", "welfare"),
                        Values.people("archive", 6),
                        Values.people("library", 7),
                        Values.people("welfare", 90));

        assertThat(withheld(values)).containsExactly("archive", "library");
    }

    @Test
    void withholdsAThirdDepartmentWhereTwoAreStillTooFewPeople() {
        List<KpiValue> values =
                apply(
                        values("archive", "library", "welfare", "works"),
                        Values.people("archive", 3),
                        Values.people("library", 4),
                        Values.people("welfare", 90),
                        Values.people("works", 50));

        assertThat(withheld(values)).containsExactly("archive", "library", "works");
    }

    @Test
    void withholdsTheNextSmallestOneBeforeTheTotalIsKnownToo() {
        Figure unknown = Values.figure("department", "works", null, null, 1);
        List<KpiValue> values =
                Values.values(
                        SHEETS,
                        Values.MONTH,
                        unknown,
                        Values.figure("department", "archive", "1", null, 1),
                        Values.figure("department", "library", "2", null, 1));

        assertThat(
                        withheld(
                                apply(
                                        values,
                                        Values.people("archive", 6),
                                        Values.people("library", 14),
                                        Values.people("works", 50))))
                .containsExactly("archive", "library");
    }

    @Test
    void saysOfALargeOneThatItProtectsASmallerOne() {
        List<KpiValue> values =
                apply(
                        values("archive", "library", "welfare"),
                        Values.people("archive", 6),
                        Values.people("library", 14),
                        Values.people("welfare", 90));

        assertThat(values)
                .filteredOn(KpiValue::isWithheld)
                .extracting(KpiValue::department, it -> it.reason().orElseThrow())
                .containsExactly(
                        tuple("archive", Reason.FEWER_THAN_MINIMUM_PEOPLE),
                        tuple("library", Reason.PROTECTS_SMALLER_DEPARTMENT));
    }

    @Test
    void tellsNothingOfHowMuchIsKnownOfThem() {
        List<KpiValue> values =
                apply(
                        values("archive", "library", "welfare"),
                        Values.people("archive", 6),
                        Values.people("library", 14),
                        Values.people("welfare", 90));

        assertThat(values)
                .filteredOn(KpiValue::isWithheld)
                .allSatisfy(
                        it -> {
                            assertThat(it.coverage()).isEmpty();
                            assertThat(it.measuredShare()).isEmpty();
                        });
    }

    @Test
    void keepsWithholdingTheOneThatEarlierEditionsWithheld() {
        Headcount archive = Values.people("archive", 6);
        Headcount welfare = Values.people("welfare", 30);
        Headcount works = Values.people("works", 90);
        List<KpiValue> all = values("archive", "library", "welfare", "works");
        List<KpiValue> first = apply(all, archive, Values.people("library", 24), welfare, works);

        List<KpiValue> second =
                apply(all, List.of(first), archive, Values.people("library", 40), welfare, works);

        assertThat(withheld(second))
                .isEqualTo(withheld(first))
                .containsExactly("archive", "library");
    }

    @Test
    void showsTheLargeOnesOnceTheirSizeIsKnown() {
        List<KpiValue> all = values("archive", "library", "welfare");
        List<KpiValue> first = apply(all);
        assertThat(withheld(first)).containsExactly("archive", "library", "welfare");

        List<KpiValue> second =
                apply(
                        all,
                        List.of(first),
                        Values.people("archive", 6),
                        Values.people("library", 14),
                        Values.people("welfare", 90));

        assertThat(withheld(second)).containsExactly("archive", "library");
    }

    @Test
    void withholdsADepartmentOfUnknownSize() {
        List<KpiValue> values =
                apply(
                        values("archive", "library", "welfare"),
                        Values.people("library", 14),
                        Values.people("welfare", 90));

        assertThat(withheld(values)).containsExactly("archive", "library");
    }

    @Test
    void withholdsATotalBehindWhichAreFewPeopleOnly() {
        List<KpiValue> values = apply(values("archive"), Values.people("archive", 6));

        assertThat(Values.organisation(values).isWithheld()).isTrue();
    }

    @Test
    void showsEverythingWhereAllAreLargeEnough() {
        List<KpiValue> values = values("library", "welfare");

        assertThat(apply(values, Values.people("library", 10), Values.people("welfare", 90)))
                .isEqualTo(values);
    }

    /** Each department with 1, 2, 3 … sheets. */
    private static List<KpiValue> values(String... departments) {
        Figure[] figures = new Figure[departments.length];
        for (int i = 0; i < departments.length; i++) {
            figures[i] = Values.figure("department", departments[i], "" + (i + 1), null, 1);
        }
        return Values.values(SHEETS, Values.MONTH, figures);
    }

    private static List<KpiValue> apply(List<KpiValue> values, Headcount... headcounts) {
        return apply(values, List.of(), headcounts);
    }

    private static List<KpiValue> apply(
            List<KpiValue> values, List<List<KpiValue>> editions, Headcount... headcounts) {
        return Suppression.of(10, List.of(headcounts), Values.MONTH, values, editions)
                .apply(SHEETS, values);
    }

    private static List<String> withheld(List<KpiValue> values) {
        return values.stream()
                .filter(KpiValue::isWithheld)
                .map(KpiValue::department)
                .sorted()
                .toList();
    }
}
