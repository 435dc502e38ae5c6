package eu.wattpeil.collect.table;

import eu.wattpeil.store.RowBlock;
import org.jspecify.annotations.Nullable;

/** Reads a field that is not empty into its column of the open row. */
interface FieldReader {

    /** Null where the column is set. */
    @Nullable Flaw read(byte[] bytes, int from, int to, RowBlock rows);

    /**
     * Reads a field of several rows, as far as they have a value, the first of them into the open
     * row. False where not all can be read this way: then nothing is to be made of what was set,
     * and each row is read by itself.
     */
    default boolean readAll(FieldColumn fields, RowBlock rows) {
        return false;
    }
}
