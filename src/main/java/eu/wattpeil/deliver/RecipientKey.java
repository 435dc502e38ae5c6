package eu.wattpeil.deliver;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Mailbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes hashes of addresses, so that what was sent is known without saying to whom. Its key stands
 * in the workspace and is the owner's alone; without it nobody can try addresses on the store.
 */
final class RecipientKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int HASH_DIGITS = 32;
    private static final int ID_DIGITS = 16;

    private final byte[] key;

    private RecipientKey(byte[] key) {
        this.key = key;
    }

    /** The key in a file; a new one where there is none. */
    static RecipientKey in(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] made = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(made);
            Disk.local().replace(file, made, Access.OWNER);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != KEY_BYTES) {
            throw new DeliveryException(
                    file
                            + " has "
                            + key.length
                            + " bytes, expected a key of "
                            + KEY_BYTES
                            + "; restore it from a backup, or remove it: then it is unknown who has"
                            + " got what is half sent");
        }
        return new RecipientKey(key);
    }

    /** Whether a file is there, and is no key. */
    static boolean isDamaged(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) != KEY_BYTES;
    }

    /** Tells keys apart, and says nothing of the key. */
    String id() {
        return Fingerprint.of(key).substring(0, ID_DIGITS);
    }

    /** The hash of an address. */
    String hash(Mailbox mailbox) {
        return hash(mailbox.key());
    }

    /** The hash of a text. */
    String hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
