package eu.wattpeil.collect.source;

import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.workspace.SecretPlace;
import java.util.Optional;

/**
 * A secret that an origin is shown. It is looked up each time it is needed and kept nowhere;
 * nothing prints it.
 */
public record Credential(SecretPlace place) {

    /** How a definition says it, in words that finish "expected …". */
    public static final String EXPECTED = "{env: NAME} or {file: PATH}";

    /**
     * The secret of a key; empty where the key is absent, or, with a problem that does not show it,
     * where the secret itself stands there.
     */
    public static Optional<Credential> of(SourceContext context, String key) {
        return SecretPlace.of(context.section(), key, context.root(), context.environment())
                .map(Credential::new);
    }

    /**
     * The secret, without blanks around it.
     *
     * @throws FetchException where it is not there, or is not one line
     */
    public String read() throws FetchException {
        String secret =
                place.secret()
                        .orElseThrow(
                                () ->
                                        new FetchException(
                                                place
                                                        + " is missing or cannot be read, expected"
                                                        + " a secret in it"))
                        .value();
        if (secret.chars().anyMatch(Character::isISOControl)) {
            throw new FetchException(place + " has several lines, expected a secret in one line");
        }
        return secret;
    }

    /** What should be put right before it is read, in a sentence; empty where nothing should. */
    public Optional<String> concern() {
        try {
            read();
        } catch (FetchException missing) {
            return Optional.of(String.valueOf(missing.getMessage()));
        }
        return place.isOpenToOthers()
                ? Optional.of(
                        place
                                + " can be read by other accounts, expected only by that of"
                                + " Wattpeil (chmod 600)")
                : Optional.empty();
    }
}
