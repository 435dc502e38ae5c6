package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Part;
import java.io.IOException;
import java.util.List;

/** Finds the table in the documents of a kind. */
public interface Tables {

    /**
     * Opens the table of a document; the caller closes.
     *
     * @param part whose rows are asked for
     * @throws UnusableDocumentException where there is none that can be read
     */
    Table open(Document document, Part part) throws IOException, UnusableDocumentException;

    /**
     * The parts in which the rows are read; one, unless it is known to be better. They depend on
     * the bytes only.
     */
    default List<Part> parts(Document document) throws IOException {
        return List.of(Part.WHOLE);
    }
}
