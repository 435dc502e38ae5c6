package eu.wattpeil.report.workbook;

import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Sets the formats of numbers and days for cells that stand below each other at once: the writer
 * looks a style up for each time that it is asked, and in a table of values most cells have the
 * format of the one above.
 */
final class ColumnStyles {

    private final Worksheet target;
    private final @Nullable String[] formats;
    private final int[] from;
    private final int[] to;

    ColumnStyles(Worksheet target, int columns) {
        this.target = target;
        formats = new String[columns];
        from = new int[columns];
        to = new int[columns];
    }

    /** A cell below all that were added before. */
    void add(int row, int column, Cell cell) {
        String format = cell.shownIn().orElse(null);
        boolean goesOn = format != null && format.equals(formats[column]) && to[column] == row - 1;
        if (!goesOn) {
            set(column);
            formats[column] = format;
            from[column] = row;
        }
        to[column] = row;
    }

    /** Sets what was added: before the rows leave the memory. */
    void set() {
        for (int column = 0; column < formats.length; column++) {
            set(column);
            formats[column] = null;
        }
    }

    private void set(int column) {
        String format = formats[column];
        if (format != null) {
            target.range(from[column], column, to[column], column).style().format(format).set();
        }
    }
}
