package eu.wattpeil.kpi.model;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Months around a computed one.
 *
 * @param from months before it, negative or 0
 * @param to months after it
 */
public record MonthWindow(int from, int to) {

    static final MonthWindow THIS_MONTH = new MonthWindow(0, 0);

    /** The months themselves, in order. */
    public List<YearMonth> around(YearMonth month) {
        return IntStream.rangeClosed(from, to).mapToObj(month::plusMonths).toList();
    }

    /** The smallest window that holds both. */
    public MonthWindow and(MonthWindow other) {
        return new MonthWindow(Math.min(from, other.from), Math.max(to, other.to));
    }
}
