package eu.wattpeil.collect.printing;

import java.util.Optional;

/** What a job asked for, by the {@code sides} attribute of IPP (RFC 8011, 5.2.8). */
enum Sides {
    ONE_SIDED,
    TWO_SIDED,
    /** The client did not say. */
    UNKNOWN;

    private static final String TWO_SIDED_PREFIX = "two-sided";

    /** The word as CUPS logs it; empty for what is no such word. */
    static Optional<Sides> of(String word) {
        if (word.equals("one-sided")) {
            return Optional.of(ONE_SIDED);
        }
        if (word.startsWith(TWO_SIDED_PREFIX)) {
            return Optional.of(TWO_SIDED);
        }
        return word.equals("-") || word.equals("???") ? Optional.of(UNKNOWN) : Optional.empty();
    }
}
