package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.Rows;
import java.io.IOException;

/** Reads the rows of a table, whatever their shape. */
final class TableReader {

    private final RowFilter filter;
    private final RowShape shape;
    private final int width;

    TableReader(RowFilter filter, RowShape shape, int width) {
        this.filter = filter;
        this.shape = shape;
        this.width = width;
    }

    /** Reads all rows; whether there was any. */
    boolean read(Rows text, Records records) throws IOException {
        boolean hasRows = false;
        while (text.next()) {
            hasRows = true;
            if (text.isBroken()) {
                reject(text, text.whole(), records);
                continue;
            }
            if (text.isEmpty(0) && isEmpty(text) || filter.isPassedOver(text)) {
                continue;
            }
            if (text.fields() == width || hasFittingWidth(text, records)) {
                shape.read(text, records);
            }
        }
        return hasRows;
    }

    /** Spreadsheets leave such rows; they are as good as blank lines. */
    private static boolean isEmpty(Rows row) {
        for (int field = 0; field < row.fields(); field++) {
            if (!row.isEmpty(field)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Empty fields beyond the last column, and missing ones of columns that may be unknown, do no
     * harm.
     */
    private boolean hasFittingWidth(Rows row, Records records) {
        if (row.fields() < width) {
            if (shape.isCutShort(row) || row.isCutOff()) {
                reject(row, "a row of " + width + " fields", records);
                return false;
            }
            return true;
        }
        for (int field = width; field < row.fields(); field++) {
            if (!row.isEmpty(field)) {
                reject(row, "a row of at most " + width + " fields", records);
                return false;
            }
        }
        return true;
    }

    /** The fields themselves are not quoted: they may be of columns that nobody asked for. */
    private void reject(Rows row, String expected, Records records) {
        records.reject(new Reject(row.line(), "", Reason.MALFORMED_ROW, expected, row.found()));
    }
}
