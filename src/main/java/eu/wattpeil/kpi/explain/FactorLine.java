package eu.wattpeil.kpi.explain;

import eu.wattpeil.workspace.Factor;
import java.util.List;
import java.util.Optional;

/**
 * A factor that a value names.
 *
 * @param purposes what {@code config/wattpeil.yaml} uses its series for, of those that the KPI
 *     names; none for the energy of a class of devices
 * @param factor empty where the configuration does not have it any more
 * @param isProvisional whether it describes a year before the month's
 * @param isCounted whether the value was another one without it; empty where that was not tried
 */
public record FactorLine(
        String factorId,
        List<String> purposes,
        Optional<Factor> factor,
        boolean isProvisional,
        Optional<Boolean> isCounted) {

    public FactorLine {
        purposes = List.copyOf(purposes);
    }

    static FactorLine of(
            String factorId,
            List<String> purposes,
            Optional<Factor> factor,
            int year,
            Optional<Boolean> isCounted) {
        boolean isProvisional = factor.filter(it -> it.isProvisionalIn(year)).isPresent();
        return new FactorLine(factorId, purposes, factor, isProvisional, isCounted);
    }
}
