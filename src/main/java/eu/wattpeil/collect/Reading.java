package eu.wattpeil.collect;

import eu.wattpeil.store.LedgerRow;
import java.util.List;

/**
 * What came of one document.
 *
 * @param row its row in the ledger
 * @param firstRejects the first of its rejects, by line
 */
record Reading(LedgerRow row, List<Reject> firstRejects) {

    Reading {
        firstRejects = List.copyOf(firstRejects);
    }
}
