package eu.wattpeil.report;

import java.time.Instant;
import java.util.Optional;

/**
 * What a source gave for a month.
 *
 * @param definition name of the file in {@code jobs/collect}, without ending
 * @param dataset the table it is read into
 * @param documents with rows in the month
 * @param records usable rows of these documents
 * @param rejects rows of these documents that could not be used
 * @param lastReadingAt the latest time that a row of the month speaks of; empty where there is no
 *     row. Never the time of reading: the same edition gives the same bytes
 */
public record SourceFacts(
        String definition,
        String dataset,
        long documents,
        long records,
        long rejects,
        Optional<Instant> lastReadingAt) {}
