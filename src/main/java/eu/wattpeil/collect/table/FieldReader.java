package eu.wattpeil.collect.table;

import eu.wattpeil.store.RowBlock;
import org.jspecify.annotations.Nullable;

/** Reads a field that is not empty into its column of the open row. */
interface FieldReader {

    /** Null where the column is set. */
    @Nullable Flaw read(byte[] bytes, int from, int to, RowBlock rows);
}
