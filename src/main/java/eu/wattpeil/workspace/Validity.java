package eu.wattpeil.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** From when to when a row of a table of {@code config/} holds. */
final class Validity {

    private Validity() {}

    /**
     * Refuses an end before the start.
     *
     * @throws IllegalArgumentException that says so
     */
    static void require(LocalDate from, Optional<LocalDate> to) {
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException(
                    "valid_to is " + to.get() + ", expected a day from valid_from " + from + " on");
        }
    }

    /** A row of which one holds at a time among those of its subject. */
    record Row<T>(CsvRow csv, T value, LocalDate from, Optional<LocalDate> to) {

        /** A row without an end gives way to the next one; two that begin together cannot. */
        private boolean overlaps(Row<T> other) {
            Row<T> earlier = from.isAfter(other.from) ? other : this;
            Row<T> later = earlier == this ? other : this;
            return earlier.from.equals(later.from)
                    || earlier.to.map(end -> !end.isBefore(later.from)).orElse(false);
        }
    }

    /** Notes every row that holds on a day of an earlier one of its subject. */
    static <T> void rejectOverlaps(List<Row<T>> rows, Function<T, String> subject) {
        Map<String, List<Row<T>>> earlier = new HashMap<>();
        for (Row<T> row : rows) {
            String name = subject.apply(row.value());
            List<Row<T>> same = earlier.computeIfAbsent(name, key -> new ArrayList<>());
            same.stream()
                    .filter(row::overlaps)
                    .findFirst()
                    .ifPresent(
                            other ->
                                    row.csv()
                                            .problem(
                                                    name
                                                            + " is valid on the same days as in "
                                                            + other.csv().place()
                                                            + ", expected one row at a time"));
            same.add(row);
        }
    }
}
