package eu.wattpeil.operate;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * Puts the small files of a month that is over into one: of each dataset those of one month a run,
 * the earliest that has enough of them and into which the run itself brought nothing.
 */
final class PackStage {

    /** More small files than these in a month are packed. */
    static final int MANY = 32;

    /** Where the rows of a document take more of a month, its file stays as it is. */
    static final long SMALL_BYTES = 1L << 20;

    /** No pack grows beyond it: it is written anew with every document that leaves it. */
    private static final long MOST_BYTES = 32L << 20;

    private final Store store;
    private final List<LedgerRow> documents;
    private final YearMonth present;
    private final long batchBefore;
    private final int many;

    /**
     * @param documents that are in
     * @param present the month that is not over
     * @param batchBefore the last batch of documents before the run
     * @param many how many small files a month may have
     */
    PackStage(
            Store store, List<LedgerRow> documents, YearMonth present, long batchBefore, int many) {
        this.store = store;
        this.documents = documents;
        this.present = present;
        this.batchBefore = batchBefore;
        this.many = many;
    }

    /** Returns how many months were packed. */
    int pack() {
        int packed = 0;
        for (Dataset table : Datasets.collected()) {
            packed += pack(table) ? 1 : 0;
        }
        return packed;
    }

    private boolean pack(Dataset table) {
        for (Map.Entry<YearMonth, List<LedgerRow>> month :
                store.compaction()
                        .smallFiles(table, documents, SMALL_BYTES, MOST_BYTES)
                        .entrySet()) {
            boolean isDue =
                    month.getKey().isBefore(present)
                            && month.getValue().size() > many
                            && month.getValue().stream().allMatch(this::wasThere);
            if (isDue && store.compaction().pack(table, month.getKey(), month.getValue())) {
                return true;
            }
        }
        return false;
    }

    private boolean wasThere(LedgerRow document) {
        return document.batch() <= batchBefore;
    }
}
