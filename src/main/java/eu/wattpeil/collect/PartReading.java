package eu.wattpeil.collect;

import java.util.List;

/**
 * What came of one part of a document.
 *
 * @param records how many rows are in its files
 * @param rejects how many were rejected
 * @param leftOut how many more tell of rows that were left out, and count for none
 * @param firstRejects the first of all these, in order
 */
record PartReading(long records, long rejects, long leftOut, List<Reject> firstRejects) {

    PartReading {
        firstRejects = List.copyOf(firstRejects);
    }
}
