package eu.wattpeil.store;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Months from a first to a last one, both counted. */
public record MonthSpan(YearMonth first, YearMonth last) {

    public List<YearMonth> months() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }
}
