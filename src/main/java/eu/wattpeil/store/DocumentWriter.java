package eu.wattpeil.store;

import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes the rows of one document into the store.
 *
 * <p>All files are written aside; {@link #commit} checks them, puts them in place, and last the
 * ledger's row: from then on the document is in. A crash before leaves nothing visible, and the
 * next attempt writes the same bytes.
 */
public final class DocumentWriter implements AutoCloseable {

    private final StoreFiles files;
    private final String documentId;
    private final Dataset dataset;
    private final ZoneId zone;
    private final String staging;
    private final List<PartWriter> parts = new CopyOnWriteArrayList<>();
    private final ParquetFile rejects;
    private boolean isCommitted;

    DocumentWriter(StoreFiles files, String documentId, Dataset dataset, ZoneId zone) {
        this.files = files;
        this.documentId = documentId;
        this.dataset = dataset;
        this.zone = zone;
        this.staging = Store.STAGING + "/" + documentId;
        this.rejects = new ParquetFile(files, staging + "/" + rejectsFile(), Datasets.REJECTS);
    }

    /** Starts a part of the document; parts may be written by different threads. */
    public PartWriter part(int number) {
        PartWriter part = new PartWriter(files, staging, documentId, number, dataset, zone);
        parts.add(part);
        return part;
    }

    /** Adds rejects, in the order in which they shall stand; one thread at the end. */
    public void reject(RowBlock rows) {
        rejects.write(rows, 0, rows.rows());
    }

    /** The document is in, with all its rows. Every part must be finished. */
    public void commit(LedgerRow row) {
        if (!parts.stream().allMatch(PartWriter::isFinished)) {
            throw new IllegalStateException("a part of " + documentId + " is not finished");
        }
        rejects.finish();
        String stagedRow = staging + "/" + row.file();
        writeLedgerRow(row, stagedRow);
        for (PartWriter part : parts) {
            part.files().forEach(file -> files.move(staging + "/" + file, file));
        }
        if (rejects.rows() > 0) {
            files.move(staging + "/" + rejectsFile(), rejectsFile());
        }
        files.move(stagedRow, row.file());
        isCommitted = true;
        files.remove(staging);
    }

    @Override
    public void close() {
        if (!isCommitted) {
            parts.forEach(PartWriter::abandon);
            rejects.abandon();
            files.remove(staging);
        }
    }

    private void writeLedgerRow(LedgerRow row, String file) {
        ParquetFile ledger = new ParquetFile(files, file, Datasets.DOCUMENTS);
        RowBlock block = new RowBlock(Datasets.DOCUMENTS, 1);
        row.fill(block, firstAt(), lastAt());
        block.closeRow();
        ledger.write(block, 0, 1);
        ledger.finish();
    }

    private OptionalLong firstAt() {
        return parts.stream().flatMapToLong(part -> part.firstAt().stream()).min();
    }

    private OptionalLong lastAt() {
        return parts.stream().flatMapToLong(part -> part.lastAt().stream()).max();
    }

    private String rejectsFile() {
        return Datasets.REJECTS.name() + "/" + documentId + ".parquet";
    }
}
