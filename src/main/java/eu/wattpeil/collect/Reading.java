package eu.wattpeil.collect;

import eu.wattpeil.store.LedgerRow;
import java.util.List;

/**
 * What came of one document.
 *
 * @param row its row in the ledger
 * @param firstRejects the first of its rejects, by line
 * @param rejectedRows how many of its rejects count against the share that a definition allows
 */
record Reading(LedgerRow row, List<Reject> firstRejects, long rejectedRows) {

    Reading {
        firstRejects = List.copyOf(firstRejects);
    }
}
