package eu.wattpeil.collect;

import eu.wattpeil.workspace.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keyed pseudonyms of user names; null for everybody where the workspace has no key.
 *
 * @param key of the workspace
 */
public record Pseudonym(Optional<Secret> key) implements UnaryOperator<@Nullable String> {

    private static final int DIGITS = 16;
    private static final String ALGORITHM = "HmacSHA256";

    @Override
    public @Nullable String apply(@Nullable String user) {
        if (key.isEmpty() || user == null || user.isEmpty()) {
            return null;
        }
        return keyed(key.get().value(), user).substring(0, DIGITS);
    }

    /**
     * What is remembered of a user who was erased: the key alone leads to it, and it does not lead
     * to the pseudonym. Empty without a key.
     */
    public Optional<String> mark(String user) {
        return key.map(secret -> keyed(secret.value(), "erased\n" + user));
    }

    /** Tells keys apart without giving them away; empty without a key. */
    public String fingerprint() {
        return key.map(secret -> keyed(secret.value(), "")).orElse("");
    }

    /** HMAC-SHA-256: without the key nobody can try names until one fits. */
    private static String keyed(String key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
