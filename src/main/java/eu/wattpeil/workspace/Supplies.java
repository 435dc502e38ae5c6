package eu.wattpeil.workspace;

import java.util.List;

/**
 * What comes into the rooms beside what meters tell: contracts of electricity, and refills of
 * cooling units and generators.
 */
public record Supplies(List<EnergyContract> contracts, List<Refill> refills) {

    /** None. */
    public static final Supplies NONE = new Supplies(List.of(), List.of());

    public Supplies {
        contracts = List.copyOf(contracts);
        refills = List.copyOf(refills);
    }
}
