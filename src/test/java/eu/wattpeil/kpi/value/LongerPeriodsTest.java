package eu.wattpeil.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.workspace.Period;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LongerPeriodsTest {

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
                        LongerPeriods.of(
                                annual,
                                new EarlierMonths(List.of()),
                                months(annual, Values.MONTH, 1)))
                .isEmpty();
    }

    @Test
    void givesAQuarterWithItsLastMonthOnly() {
        List<KpiValue> months = months(ENERGY, YearMonth.of(2025, 1), 12);

        assertThat(period(Period.QUARTER, ENERGY, months, YearMonth.of(2025, 3)))
                .flatMap(KpiValue::value)
                .contains(6.0);
        assertThat(period(Period.QUARTER, ENERGY, months, YearMonth.of(2025, 12)))
                .flatMap(KpiValue::value)
                .contains(33.0);
        assertThat(period(Period.QUARTER, ENERGY, months, YearMonth.of(2025, 2))).isEmpty();
        assertThat(period(Period.QUARTER, ENERGY, months, YearMonth.of(2025, 4))).isEmpty();
    }

    @Test
    void givesAYearInDecemberOnly() {
        List<KpiValue> months = months(ENERGY, YearMonth.of(2025, 1), 12);

        assertThat(period(Period.YEAR, ENERGY, months, YearMonth.of(2025, 12)))
                .flatMap(KpiValue::value)
                .contains(78.0);
        assertThat(period(Period.YEAR, ENERGY, months, YearMonth.of(2025, 11))).isEmpty();
    }

    @Test
    void beginsTheYearToDateAnewInJanuary() {
        List<KpiValue> months = months(ENERGY, YearMonth.of(2024, 11), 5);

        assertThat(period(Period.YEAR_TO_DATE, ENERGY, months, YearMonth.of(2024, 12)))
                .flatMap(KpiValue::reason)
                .contains(Reason.PERIOD_INCOMPLETE);
        assertThat(period(Period.YEAR_TO_DATE, ENERGY, months, YearMonth.of(2025, 1)))
                .flatMap(KpiValue::value)
                .contains(3.0);
        assertThat(period(Period.YEAR_TO_DATE, ENERGY, months, YearMonth.of(2025, 3)))
                .flatMap(KpiValue::value)
                .contains(12.0);
    }

    @Test
    void dividesTheSumsOfAQuarterAndGivesTheMeanMonthOfItsLevels() {
        YearMonth first = YearMonth.of(2025, 1);
        List<KpiValue> months = new ArrayList<>();
        months.addAll(Values.values(PUE, first, Values.room("a", "10000", "8000", 1)));
        months.addAll(Values.values(PUE, first.plusMonths(1), Values.room("a", "9000", "4500", 1)));
        months.addAll(
                Values.values(PUE, first.plusMonths(2), Values.room("a", "10000", "8000", 1)));
        Kpi level =
                Models.header(Models.ratioHeader().replace("over-time: ratio", "over-time: mean"));

        assertThat(period(Period.QUARTER, PUE, months, first.plusMonths(2)))
                .flatMap(KpiValue::value)
                .contains(1.414634146);
        assertThat(period(Period.QUARTER, level, months, first.plusMonths(2)))
                .flatMap(KpiValue::denominator)
                .get()
                .satisfies(
                        it ->
                                assertThat(it)
                                        .isCloseTo(
                                                new BigDecimal("6833.333333333"),
                                                within(new BigDecimal("1e-6"))));
    }

    @Test
    void saysHowManyMonthsOfAQuarterAreKnown() {
        List<KpiValue> months = months(ENERGY, YearMonth.of(2025, 2), 2);

        KpiValue quarter =
                period(Period.QUARTER, ENERGY, months, YearMonth.of(2025, 3)).orElseThrow();

        assertThat(quarter.reason()).contains(Reason.PERIOD_INCOMPLETE);
        assertThat(quarter.coverage()).contains(0.666666667);
    }

    @Test
    void withholdsEveryPeriodInWhichAMonthIsWithheldAndNoOther() {
        YearMonth march = YearMonth.of(2025, 3);
        List<KpiValue> months =
                months(ENERGY, YearMonth.of(2025, 1), 12).stream()
                        .map(
                                it ->
                                        it.month().equals(march)
                                                ? it.withheld(Reason.PROTECTS_SMALLER_DEPARTMENT)
                                                : it)
                        .toList();
        YearMonth december = YearMonth.of(2025, 12);

        assertThat(period(Period.QUARTER, ENERGY, months, december))
                .flatMap(KpiValue::value)
                .contains(33.0);
        for (Period period : List.of(Period.YEAR_TO_DATE, Period.YEAR, Period.ROLLING_YEAR)) {
            assertThat(period(period, ENERGY, months, december))
                    .flatMap(KpiValue::reason)
                    .contains(Reason.PROTECTS_SMALLER_DEPARTMENT);
        }
        assertThat(period(Period.YEAR_TO_DATE, ENERGY, months, YearMonth.of(2025, 2)))
                .flatMap(KpiValue::value)
                .contains(3.0);
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

            List<KpiValue> longer = LongerPeriods.of(ENERGY, new EarlierMonths(counted), month);

            assertThat(longer)
                    .filteredOn(it -> it.period() == Period.ROLLING_YEAR)
                    .hasSize(month.size());
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
        return period(Period.ROLLING_YEAR, kpi, values, Values.MONTH).orElseThrow();
    }

    /** The value of the room in the period that ends with a month. */
    private static Optional<KpiValue> period(
            Period period, Kpi kpi, List<KpiValue> values, YearMonth last) {
        List<KpiValue> earlier = values.stream().filter(it -> it.month().isBefore(last)).toList();
        List<KpiValue> month = values.stream().filter(it -> it.month().equals(last)).toList();
        return LongerPeriods.of(kpi, new EarlierMonths(earlier), month).stream()
                .filter(it -> it.scope().isOf("room"))
                .filter(it -> it.period() == period)
                .findFirst();
    }
}
