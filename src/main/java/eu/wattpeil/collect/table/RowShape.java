package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.bytes.PlainRows;
import eu.wattpeil.collect.bytes.Rows;

/** Makes the records of one row: one in long layout, one for each value in wide layout. */
interface RowShape {

    void read(Rows row, Records records);

    /**
     * Makes the records of several rows at once; false where it made none of any, so that each row
     * has to be read by itself.
     */
    default boolean readAll(PlainRows plain, Records records) {
        return false;
    }

    /** Whether the row is too short to have a field that no record can do without. */
    boolean isCutShort(Rows row);
}
