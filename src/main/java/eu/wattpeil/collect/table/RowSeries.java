package eu.wattpeil.collect.table;

import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a dataset are series of, by its required texts: meter, quantity and kind;
 * printer.
 */
final class RowSeries {

    private final int[] columns;
    private final boolean isOnePerTime;

    RowSeries(Dataset dataset) {
        List<Column> all = dataset.columns();
        columns = IntStream.range(0, all.size()).filter(i -> tells(all.get(i))).toArray();
        // A meter has one reading per time; a printer may finish two jobs in one second.
        isOnePerTime = all.stream().anyMatch(column -> column.name().equals("meter_key"));
    }

    private static boolean tells(Column column) {
        return column.isRequired()
                && column.type() == ColumnType.TEXT
                && !column.name().equals("document_id");
    }

    /** Whether a series has no more than one row per time. */
    boolean isOnePerTime() {
        return isOnePerTime;
    }

    /** The series of the open row. */
    List<@Nullable Text> of(RowBlock rows) {
        List<@Nullable Text> texts = new ArrayList<>(columns.length);
        for (int column : columns) {
            texts.add(rows.text(column, rows.rows()));
        }
        return texts;
    }
}
