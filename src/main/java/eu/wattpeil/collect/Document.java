package eu.wattpeil.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One file, or one entry of an archive, as a source gives it; unpacked.
 *
 * @param name where it is, relative to the workspace; an entry of an archive follows a {@code !}
 * @param bytes its size, unpacked
 * @param sha256 of its bytes, unpacked, in lower-case hexadecimal
 * @param opener gives its bytes from the start, as often as asked; the caller closes
 * @param plainFile the file whose bytes are just the document's, so that it can be read at any
 *     place; empty for what is packed
 */
public record Document(
        String name, long bytes, String sha256, Opener opener, Optional<Path> plainFile) {

    /** Opens the bytes of a document. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /** The bytes from the start; the caller closes. */
    public InputStream open() throws IOException {
        return opener.open();
    }
}
