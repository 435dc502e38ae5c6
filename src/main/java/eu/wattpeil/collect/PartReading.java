package eu.wattpeil.collect;

import java.util.List;

/**
 * What came of one part of a document.
 *
 * @param records how many rows are in its files
 * @param rejects how many were rejected
 * @param firstRejects the first of them, in order
 */
record PartReading(long records, long rejects, List<Reject> firstRejects) {

    PartReading {
        firstRejects = List.copyOf(firstRejects);
    }
}
