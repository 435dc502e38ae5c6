package eu.wattpeil.report.explorer;

import java.util.List;

/**
 * What a KPI is worked out from, by name.
 *
 * @param models in the order in which they are computed, its own the last
 * @param datasets of the store
 * @param tables of the configuration
 */
public record Lineage(List<String> models, List<String> datasets, List<String> tables) {

    public Lineage {
        models = List.copyOf(models);
        datasets = List.copyOf(datasets);
        tables = List.copyOf(tables);
    }
}
