package eu.wattpeil.collect.source.http;

import java.time.Duration;

/**
 * How long, how often and how much is asked.
 *
 * @param connect for a connection
 * @param read for the head of an answer, and between two of its bytes
 * @param whole for an answer with its redirects
 * @param retries how often the same is asked for again
 * @param bytes of an answer, as it comes and unpacked
 */
record Limits(Duration connect, Duration read, Duration whole, int retries, long bytes) {

    /** The same with fewer bytes. */
    Limits within(long mostBytes) {
        return new Limits(connect, read, whole, retries, Math.min(bytes, mostBytes));
    }
}
