package eu.wattpeil.collect;

import java.io.IOException;
import java.util.List;

/** Where documents come from. */
public interface Source {

    /** All documents there are now, ordered by name. */
    List<Document> documents() throws IOException;
}
