package eu.wattpeil.collect;

import eu.wattpeil.collect.bytes.Outline;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What identifies some bytes.
 *
 * @param bytes how many
 * @param sha256 in lower-case hexadecimal
 */
public record Digest(long bytes, String sha256) {

    private static final int BUFFER_BYTES = 1 << 17;

    /** So many are not worth a second thread. */
    private static final int ALONE_BYTES = 1 << 22;

    /** Of all that is left of a stream; the caller closes. */
    public static Digest of(InputStream in) throws IOException {
        return of(in, (buffer, length) -> {});
    }

    /** As {@link #of(InputStream)}, while its bytes are noted in an outline. */
    public static Digest of(InputStream in, Outline.Taken outline) throws IOException {
        return of(in, outline::add);
    }

    private static Digest of(InputStream in, Beside beside) throws IOException {
        MessageDigest sha256 = start();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        int read = in.read(buffer);
        while (read >= 0 && bytes < ALONE_BYTES) {
            sha256.update(buffer, 0, read);
            beside.add(buffer, read);
            bytes += read;
            read = in.read(buffer);
        }
        if (read >= 0) {
            try (DigestBeside digest = new DigestBeside(sha256)) {
                bytes += digest.of(buffer, read, in, beside);
            }
        }
        return new Digest(bytes, hex(sha256));
    }

    /** Gets the same bytes. */
    @FunctionalInterface
    interface Beside {
        void add(byte[] buffer, int length);
    }

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hex(MessageDigest sha256) {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
