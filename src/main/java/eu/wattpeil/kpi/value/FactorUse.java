package eu.wattpeil.kpi.value;

import java.util.List;

/**
 * The factors that went into a value.
 *
 * @param ids of the factors, in order
 * @param isProvisional whether a factor of an earlier year stands in for one that is not out yet
 */
public record FactorUse(List<String> ids, boolean isProvisional) {

    /** No factor. */
    public static final FactorUse NONE = new FactorUse(List.of(), false);

    public FactorUse {
        ids = List.copyOf(ids);
    }
}
