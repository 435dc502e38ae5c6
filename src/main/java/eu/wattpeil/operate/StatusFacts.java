package eu.wattpeil.operate;

import eu.wattpeil.deliver.DeliveryStatus;
import eu.wattpeil.kpi.query.CategoryFacts;
import eu.wattpeil.kpi.query.RejectFacts;
import eu.wattpeil.kpi.query.RunFacts;
import eu.wattpeil.kpi.query.UnkeptRejects;
import eu.wattpeil.store.KeptFrom;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How a workspace stands.
 *
 * @param zone in which its people read times
 * @param sources one per definition, by name
 * @param months with data that are over
 * @param due those of them that the next run computes
 * @param runs the last ones, the latest first
 * @param deliveries that are not settled, and of each the last that is
 * @param unreadableDeliveries of which it cannot be read what was delivered; a message each
 * @param rejects that are kept, one per definition and reason
 * @param unkept rejects beyond these, one per definition
 * @param questions what the readings ask of the people who keep the workspace
 * @param categories of devices that {@code config/device-profiles.csv} lacks
 * @param kept from which month on records are kept, of datasets of which some were removed
 */
public record StatusFacts(
        ZoneId zone,
        List<SourceStatus> sources,
        DueMonths months,
        List<YearMonth> due,
        List<RunFacts> runs,
        List<DeliveryStatus> deliveries,
        List<String> unreadableDeliveries,
        List<RejectFacts> rejects,
        List<UnkeptRejects> unkept,
        MeterQuestions questions,
        List<CategoryFacts> categories,
        List<KeptFrom> kept) {

    public StatusFacts {
        sources = List.copyOf(sources);
        due = List.copyOf(due);
        runs = List.copyOf(runs);
        deliveries = List.copyOf(deliveries);
        unreadableDeliveries = List.copyOf(unreadableDeliveries);
        rejects = List.copyOf(rejects);
        unkept = List.copyOf(unkept);
        categories = List.copyOf(categories);
        kept = List.copyOf(kept);
    }

    /**
     * A definition, and what is in the store of it.
     *
     * @param waiting documents within reach that the store lacks
     * @param lastAt the latest instant of its rows; empty without rows
     * @param askedUntil until when its origin was asked, where not all that it said is a document
     *     yet
     * @param unreadable what cannot be looked at, and why; a message each
     * @param forgotten documents within reach that were taken out of the store for good
     */
    public record SourceStatus(
            String name,
            long documents,
            long records,
            long rejects,
            long waiting,
            Optional<Instant> lastAt,
            Optional<Instant> askedUntil,
            List<String> unreadable,
            int forgotten) {}
}
