package eu.wattpeil.collect.bytes;

/**
 * A stretch of a document that is read on its own, at the same time as others.
 *
 * @param number from 0
 * @param from the first byte
 * @param to the byte after the last one; {@link Long#MAX_VALUE} for the end
 * @param firstLine the number of the line that starts at {@code from}, from 1
 */
public record Part(int number, long from, long to, long firstLine) {

    /** The document as one part. */
    public static final Part WHOLE = new Part(0, 0, Long.MAX_VALUE, 1);
}
