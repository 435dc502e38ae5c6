package eu.wattpeil.workspace;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the key for pseudonyms, in the place that {@code pseudonym-key} names. */
final class PseudonymKey {

    private static final String KEY = "pseudonym-key";

    /** Characters below which a key can be found by trying. */
    private static final int MINIMUM_LENGTH = 16;

    private final Path root;
    private final Map<String, String> environment;

    PseudonymKey(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /** The key; empty where none is wanted, or, with a problem, where it cannot be had. */
    Optional<Secret> read(Section settings) {
        return SecretPlace.of(settings, KEY, root, environment)
                .flatMap(place -> checked(settings, place));
    }

    private static Optional<Secret> checked(Section settings, SecretPlace place) {
        Optional<Secret> key = place.secret();
        if (key.isEmpty()) {
            settings.problem(KEY, place + " is missing, expected the key in it");
            return Optional.empty();
        }
        if (key.get().value().length() < MINIMUM_LENGTH) {
            String expected = "expected at least " + MINIMUM_LENGTH + " characters";
            settings.problem(KEY, place + " is too short, " + expected);
            return Optional.empty();
        }
        return key;
    }
}
