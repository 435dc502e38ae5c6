package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.PlainRows;
import eu.wattpeil.collect.bytes.Rows;
import java.io.IOException;

/** Reads the rows of a table, whatever their shape. */
final class TableReader {

    /** So many stay in the cache of a processor, with what is read of them. */
    private static final int ROWS_AT_ONCE = 1024;

    private static final int MOST_ONE_BY_ONE = 1 << 16;
    private static final int ONE_BY_ONE_AFTER_OTHERS = 16;

    private final RowFilter filter;
    private final RowShape shape;
    private final int width;

    /** So many rows are read one by one before it is tried again to read several at once. */
    private int oneByOne;

    private int oneByOneNext = ROWS_AT_ONCE;

    TableReader(RowFilter filter, RowShape shape, int width) {
        this.filter = filter;
        this.shape = shape;
        this.width = width;
    }

    /** Reads all rows; whether there was any. */
    boolean read(Rows text, Records records) throws IOException {
        boolean hasRows = false;
        while (true) {
            if (!readSeveral(text, records)) {
                if (!text.next()) {
                    return hasRows;
                }
                readOne(text, records);
            }
            hasRows = true;
        }
    }

    /**
     * Reads the rows that come next, column by column, where nothing about them is unusual; false
     * where the next row has to be read by itself. A part of a table of which few rows can be read
     * at once is not looked at twice for long.
     */
    private boolean readSeveral(Rows text, Records records) {
        if (oneByOne > 0) {
            oneByOne--;
            return false;
        }
        if (!filter.isNone()) {
            return false;
        }
        PlainRows plain = text.plainRows(width, Math.min(ROWS_AT_ONCE, records.rows().room()));
        if (plain.count() == 0) {
            oneByOne = ONE_BY_ONE_AFTER_OTHERS;
            return false;
        }
        if (!shape.readAll(plain, records)) {
            oneByOne = oneByOneNext;
            oneByOneNext = Math.min(2 * oneByOneNext, MOST_ONE_BY_ONE);
            return false;
        }
        text.pass();
        oneByOneNext = ROWS_AT_ONCE;
        return true;
    }

    private void readOne(Rows text, Records records) {
        if (text.isBroken()) {
            reject(text, text.whole(), records);
        } else if (!isEmpty(text)
                && !filter.isPassedOver(text)
                && (text.fields() == width || hasFittingWidth(text, records))) {
            shape.read(text, records);
        }
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
