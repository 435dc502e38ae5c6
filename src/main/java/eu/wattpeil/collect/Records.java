package eu.wattpeil.collect;

import eu.wattpeil.store.RowBlock;

/**
 * Where a format puts what it reads from one piece of a document, in order.
 *
 * <p>A format fills the open row of {@link #rows()} and then either accepts or rejects it. It sets
 * neither {@code document_id} nor {@code line}. A required column that is still null makes {@link
 * #accept} a reject.
 */
public interface Records {

    /** The block with the open row. It may change with every accepted row: ask again for each. */
    RowBlock rows();

    /** The open row is complete. */
    void accept(long line);

    /**
     * The open row and those behind it are complete, each of the next line. False where one of them
     * has to be looked at by itself: then none was taken, and all are still open.
     *
     * @param firstLine the line of the open row
     * @param count at most as many as the block has room for
     */
    default boolean acceptAll(long firstLine, int count) {
        return false;
    }

    /** The open row cannot be used; it is emptied. */
    void reject(Reject reject);

    /**
     * Rows were passed over that are of something else, which is told once: it stands beside the
     * rejects, and counts for no row.
     */
    default void leaveOut(Reject told) {
        reject(told);
    }
}
