package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.RoomFact;
import eu.wattpeil.workspace.Threshold;
import eu.wattpeil.workspace.UpsRating;
import java.util.List;

/** The relations of what is on record of server rooms, and of the bounds they are held against. */
final class RoomRelations {

    private RoomRelations() {}

    static ConfigRelation roomFacts(List<RoomFact> facts) {
        return new ConfigRelation(
                "room_facts",
                List.of(
                        "room_id varchar",
                        "site_id varchar",
                        "fact varchar",
                        "value varchar",
                        "number decimal(18, 6)",
                        "unit varchar",
                        "valid_from date",
                        "valid_to date",
                        "document varchar",
                        "documented_on date"),
                facts.stream()
                        .map(
                                it ->
                                        ConfigRelations.row(
                                                it.roomId(),
                                                it.siteId(),
                                                it.fact().code(),
                                                it.value(),
                                                ConfigRelations.scaled(it.number(), 6),
                                                ConfigRelations.present(it.fact().unit()),
                                                it.validFrom(),
                                                it.validTo(),
                                                ConfigRelations.present(it.document()),
                                                it.documentedOn()))
                        .toList());
    }

    static ConfigRelation upsRatings(List<UpsRating> ratings) {
        return new ConfigRelation(
                "ups_ratings",
                List.of(
                        "meter_id varchar",
                        "rated_kw decimal(18, 3)",
                        "valid_from date",
                        "valid_to date",
                        "source varchar"),
                ratings.stream()
                        .map(
                                it ->
                                        ConfigRelations.row(
                                                it.meterId(),
                                                ConfigRelations.scaled(it.ratedKw(), 3),
                                                it.validFrom(),
                                                it.validTo(),
                                                it.source()))
                        .toList());
    }

    static ConfigRelation thresholds(List<Threshold> thresholds) {
        return new ConfigRelation(
                "thresholds",
                List.of(
                        "threshold varchar",
                        "value decimal(18, 6)",
                        "unit varchar",
                        "valid_from date",
                        "valid_to date",
                        "source varchar",
                        "grade varchar"),
                thresholds.stream()
                        .map(
                                it ->
                                        ConfigRelations.row(
                                                it.threshold(),
                                                ConfigRelations.scaled(it.value(), 6),
                                                it.unit(),
                                                it.validFrom(),
                                                it.validTo(),
                                                it.source(),
                                                it.grade()))
                        .toList());
    }
}
