package eu.wattpeil.goal;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Period;
import java.time.YearMonth;

/**
 * How long the periods are that a goal is judged on, so that one stands beside another.
 *
 * @param per what a value goes by; none for a year, which is as long as any other
 * @param isTotal whether the value is the sum of the months, and not what one of them has
 */
record PeriodLengths(Kpi.Per per, boolean isTotal, Period period, MonthLengths months) {

    /** Those of a KPI. */
    static PeriodLengths of(Kpi kpi, Period period, MonthLengths months) {
        return new PeriodLengths(
                period.isOfTwelveMonths() ? Kpi.Per.NONE : kpi.per(),
                kpi.overTime() == Kpi.OverTime.SUM,
                period,
                months);
    }

    /** Those of periods that are judged by their value, whatever their length. */
    PeriodLengths ofNoVolume() {
        return new PeriodLengths(Kpi.Per.NONE, false, period, months);
    }

    /** The length of the period that ends with a month; 1 for a year, or what is no volume. */
    double of(YearMonth month) {
        if (period.isOfTwelveMonths()) {
            return 1;
        }
        double length = period.months(month).stream().mapToInt(it -> months.of(per, it)).sum();
        return isTotal ? length : length / period.months(month).size();
    }
}
