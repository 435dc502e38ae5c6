package eu.wattpeil.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.workspace.Period;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RollingYearTest {

    private static final Kpi PUE = Models.header(Models.ratioHeader());
    private static final Kpi ENERGY = Models.header(Models.sumHeader());
    private static final YearMonth FIRST = Values.MONTH.minusMonths(11);

    @Test
    void dividesTheSumsOfTheMonths() {
        List<KpiValue> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ScopeFigure winter = Values.room("a", "10000", "8000", 1);
            ScopeFigure summer = Values.room("a", "9000", "4500", 1);
            months.addAll(Values.values(PUE, FIRST.plusMonths(i), i % 2 == 0 ? winter : summer));
        }

        KpiValue year = year(PUE, months);

        assertThat(year.period()).isEqualTo(Period.ROLLING_YEAR);
        assertThat(year.month()).isEqualTo(Values.MONTH);
        assertThat(year.value()).contains(1.52);
        assertThat(year.numerator()).contains(new BigDecimal("114000"));
        assertThat(year.denominator()).contains(new BigDecimal("75000"));
    }

    @Test
    void givesTheMeanMonthOfLevels() {
        Kpi perHead =
                Models.header(Models.ratioHeader().replace("over-time: ratio", "over-time: mean"));
        List<KpiValue> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ScopeFigure early = Values.room("a", "3000", "40", 1);
            ScopeFigure late = Values.room("a", "3600", "50", 1);
            months.addAll(Values.values(perHead, FIRST.plusMonths(i), i < 6 ? early : late));
        }

        KpiValue year = year(perHead, months);

        assertThat(year.value()).contains(73.333333333);
        assertThat(year.numerator().orElseThrow()).isEqualByComparingTo("3300");
        assertThat(year.denominator().orElseThrow()).isEqualByComparingTo("45");
    }

    @Test
    void addsUpTheMonths() {
        assertThat(year(ENERGY, months(ENERGY, FIRST, 12)).value()).contains(78.0);
    }

    @Test
    void isIncompleteWithAMonthMissing() {
        KpiValue year = year(ENERGY, months(ENERGY, FIRST.plusMonths(3), 9));

        assertThat(year.value()).isEmpty();
        assertThat(year.numerator()).isEmpty();
        assertThat(year.reason()).contains(Reason.PERIOD_INCOMPLETE);
        assertThat(year.coverage()).contains(0.75);
    }

    @Test
    void isIncompleteWithAMonthThatIsNotKnownEnough() {
        List<KpiValue> months = months(ENERGY, FIRST, 11);
        months.addAll(Values.values(ENERGY, Values.MONTH, Values.room("a", "12", null, 0.5)));

        KpiValue year = year(ENERGY, months);

        assertThat(year.reason()).contains(Reason.PERIOD_INCOMPLETE);
        assertThat(year.coverage()).contains(0.916666667);
    }

    @Test
    void looksAtTwelveMonthsAndNoFurther() {
        List<KpiValue> months = months(ENERGY, FIRST.minusMonths(2), 14);

        assertThat(year(ENERGY, months).value()).contains(102.0);
    }

    @Test
    void takesTheLastMonthOrTheLargestWhereTheHeaderSaysSo() {
        Kpi last = Models.header(Models.sumHeader().replace("over-time: sum", "over-time: last"));
        Kpi max = Models.header(Models.sumHeader().replace("over-time: sum", "over-time: max"));
        List<KpiValue> months = months(last, FIRST, 11);
        months.addAll(Values.values(last, Values.MONTH, Values.room("a", "5", null, 1)));

        assertThat(year(last, months).value()).contains(5.0);
        assertThat(year(max, months).value()).contains(11.0);
    }

    @Test
    void givesNoYearWhereTheModelSpansItItself() {
        Kpi annual = Models.header(Models.sumHeader().replace("over-time: sum", "over-time: none"));

        assertThat(
                        RollingYear.of(
                                annual,
                                new EarlierMonths(List.of()),
                                months(annual, Values.MONTH, 1)))
                .isEmpty();
    }

    @Test
    void withholdsAYearInWhichAMonthIsWithheld() {
        List<KpiValue> months =
                new ArrayList<>(
                        months(ENERGY, FIRST, 12).stream()
                                .map(
                                        it ->
                                                it.month().equals(FIRST)
                                                        ? it.withheld(
                                                                Reason.FEWER_THAN_MINIMUM_PEOPLE)
                                                        : it)
                                .toList());

        KpiValue year = year(ENERGY, months);

        assertThat(year.value()).isEmpty();
        assertThat(year.numerator()).isEmpty();
        assertThat(year.reason()).contains(Reason.FEWER_THAN_MINIMUM_PEOPLE);
    }

    @Test
    void looksAtEachEarlierValueOnceHoweverManyScopesThereAre() {
        for (int scopes : new int[] {50, 200}) {
            List<KpiValue> month = rooms(Values.MONTH, scopes);
            List<KpiValue> earlier = new ArrayList<>();
            for (int i = 1; i < 12; i++) {
                earlier.addAll(rooms(Values.MONTH.minusMonths(i), scopes));
            }
            AtomicInteger looks = new AtomicInteger();
            List<KpiValue> counted =
                    new AbstractList<>() {
                        @Override
                        public KpiValue get(int index) {
                            looks.incrementAndGet();
                            return earlier.get(index);
                        }

                        @Override
                        public int size() {
                            return earlier.size();
                        }
                    };

            List<KpiValue> years = RollingYear.of(ENERGY, new EarlierMonths(counted), month);

            assertThat(years).hasSize(month.size());
            assertThat(looks).hasValue(earlier.size());
        }
    }

    private static List<KpiValue> rooms(YearMonth month, int count) {
        ScopeFigure[] rooms = new ScopeFigure[count];
        for (int i = 0; i < count; i++) {
            rooms[i] = Values.room("room" + i, "1", null, 1);
        }
        return Values.values(ENERGY, month, rooms);
    }

    /** Months of 1, 2, 3 … kWh. */
    private static List<KpiValue> months(Kpi kpi, YearMonth first, int count) {
        List<KpiValue> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            months.addAll(
                    Values.values(
                            kpi, first.plusMonths(i), Values.room("a", "" + (i + 1), null, 1)));
        }
        return months;
    }

    private static KpiValue year(Kpi kpi, List<KpiValue> values) {
        List<KpiValue> earlier =
                values.stream().filter(it -> it.month().isBefore(Values.MONTH)).toList();
        List<KpiValue> month =
                values.stream().filter(it -> it.month().equals(Values.MONTH)).toList();
        return RollingYear.of(kpi, new EarlierMonths(earlier), month).stream()
                .filter(it -> it.scope().isOf("room"))
                .findFirst()
                .orElseThrow();
    }
}
