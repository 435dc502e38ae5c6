package eu.wattpeil.collect.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What stands for a text that is not to be kept, such as a serial number: the first 16 hexadecimal
 * digits of the SHA-256 of the text without blanks around it, in capitals. It is not keyed, so that
 * a device has the same one in every inventory.
 */
public final class TextHash {

    private static final int DIGITS = 16;

    private TextHash() {}

    /** The hash of a text. */
    public static String of(String text) {
        byte[] bytes = text.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }
}
