package eu.wattpeil.workspace;

/** A secret from an environment variable or a file; it never prints itself. */
public record Secret(String value) {

    public Secret {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("Cannot use secret: empty");
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
