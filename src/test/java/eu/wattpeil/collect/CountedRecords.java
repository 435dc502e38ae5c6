package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.workspace.PlausibleTimes;

/** Keeps nothing of many rows, and looks how much more is alive late than early. */
final class CountedRecords implements Records {

    static final int ROWS = 1_000_000;

    /** A collector may leave some of what is dead where it lies, but not each time. */
    private static final int COLLECTIONS = 4;

    private final RowBlock rows;

    /** By then everything that is bounded has reached its bound. */
    private final long earlyRow;

    private final long lateRow;
    private final RowRules rules;
    private long accepted;
    private long rejects;
    private long early;
    private long late;

    /** For so many rows. */
    CountedRecords(Dataset dataset, PersonalTexts texts, int count) {
        earlyRow = count * 3L / 10;
        lateRow = count * 7L / 10;
        rows = new RowBlock(dataset, 1);
        TimeWindow window =
                TimeWindow.of(PlausibleTimes.DEFAULT, FormatWorkbench.ZONE, FormatWorkbench.NOW);
        rules = new RowRules(dataset, window, texts);
    }

    long accepted() {
        return accepted;
    }

    long rejects() {
        return rejects;
    }

    /** In bytes. */
    long growth() {
        return late - early;
    }

    @Override
    public RowBlock rows() {
        return rows;
    }

    @Override
    public void accept(long line) {
        accepted++;
        rejects += rules.flaw(rows, line) == null ? 0 : 1;
        rows.clearRow();
        if (accepted == earlyRow) {
            early = alive();
        }
        if (accepted == lateRow) {
            late = alive();
        }
    }

    @Override
    public void reject(Reject reject) {
        rejects++;
        rows.clearRow();
    }

    private static long alive() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
