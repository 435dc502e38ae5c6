package eu.wattpeil.workspace;

import java.util.List;

/**
 * What is on record of server rooms beside their meters.
 *
 * @param facts of {@code config/rooms.csv}
 * @param upsRatings of {@code config/ups.csv}
 */
public record RoomRecords(List<RoomFact> facts, List<UpsRating> upsRatings) {

    public static final RoomRecords NONE = new RoomRecords(List.of(), List.of());

    public RoomRecords {
        facts = List.copyOf(facts);
        upsRatings = List.copyOf(upsRatings);
    }
}
