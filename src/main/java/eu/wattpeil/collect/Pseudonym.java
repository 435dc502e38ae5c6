package eu.wattpeil.collect;

import eu.wattpeil.workspace.Secret;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keyed pseudonyms of user names; null for everybody where the workspace has no key. */
record Pseudonym(Optional<Secret> key) implements UnaryOperator<@Nullable String> {

    private static final int DIGITS = 16;

    @Override
    public @Nullable String apply(@Nullable String user) {
        if (key.isEmpty() || user == null || user.isEmpty()) {
            return null;
        }
        return Fingerprint.keyed(key.get().value(), user).substring(0, DIGITS);
    }

    /** Tells keys apart without giving them away; empty without a key. */
    String fingerprint() {
        return key.map(secret -> Fingerprint.keyed(secret.value(), "")).orElse("");
    }
}
