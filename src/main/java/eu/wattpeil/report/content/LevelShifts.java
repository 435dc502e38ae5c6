package eu.wattpeil.report.content;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/**
 * From which days on KPIs are at another level, as the editions of the twelve months up to one have
 * it.
 *
 * @param shifts the newest first; of those that too few days are known since, what the last month
 *     says of them alone
 */
public record LevelShifts(YearMonth month, List<LevelShift> shifts) {

    private static final Comparator<LevelShift> ORDER =
            Comparator.comparing(LevelShift::day)
                    .reversed()
                    .thenComparing(LevelShift::kpiId)
                    .thenComparing(it -> it.scope().toString());

    public LevelShifts {
        YearMonth last = month;
        shifts =
                shifts.stream()
                        .filter(it -> !it.isOfFewDays() || it.month().equals(last))
                        .sorted(ORDER)
                        .toList();
    }
}
