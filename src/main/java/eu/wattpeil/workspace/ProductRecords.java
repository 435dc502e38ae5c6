package eu.wattpeil.workspace;

import java.util.List;

/**
 * What models of devices were tested to use.
 *
 * @param energies of {@code config/product-energy.csv}
 * @param weights of {@code config/tec-weights.csv}
 */
public record ProductRecords(List<ProductEnergy> energies, List<TecWeights> weights) {

    public static final ProductRecords NONE = new ProductRecords(List.of(), List.of());

    public ProductRecords {
        energies = List.copyOf(energies);
        weights = List.copyOf(weights);
    }
}
