package eu.wattpeil.collect;

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

    /** Of all that is left of a stream; the caller closes. */
    public static Digest of(InputStream in) throws IOException {
        MessageDigest sha256 = start();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sha256.update(buffer, 0, read);
            bytes += read;
        }
        return new Digest(bytes, hex(sha256));
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
