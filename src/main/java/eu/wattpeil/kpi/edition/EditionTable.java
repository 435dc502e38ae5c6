package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.model.PublishedTable;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.workspace.Fingerprint;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows that an edition has of a table beside its values.
 *
 * <p>They are put in order, and amounts get the digits of their column, so that the same rows are
 * equal wherever they come from.
 *
 * @param rows values in the order of the table's columns: a String, Long, BigDecimal, Double,
 *     Boolean, LocalDate or Instant as the column asks; an empty {@link java.util.Optional} is null
 */
public record EditionTable(PublishedTable table, List<List<Object>> rows) {

    /**
     * As it is written and read back.
     *
     * @throws IllegalArgumentException where a row is none of the table, or has the key of another
     */
    public EditionTable {
        PublishedTable own = table;
        rows = inOrder(rows.stream().map(row -> normal(own, row)).toList());
        RowCheck.faultOf(own, rows)
                .ifPresent(
                        fault -> {
                            throw new IllegalArgumentException(
                                    "Cannot publish " + own.name() + ": " + fault);
                        });
    }

    /** A table of which an edition has nothing. */
    public static EditionTable empty(PublishedTable table) {
        return new EditionTable(table, List.of());
    }

    /** The values of a row, by the names of the table's columns. */
    static List<Object> read(PublishedTable table, Row row) {
        return table.columns().stream().map(column -> Cells.read(column, row)).toList();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** All of it as one text, which fingerprints of editions are made of. */
    String text() {
        return Fingerprint.line(
                List.of(
                        table.name(),
                        Fingerprint.line(rows.stream().map(Fingerprint::line).toList())));
    }

    /** Fills the open row with one of these and the number of the edition. */
    void fill(RowBlock block, List<Object> row, int number) {
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            Cells.fill(block, i, columns.get(i), row.get(i));
        }
        block.set(columns.size(), number);
    }

    /**
     * Whether it is another table than the one that was published: a row more or less, another
     * text, or an amount that changed by too much. Amounts of one unit in a row are measured by the
     * largest of these, as the small end of a range is by the large one; how much of the amounts is
     * known may differ, which alone changes none.
     *
     * @param threshold share of a published amount above which its change is material
     */
    boolean isMaterialChangeOf(EditionTable published, double threshold) {
        Map<List<Object>, List<Object>> before = published.byKey();
        Map<List<Object>, List<Object>> now = byKey();
        return !before.keySet().equals(now.keySet())
                || before.entrySet().stream()
                        .anyMatch(
                                it ->
                                        isMaterial(
                                                it.getValue(),
                                                Objects.requireNonNull(now.get(it.getKey())),
                                                threshold));
    }

    private boolean isMaterial(List<Object> before, List<Object> now, double threshold) {
        return IntStream.range(0, table.columns().size())
                .anyMatch(index -> isMaterial(index, before, now, threshold));
    }

    private boolean isMaterial(int index, List<Object> before, List<Object> now, double threshold) {
        Column column = table.columns().get(index);
        Object old = before.get(index);
        Object fresh = now.get(index);
        if (old.equals(fresh)) {
            return false;
        }
        if (Cells.isNull(old) || Cells.isNull(fresh) || !PublishedTable.isAmount(column)) {
            return true;
        }
        double change = Math.abs(number(fresh) - number(old));
        return !PublishedTable.isKnowledge(column)
                && !(change <= threshold * largestLike(column, before));
    }

    /** The largest published amount of a row in the unit of a column. */
    private double largestLike(Column column, List<Object> row) {
        return IntStream.range(0, table.columns().size())
                .filter(index -> isLike(column, table.columns().get(index)))
                .filter(index -> !Cells.isNull(row.get(index)))
                .mapToDouble(index -> Math.abs(number(row.get(index))))
                .max()
                .orElse(0);
    }

    private static boolean isLike(Column column, Column other) {
        return other.equals(column)
                || (!column.unit().isEmpty()
                        && column.unit().equals(other.unit())
                        && PublishedTable.isAmount(other));
    }

    private static double number(Object amount) {
        return amount instanceof BigDecimal exact ? exact.doubleValue() : (Double) amount;
    }

    private Map<List<Object>, List<Object>> byKey() {
        Map<List<Object>, List<Object>> rowsByKey = new LinkedHashMap<>();
        rows.forEach(row -> rowsByKey.put(RowCheck.key(table, row), row));
        return rowsByKey;
    }

    /** By the texts of their values; each text is made once. */
    private static List<List<Object>> inOrder(List<List<Object>> rows) {
        return rows.stream()
                .map(
                        row ->
                                Map.entry(
                                        row.stream()
                                                .map(Object::toString)
                                                .collect(Collectors.joining("\0")),
                                        row))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<Object> normal(PublishedTable table, List<Object> row) {
        if (row.size() != table.columns().size()) {
            throw new IllegalArgumentException(
                    "Cannot publish "
                            + table.name()
                            + ": values of a row are "
                            + row.size()
                            + ", expected "
                            + table.columns().size());
        }
        return IntStream.range(0, row.size())
                .mapToObj(index -> Cells.normal(table.columns().get(index), row.get(index)))
                .toList();
    }
}
