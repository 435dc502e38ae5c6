package eu.wattpeil.store;

/**
 * A Parquet file being written. Fill the open row of {@link #rows()}, call {@link #closeRow()}, and
 * at the end {@link #commit()}; closing without it leaves nothing behind.
 */
public interface TableFile extends AutoCloseable {

    /** The block with the open row. It may change with every closed row: ask again for each. */
    RowBlock rows();

    /** The open row is complete. */
    void closeRow();

    /**
     * Checks the file and makes it visible.
     *
     * @return the file as it stands now
     */
    StoredFile commit();

    @Override
    void close();
}
