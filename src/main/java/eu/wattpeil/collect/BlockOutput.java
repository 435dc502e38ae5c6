package eu.wattpeil.collect;

import eu.wattpeil.store.PartWriter;
import eu.wattpeil.store.RowBlock;

/** Where the full blocks of a part go, in order. */
interface BlockOutput extends AutoCloseable {

    /** Takes the rows of a block; gives an empty one for the next rows. */
    RowBlock write(RowBlock full);

    /** Returns when the writer has all rows; nothing can be written after it. */
    void finish();

    /** Returns when nothing uses the writer any more. */
    @Override
    void close();

    /** Writes by the thread that reads. */
    static BlockOutput at(PartWriter writer) {
        return new BlockOutput() {
            @Override
            public RowBlock write(RowBlock full) {
                writer.write(full);
                return full;
            }

            @Override
            public void finish() {}

            @Override
            public void close() {}
        };
    }
}
