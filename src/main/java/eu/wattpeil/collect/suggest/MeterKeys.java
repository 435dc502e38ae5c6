package eu.wattpeil.collect.suggest;

import eu.wattpeil.collect.value.NoValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which columns of a table say which meter a row is of. */
final class MeterKeys {

    private final TableDraft table;
    private final Draft draft;
    private String key;
    private List<Column> meters = List.of();

    /**
     * @param key of the meter, where the table does not tell one
     */
    MeterKeys(TableDraft table, String key) {
        this.table = table;
        this.key = key;
        draft = table.draft();
    }

    /** The meter of all rows, where {@link #isInRows} is false. */
    String key() {
        return key;
    }

    /** Whether rows say which meter they are of. */
    boolean isInRows() {
        return !meters.isEmpty();
    }

    /** Finds the meter of each row, or of all. */
    void find(Times times) {
        Optional<Column> found =
                table.called(Heading.METER)
                        .filter(column -> !table.isTime(column))
                        .filter(column -> column.filled().size() * 2 > table.grid().rows())
                        .filter(column -> isOfSeveralRows(column) || tellsApart(column, times))
                        .or(() -> unnamed(times));
        if (found.isPresent()) {
            meters = List.of(found.get());
            draft.column("meter_key", found.get().reference());
            if (table.grid().hasHeader()
                    && table.called(Heading.METER).filter(found.get()::equals).isEmpty()) {
                draft.doubt(
                        "meter_key: "
                                + Draft.text(found.get().reference())
                                + " tells rows of one time apart: each of its "
                                + found.get().counts().size()
                                + " texts is taken for a meter");
            }
            table.take(found.get());
            return;
        }
        Optional<String> number =
                table.grid().preamble().of(table.vocabulary().any(Heading.METER_NUMBER)).stream()
                        .filter(text -> text.matches("[\\p{L}\\d-]*\\d{6}[\\p{L}\\d-]*"))
                        .findFirst();
        key = number.orElse(key);
        draft.constant("meter_key", key);
        draft.note(
                "meter_key",
                number.isPresent()
                        ? "as the rows before the table say"
                        : "the name of the meter, as in config/meters.csv");
    }

    /** Whether all rows are of one time, each of another meter. */
    private boolean tellsApart(Column column, Times times) {
        return repeated(List.of(), times) > 0 && repeated(List.of(column), times) == 0;
    }

    private boolean isOfSeveralRows(Column column) {
        return column.counts().size() * 2 <= Math.max(column.filled().size(), 2);
    }

    /** A column of few words: that tells apart rows of one time, or is the only one of words. */
    private Optional<Column> unnamed(Times times) {
        boolean isRepeated = repeated(List.of(), times) > 0;
        if (!isRepeated && table.grid().hasHeader()) {
            return Optional.empty();
        }
        return table.left().stream()
                .filter(column -> !table.isTime(column) && !table.isNumeric(column))
                .filter(column -> column.filled().size() == table.grid().rows())
                .filter(this::isOfSeveralRows)
                .filter(column -> repeated(List.of(column), times) == 0)
                .findFirst();
    }

    /** Where a meter has several rows of one time, another column tells them apart. */
    void tellApart(Times times) {
        if (repeated(meters, times) == 0) {
            return;
        }
        for (Column column : meters.isEmpty() ? List.<Column>of() : table.left()) {
            int texts = column.counts().size();
            List<Column> both = List.of(meters.get(0), column);
            if (texts > 1
                    && texts <= 20
                    && !table.isNumeric(column)
                    && repeated(both, times) == 0) {
                table.take(column);
                meters = both;
                draft.column(
                        "meter_key",
                        Map.of("columns", both.stream().map(Column::reference).toList()));
                draft.doubt(
                        "meter_key: one meter has several rows of one time, told apart by "
                                + Draft.text(column.reference())
                                + ": each is a meter of its own");
                return;
            }
        }
        draft.doubt(
                "meter_key: "
                        + repeated(meters, times)
                        + " rows have the meter and the time of another one; the last of them counts");
    }

    /** How many rows have the time of another one, with the same in these columns. */
    private long repeated(List<Column> of, Times times) {
        Set<String> seen = new LinkedHashSet<>();
        long repeated = 0;
        List<String> keys = keys(of);
        for (int i = 0; i < times.micros().length; i++) {
            boolean isNew = seen.add(keys.get(i) + "\n" + times.micros()[i]);
            repeated += isNew || times.micros()[i] == NoValue.UNREADABLE ? 0 : 1;
        }
        // An autumn night has an hour twice.
        return repeated * 100 > times.micros().length ? repeated : 0;
    }

    /** How many rows have the meter and the time of another one. */
    long repeated(Times times) {
        return repeated(meters, times);
    }

    /** What tells of each row which meter it is of. */
    List<String> ofRows() {
        return keys(meters);
    }

    private List<String> keys(List<Column> of) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < table.grid().rows(); i++) {
            StringBuilder text = new StringBuilder();
            for (Column column : of) {
                text.append(column.values().get(i)).append('\n');
            }
            keys.add(text.toString());
        }
        return keys;
    }
}
