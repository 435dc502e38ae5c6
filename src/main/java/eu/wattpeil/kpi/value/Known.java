package eu.wattpeil.kpi.value;

import java.util.Optional;

/**
 * How much of a value is known.
 *
 * @param coverage share of what the value should cover that is known, 0 to 1
 * @param measuredShare share of the value that was measured: not estimated, interpolated or
 *     modelled
 */
public record Known(Optional<Double> coverage, Optional<Double> measuredShare) {

    /** Not even that is known. */
    public static final Known NOTHING = new Known(Optional.empty(), Optional.empty());

    /** Where nothing is said of what was measured. */
    static Known covered(double share) {
        return new Known(Optional.of(share), Optional.empty());
    }

    /** The share that is known; 0 where not even that is known. */
    double share() {
        return coverage.orElse(0.0);
    }
}
