package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.ProductEnergy;
import eu.wattpeil.workspace.TecWeights;
import java.util.List;

/** The relations of what models of devices were tested to use. */
final class ProductRelations {

    private ProductRelations() {}

    static ConfigRelation productEnergy(List<ProductEnergy> energies) {
        return new ConfigRelation(
                "product_energy",
                List.of(
                        "manufacturer varchar",
                        "model varchar",
                        "kind varchar",
                        "form varchar",
                        "programme varchar",
                        "off_w decimal(18, 3)",
                        "sleep_w decimal(18, 3)",
                        "long_idle_w decimal(18, 3)",
                        "short_idle_w decimal(18, 3)",
                        "on_w decimal(18, 3)",
                        "tec_kwh_per_week decimal(18, 3)",
                        "valid_from date",
                        "valid_to date",
                        "source varchar"),
                energies.stream()
                        .map(
                                it ->
                                        ConfigRelations.row(
                                                it.manufacturer(),
                                                it.model(),
                                                Codes.of(it.kind()),
                                                ConfigRelations.present(it.form()),
                                                it.programme(),
                                                ConfigRelations.scaled(it.offW(), 3),
                                                ConfigRelations.scaled(it.sleepW(), 3),
                                                ConfigRelations.scaled(it.longIdleW(), 3),
                                                ConfigRelations.scaled(it.shortIdleW(), 3),
                                                ConfigRelations.scaled(it.onW(), 3),
                                                ConfigRelations.scaled(it.tecKwhPerWeek(), 3),
                                                it.validFrom(),
                                                it.validTo(),
                                                it.source()))
                        .toList());
    }

    static ConfigRelation tecWeights(List<TecWeights> weights) {
        return new ConfigRelation(
                "tec_weights",
                List.of(
                        "kind varchar",
                        "form varchar",
                        "programme varchar",
                        "off_share decimal(18, 6)",
                        "sleep_share decimal(18, 6)",
                        "long_idle_share decimal(18, 6)",
                        "short_idle_share decimal(18, 6)",
                        "on_share decimal(18, 6)",
                        "valid_from date",
                        "valid_to date",
                        "source varchar",
                        "grade varchar"),
                weights.stream()
                        .map(
                                it ->
                                        ConfigRelations.row(
                                                Codes.of(it.kind()),
                                                ConfigRelations.present(it.form()),
                                                it.programme(),
                                                ConfigRelations.scaled(it.offShare(), 6),
                                                ConfigRelations.scaled(it.sleepShare(), 6),
                                                ConfigRelations.scaled(it.longIdleShare(), 6),
                                                ConfigRelations.scaled(it.shortIdleShare(), 6),
                                                ConfigRelations.scaled(it.onShare(), 6),
                                                it.validFrom(),
                                                it.validTo(),
                                                it.source(),
                                                it.grade()))
                        .toList());
    }
}
