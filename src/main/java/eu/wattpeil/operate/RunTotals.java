package eu.wattpeil.operate;

import java.time.Duration;

/**
 * What a run did.
 *
 * @param documents that were read
 * @param months that were computed
 * @param reports that were published
 * @param deliveries of an edition to somebody
 * @param collecting how long that took
 * @param computing how long that took
 * @param publishing how long that took
 * @param delivering how long that took
 */
public record RunTotals(
        long documents,
        long records,
        long rejects,
        long months,
        long reports,
        long deliveries,
        Duration collecting,
        Duration computing,
        Duration publishing,
        Duration delivering) {}
