package eu.wattpeil.kpi.value;

import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a model says of one scope in one month: what is counted, what it is divided by, and how much
 * of it is known. The organisation's figure is made of those of its parts.
 *
 * @param hasUnknownPart whether a part that belongs to it is unknown, so that it is unknown itself
 */
public record ScopeFigure(
        Scope scope,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        Known known,
        boolean hasUnknownPart) {

    /** The organisation's figure where there is none. */
    static ScopeFigure nothing() {
        return ofOrganisation(Known.NOTHING, false);
    }

    /** The organisation's figure where there is something to know, and nothing is known of it. */
    static ScopeFigure unknown() {
        return ofOrganisation(Known.covered(0), false);
    }

    /** The organisation's figure where a part is unknown that belongs to it. */
    static ScopeFigure withUnknownPart(double coverage) {
        return ofOrganisation(Known.covered(coverage), true);
    }

    private static ScopeFigure ofOrganisation(Known known, boolean hasUnknownPart) {
        return new ScopeFigure(
                Scope.ORGANISATION, Optional.empty(), Optional.empty(), known, hasUnknownPart);
    }

    /** Share of what it should cover that is known, 0 to 1. */
    public Optional<Double> coverage() {
        return known.coverage();
    }

    /** Share of it that was measured. */
    public Optional<Double> measuredShare() {
        return known.measuredShare();
    }

    boolean isOfOrganisation() {
        return scope.isOrganisation();
    }

    /** The share that is known; 0 where not even that is known. */
    double knownShare() {
        return known.share();
    }

    /** Whether nothing is known of it. */
    boolean isEmpty() {
        return knownShare() == 0 || (numerator.isEmpty() && denominator.isEmpty());
    }
}
