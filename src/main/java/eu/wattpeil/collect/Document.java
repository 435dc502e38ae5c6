package eu.wattpeil.collect;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file, or one entry of an archive, as a source gives it; unpacked.
 *
 * @param name where it is, relative to the workspace; of an entry of an archive its place in there
 *     follows a {@code !}, from 1, with as many digits as the last one has
 * @param bytes its size, unpacked
 * @param sha256 of its bytes, unpacked, in lower-case hexadecimal; of the packed ones where it is
 *     damaged
 * @param content gives its bytes, as often as asked
 */
public record Document(String name, long bytes, String sha256, Content content) {

    /** The bytes from the start; the caller closes. */
    public InputStream open() throws IOException {
        return content.open();
    }

    /** The name that says what is in it, for a format to look at; see {@link Content#givenName}. */
    public String givenName() throws IOException {
        return content.givenName().orElse(name);
    }
}
