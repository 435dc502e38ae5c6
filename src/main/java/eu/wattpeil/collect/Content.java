package eu.wattpeil.collect;

import eu.wattpeil.collect.bytes.Outline;
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
     * What was noted of the bytes when they were found; where nothing was, they are read for it.
     */
    default Outline outline() throws IOException {
        Optional<Outline> known = knownOutline();
        if (known.isPresent()) {
            return known.get();
        }
        try (InputStream in = open()) {
            return Outline.of(in);
        }
    }

    /** As {@link #outline}, where it costs nothing; else empty. */
    default Optional<Outline> knownOutline() {
        return Optional.empty();
    }

    /**
     * Whether what holds the bytes looks from outside as it did when they were found: a file by its
     * size, its time of change, and which file it is. True where that cannot be told.
     */
    default boolean looksAsFound() throws IOException {
        return true;
    }

    /**
     * Whether it is all of a file that its document is named after, so that any process which
     * shares the workspace can open it by that name.
     */
    default boolean isWholeFile() {
        return false;
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
