package eu.wattpeil.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The bytes of a document, as its source holds them: unpacked. */
@FunctionalInterface
public interface Content {

    /** The bytes from the start; the caller closes. */
    InputStream open() throws IOException;

    /** The bytes from any place, where that costs no more than from the start; else empty. */
    default Optional<Stretch> stretch() {
        return Optional.empty();
    }

    /**
     * Why there is nothing to open, in words that finish "the document is …"; empty if there is.
     */
    default Optional<String> damage() {
        return Optional.empty();
    }

    /**
     * What whoever made the document called it, where that is more than its {@link Document#name}:
     * an entry of an archive. It may name a person, and is never written anywhere.
     */
    default Optional<String> givenName() throws IOException {
        return Optional.empty();
    }

    /** What stands in the document's place by now, looked at anew; empty where it is gone. */
    default List<Document> anew() throws IOException {
        return List.of();
    }

    /** Opens the bytes from one place to before another; the caller closes. */
    @FunctionalInterface
    interface Stretch {
        InputStream open(long from, long to) throws IOException;
    }
}
