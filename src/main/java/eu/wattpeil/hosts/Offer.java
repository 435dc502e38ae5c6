package eu.wattpeil.hosts;

import java.time.Instant;

/**
 * A document that whoever holds the work lets other hosts read.
 *
 * @param definition that found it
 * @param documentId as the ledger will know it
 * @param name in the workspace, as the ledger keeps it
 * @param bytes unpacked
 * @param sha256 of its bytes, unpacked
 * @param batch that it is read in
 * @param readAt when it is read, by the clock of whoever offers it
 */
public record Offer(
        String definition,
        String documentId,
        String name,
        long bytes,
        String sha256,
        long batch,
        Instant readAt) {}
