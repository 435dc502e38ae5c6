package eu.wattpeil.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.workspace.Headcount;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final Kpi SHEETS =
            Models.header(Models.sumHeader().replace("-- grain: room", "-- grain: department"));

    @Test
    void withholdsASmallDepartmentAndTheNextSmallestOne() {
        List<KpiValue> values = oneSmall().told();

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
                departments().with("archive", 6).with("library", 7).with("welfare", 90).told();

        assertThat(withheld(values)).containsExactly("archive", "library");
    }

    @Test
    void withholdsAThirdDepartmentWhereTwoAreStillTooFewPeople() {
        List<KpiValue> values =
                departments()
                        .with("archive", 3)
                        .with("library", 4)
                        .with("welfare", 90)
                        .with("works", 50)
                        .told();

        assertThat(withheld(values)).containsExactly("archive", "library", "works");
    }

    @Test
    void withholdsTheNextSmallestOneBeforeTheTotalIsKnownToo() {
        ScopeFigure unknown = Values.figure("department", "works", null, null, 1);
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
        List<KpiValue> values = oneSmall().told();

        assertThat(values)
                .filteredOn(KpiValue::isWithheld)
                .extracting(KpiValue::department, it -> it.reason().orElseThrow())
                .containsExactly(
                        tuple("archive", Reason.FEWER_THAN_MINIMUM_PEOPLE),
                        tuple("library", Reason.PROTECTS_SMALLER_DEPARTMENT));
    }

    @Test
    void tellsNothingOfHowMuchIsKnownOfThem() {
        List<KpiValue> values = oneSmall().told();

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
        List<KpiValue> first = fourWithLibraryOf(24).told();

        List<KpiValue> second = fourWithLibraryOf(40).toldAfter(first);

        assertThat(withheld(second))
                .isEqualTo(withheld(first))
                .containsExactly("archive", "library");
    }

    @Test
    void showsTheLargeOnesOnceTheirSizeIsKnown() {
        List<KpiValue> first =
                departments()
                        .withUnknownSize("archive")
                        .withUnknownSize("library")
                        .withUnknownSize("welfare")
                        .told();
        assertThat(withheld(first)).containsExactly("archive", "library", "welfare");

        List<KpiValue> second = oneSmall().toldAfter(first);

        assertThat(withheld(second)).containsExactly("archive", "library");
    }

    @Test
    void withholdsADepartmentOfUnknownSize() {
        List<KpiValue> values =
                departments()
                        .withUnknownSize("archive")
                        .with("library", 14)
                        .with("welfare", 90)
                        .told();

        assertThat(withheld(values)).containsExactly("archive", "library");
    }

    @Test
    void withholdsATotalBehindWhichAreFewPeopleOnly() {
        List<KpiValue> values = departments().with("archive", 6).told();

        assertThat(Values.organisation(values).isWithheld()).isTrue();
    }

    @Test
    void showsEverythingWhereAllAreLargeEnough() {
        Departments large = departments().with("library", 10).with("welfare", 90);

        assertThat(large.told()).isEqualTo(large.known());
    }

    /** The departments of a month, each with so many people, and 1, 2, 3 … sheets. */
    private static final class Departments {

        private final List<String> names = new ArrayList<>();
        private final List<Headcount> headcounts = new ArrayList<>();

        Departments with(String name, int people) {
            headcounts.add(Values.people(name, people));
            return withUnknownSize(name);
        }

        Departments withUnknownSize(String name) {
            names.add(name);
            return this;
        }

        /** Everything that is known of them. */
        List<KpiValue> known() {
            return values(names.toArray(String[]::new));
        }

        /** What may be told of them. */
        List<KpiValue> told() {
            return apply(known(), headcounts.toArray(Headcount[]::new));
        }

        /** What may be told of them after an edition that told something already. */
        List<KpiValue> toldAfter(List<KpiValue> edition) {
            return apply(known(), List.of(edition), headcounts.toArray(Headcount[]::new));
        }
    }

    private static Departments oneSmall() {
        return departments().with("archive", 6).with("library", 14).with("welfare", 90);
    }

    private static Departments fourWithLibraryOf(int people) {
        return departments()
                .with("archive", 6)
                .with("library", people)
                .with("welfare", 30)
                .with("works", 90);
    }

    private static Departments departments() {
        return new Departments();
    }

    /** Each department with 1, 2, 3 … sheets. */
    private static List<KpiValue> values(String... departments) {
        ScopeFigure[] figures = new ScopeFigure[departments.length];
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
