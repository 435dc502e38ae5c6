package eu.wattpeil.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of texts and bytes, in hexadecimal digits. */
public final class Fingerprint {

    /** Only copies of it are given bytes: to ask for a new one each time takes longer. */
    private static final MessageDigest EMPTY = empty();

    private Fingerprint() {}

    private static MessageDigest empty() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of one text. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of bytes. */
    public static String of(byte[] bytes) {
        try {
            MessageDigest digest = (MessageDigest) EMPTY.clone();
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of texts in order; where one ends and the next begins matters. */
    public static String of(List<String> texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            all.append(text.length()).append(':').append(text).append('\n');
        }
        return of(all.toString());
    }

    /** Values as one text that no other values give. */
    public static String line(List<?> values) {
        StringBuilder line = new StringBuilder();
        for (Object value : values) {
            String text = value.toString();
            line.append(text.length()).append(':').append(text).append(' ');
        }
        return line.toString();
    }
}
