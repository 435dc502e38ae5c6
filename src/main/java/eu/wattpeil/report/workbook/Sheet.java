package eu.wattpeil.report.workbook;

import java.util.List;

/**
 * A sheet: a table under its header.
 *
 * @param name as it stands on its tab
 * @param header of the columns
 * @param isFiltered whether readers may choose among its rows
 * @param rows of as many cells as the header has; gone through more than once, the same each time
 */
record Sheet(String name, List<String> header, boolean isFiltered, Iterable<List<Cell>> rows) {

    Sheet {
        header = List.copyOf(header);
    }

    /** The same under another name. */
    Sheet named(String other) {
        return new Sheet(other, header, isFiltered, rows);
    }
}
