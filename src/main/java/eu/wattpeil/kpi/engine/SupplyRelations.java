package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.Supplies;
import java.util.List;

/** The relations of what comes into rooms beside what meters tell. */
final class SupplyRelations {

    private SupplyRelations() {}

    static ConfigRelation energyContracts(Supplies supplies) {
        return new ConfigRelation(
                "energy_contracts",
                List.of(
                        "contract_id varchar",
                        "site_id varchar",
                        "kind varchar",
                        "share decimal(18, 6)",
                        "kwh_per_year decimal(18, 6)",
                        "series varchar",
                        "is_proven boolean",
                        "valid_from date",
                        "valid_to date"),
                supplies.contracts().stream()
                        .map(
                                it ->
                                        ConfigRelations.row(
                                                it.contractId(),
                                                it.siteId(),
                                                Codes.of(it.kind()),
                                                ConfigRelations.scaled(it.share(), 6),
                                                ConfigRelations.scaled(it.kwhPerYear(), 6),
                                                it.series(),
                                                it.isProven(),
                                                it.validFrom(),
                                                it.validTo()))
                        .toList());
    }

    static ConfigRelation refills(Supplies supplies) {
        return new ConfigRelation(
                "refills",
                List.of(
                        "happened_on date",
                        "site_id varchar",
                        "room_id varchar",
                        "kind varchar",
                        "substance varchar",
                        "amount decimal(18, 6)",
                        "unit varchar",
                        "series varchar",
                        "is_first_fill boolean"),
                supplies.refills().stream()
                        .map(
                                it ->
                                        ConfigRelations.row(
                                                it.happenedOn(),
                                                it.siteId(),
                                                ConfigRelations.present(it.roomId()),
                                                Codes.of(it.kind()),
                                                it.substance(),
                                                ConfigRelations.scaled(it.amount(), 6),
                                                it.unit(),
                                                it.series(),
                                                it.isFirstFill()))
                        .toList());
    }
}
