package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Document;
import java.io.IOException;
import java.util.List;

/** Finds the table in the documents of a kind. */
public interface Tables {

    /**
     * The pieces in which the rows of a document are read, in order; one, unless it is known to be
     * better. They depend on the bytes only.
     */
    List<Opening> pieces(Document document) throws IOException;

    /** A piece of a table, not yet opened. */
    @FunctionalInterface
    interface Opening {

        /**
         * Opens the table with the rows of the piece; the caller closes.
         *
         * @throws UnusableDocumentException where there is none that can be read
         */
        Table open() throws IOException, UnusableDocumentException;
    }
}
