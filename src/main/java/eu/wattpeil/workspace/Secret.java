package eu.wattpeil.workspace;

/** A secret from an environment variable or a file; it never prints itself. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "(secret)";
    }
}
