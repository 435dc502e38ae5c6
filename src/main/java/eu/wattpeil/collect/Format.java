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
     * The parts in which the document is read, possibly at the same time; one, unless the format
     * knows better. They depend on the bytes only, so that the same document gives the same files.
     */
    default List<Part> parts(Document document) throws IOException {
        return List.of(Part.WHOLE);
    }

    /** Reads one part. */
    void read(Document document, Part part, Records records) throws IOException;
}
