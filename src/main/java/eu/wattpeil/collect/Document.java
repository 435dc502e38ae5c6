package eu.wattpeil.collect;

import eu.wattpeil.workspace.Fingerprint;
import java.io.IOException;
import java.io.InputStream;

/**
 * One file, or one entry of an archive, as a source gives it; unpacked.
 *
 * @param name where it is, relative to the workspace; of an entry of an archive its place in there
 *     follows a {@code !}, from 1
 * @param bytes its size, unpacked
 * @param sha256 of its bytes, unpacked, in lower-case hexadecimal; of the packed ones where it is
 *     damaged
 * @param content gives its bytes, as often as asked
 */
public record Document(String name, long bytes, String sha256, Content content) {

    private static final int NAME_DIGITS = 12;

    /** The bytes from the start; the caller closes. */
    public InputStream open() throws IOException {
        return content.open();
    }

    /**
     * The same under a name that tells no host: its folder, and a hash of what it is called there.
     */
    Document withoutName() {
        int last = name.lastIndexOf('/') + 1;
        String hash = Fingerprint.of(name.substring(last)).substring(0, NAME_DIGITS);
        return new Document(
                name.substring(0, last) + hash, bytes, sha256, new NamelessContent(content, name));
    }

    /** The name that says what is in it, for a format to look at; see {@link Content#givenName}. */
    public String givenName() throws IOException {
        return content.givenName().orElse(name);
    }
}
