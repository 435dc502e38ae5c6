package eu.wattpeil.workspace;

/** A secret from an environment variable or a file; it never prints itself. */
public record Secret(String value) {

    /** Characters below which a key can be found by trying. */
    static final int MINIMUM_LENGTH = 16;

    public Secret {
        if (value.length() < MINIMUM_LENGTH) {
            throw new IllegalArgumentException(
                    "Cannot use secret: too short (at least " + MINIMUM_LENGTH + " characters)");
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
