package eu.wattpeil.collect;

import java.io.IOException;
import java.util.List;

/**
 * How the bytes of a document become records.
 *
 * <p>What is wrong with a row, or with the document as a whole, is a {@link Reject}, never an
 * exception; an {@link IOException} means that the bytes could not be had.
 */
public interface Format {

    /**
     * The pieces in which a document is read, possibly at the same time. They depend on its bytes
     * only, so that the same document gives the same files.
     */
    List<Piece> pieces(Document document) throws IOException;

    /**
     * What beside its options decides what a document's rows become, such as files that it reads:
     * with another one the document is read again. Empty where nothing does.
     */
    default String basis() {
        return "";
    }

    /** A piece of a document; all of it, where a format does not know better. */
    @FunctionalInterface
    interface Piece {

        /** Reads the piece. */
        void read(Records records) throws IOException;
    }
}
