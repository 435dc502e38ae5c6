package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.PartWriter;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.util.ArrayList;
import java.util.List;

/** Takes the records of one part into the store and keeps its rejects. */
final class PartRecords implements Records {

    /** Rows of a block. */
    static final int BLOCK_ROWS = 4096;

    private final RowRules rules;
    private final KeptTimes kept;
    private final boolean isPersonal;
    private final PartWriter writer;
    private final BlockOutput output;
    private final Text documentId;
    private final int documentColumn;
    private final int lineColumn;
    private final List<Reject> rejects = new ArrayList<>();
    private RowBlock block;
    private long rejectCount;
    private long leftOut;

    /**
     * @param output of the blocks to the writer
     */
    PartRecords(
            Dataset dataset,
            RowRules rules,
            KeptTimes kept,
            PartWriter writer,
            BlockOutput output,
            Text documentId) {
        this.rules = rules;
        this.kept = kept;
        this.isPersonal = dataset.isPersonal();
        this.writer = writer;
        this.output = output;
        this.documentId = documentId;
        block = new RowBlock(dataset, BLOCK_ROWS);
        documentColumn = dataset.index("document_id");
        lineColumn = dataset.index("line");
    }

    @Override
    public RowBlock rows() {
        return block;
    }

    @Override
    public void accept(long line) {
        Reject flaw = rules.flaw(block, line);
        if (flaw != null) {
            reject(flaw);
            return;
        }
        Reject gone = kept.gone(block, line);
        if (gone != null) {
            leaveOut(gone);
            return;
        }
        block.set(documentColumn, documentId);
        block.set(lineColumn, line);
        block.closeRow();
        if (block.isFull()) {
            block = output.write(block);
        }
    }

    @Override
    public boolean acceptAll(long firstLine, int count) {
        if (!rules.allFit(block, count) || !kept.allKept(block, count)) {
            return false;
        }
        block.setAll(documentColumn, count, documentId);
        for (int row = 0; row < count; row++) {
            block.setAhead(lineColumn, row, firstLine + row);
        }
        block.closeRows(count);
        if (block.isFull()) {
            block = output.write(block);
        }
        return true;
    }

    @Override
    public void reject(Reject reject) {
        rejectCount++;
        keep(reject);
    }

    @Override
    public void leaveOut(Reject told) {
        leftOut++;
        keep(told);
    }

    private void keep(Reject reject) {
        block.clearRow();
        if (rejects.size() < Reject.MOST_KEPT) {
            rejects.add(isPersonal ? reject.withoutFound() : reject);
        }
    }

    /** Writes the last rows, ends the files, and gives what came of the part. */
    PartReading finish() {
        block = output.write(block);
        output.finish();
        writer.finish();
        return new PartReading(writer.rows(), rejectCount, leftOut, rejects);
    }
}
