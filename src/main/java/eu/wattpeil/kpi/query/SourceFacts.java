package eu.wattpeil.kpi.query;

import java.time.Instant;
import java.util.Optional;

/**
 * What a definition has brought into the store.
 *
 * @param definition name of the file in {@code jobs/collect}
 * @param dataset the table it fills
 * @param records rows of its documents
 * @param rejects rows of its documents that could not be used
 * @param lastAt the latest instant that a row speaks of; empty where there is no row
 */
public record SourceFacts(
        String definition,
        String dataset,
        long documents,
        long records,
        long rejects,
        Optional<Instant> lastAt) {}
