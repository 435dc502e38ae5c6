package eu.wattpeil.kpi.value;

import eu.wattpeil.kpi.model.KpiHeader;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a model says of one scope in one month: what is counted, what it is divided by, and how much
 * of it is known. The organisation's figure is made of those of its parts.
 *
 * @param hasUnknownPart whether a part that belongs to it is unknown, so that it is unknown itself
 */
public record Figure(
        String scopeKind,
        String scopeId,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        Optional<Double> coverage,
        Optional<Double> measuredShare,
        boolean hasUnknownPart) {

    /** The id of the one scope of the kind {@code organisation}. */
    static final String ALL = "all";

    /** The organisation's figure where there is none. */
    static Figure nothing() {
        return ofOrganisation(Optional.empty());
    }

    /** The organisation's figure where there is something to know, and nothing is known of it. */
    static Figure unknown() {
        return ofOrganisation(Optional.of(0.0));
    }

    private static Figure ofOrganisation(Optional<Double> coverage) {
        return new Figure(
                KpiHeader.ORGANISATION,
                ALL,
                Optional.empty(),
                Optional.empty(),
                coverage,
                Optional.empty(),
                false);
    }

    boolean isOfOrganisation() {
        return scopeKind.equals(KpiHeader.ORGANISATION);
    }

    /** The share that is known; 0 where not even that is known. */
    double knownShare() {
        return coverage.orElse(0.0);
    }

    /** Whether nothing is known of it. */
    boolean isEmpty() {
        return knownShare() == 0 || (numerator.isEmpty() && denominator.isEmpty());
    }
}
