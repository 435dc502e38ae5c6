package eu.wattpeil.report.workbook;

import java.util.List;

/**
 * A sheet: a table under its header.
 *
 * @param name as it stands on its tab
 * @param header of the columns
 * @param kind what it is for
 * @param rows of as many cells as the header has; gone through more than once, the same each time
 */
record Sheet(String name, List<String> header, Kind kind, Iterable<List<Cell>> rows) {

    /** What readers do with a sheet. */
    enum Kind {
        /** They read it from its first row on. */
        TEXT,
        /** They choose among its rows, whose long texts go on in further lines. */
        TABLE,
        /** They count with it: all rows are of one height. */
        DATA
    }

    Sheet {
        header = List.copyOf(header);
    }

    /** The same under another name. */
    Sheet named(String other) {
        return new Sheet(other, header, kind, rows);
    }
}
