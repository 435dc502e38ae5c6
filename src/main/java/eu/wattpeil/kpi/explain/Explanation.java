package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import java.util.List;
import java.util.Optional;

/**
 * A value of a KPI, and all that it was made of. Of a value that is withheld there is nothing but
 * the reason.
 *
 * @param value as the edition has it
 * @param minimumCoverage below which there is no value
 * @param arithmetic how the value follows; empty where it is not known
 * @param months the values of the months of its period, in order; none for the value of a month
 * @param parts of the organisation; empty for another scope
 * @param trail the rows and documents behind it; empty where they cannot be told
 */
public record Explanation(
        Kpi kpi,
        KpiValue value,
        double minimumCoverage,
        Standing standing,
        Optional<Arithmetic> arithmetic,
        List<KpiValue> months,
        List<FactorLine> factors,
        Optional<Parts> parts,
        Optional<Trail> trail) {

    public Explanation {
        months = List.copyOf(months);
        factors = List.copyOf(factors);
    }

    /** The same without rows and documents. */
    public Explanation withoutTrail() {
        return new Explanation(
                kpi,
                value,
                minimumCoverage,
                standing,
                arithmetic,
                months,
                factors,
                parts,
                Optional.empty());
    }
}
