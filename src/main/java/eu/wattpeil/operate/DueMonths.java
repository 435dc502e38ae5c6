package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Computation;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The months with data that are over.
 *
 * @param computed those that runs compute, in order: from the first month of the settings on, and
 *     those before it that were published once, which are kept up to date
 * @param before those that runs leave alone, in order
 */
public record DueMonths(List<YearMonth> computed, List<YearMonth> before) {

    public DueMonths {
        computed = List.copyOf(computed);
        before = List.copyOf(before);
    }

    /**
     * @param firstMonth gives the first one to compute, from the last one with data
     */
    static DueMonths of(Computation computation, UnaryOperator<YearMonth> firstMonth, Clock clock) {
        List<YearMonth> months = computation.months(clock);
        if (months.isEmpty()) {
            return new DueMonths(List.of(), List.of());
        }
        YearMonth first = firstMonth.apply(months.get(months.size() - 1));
        List<YearMonth> before =
                months.stream()
                        .filter(month -> month.isBefore(first))
                        .filter(month -> computation.current(month).isEmpty())
                        .toList();
        return new DueMonths(
                months.stream().filter(month -> !before.contains(month)).toList(), before);
    }
}
