package eu.wattpeil.goal;

import eu.wattpeil.kpi.model.Kpi;
import java.time.YearMonth;
import java.util.function.ToIntFunction;

/**
 * How long months are: what a volume of a month is divided by before it stands beside another
 * month's. February uses less than March because it ends earlier, and that is no merit.
 *
 * @param workingDays of a month
 */
public record MonthLengths(ToIntFunction<YearMonth> workingDays) {

    /**
     * The length of a month in what a KPI's volumes go by, for instance 28 days.
     *
     * @return 1 for a KPI that is no volume, and for a month without a working day
     */
    public int of(Kpi.Per per, YearMonth month) {
        return switch (per) {
            case DAY -> month.lengthOfMonth();
            case WORKING_DAY -> Math.max(1, workingDays.applyAsInt(month));
            case NONE -> 1;
        };
    }
}
