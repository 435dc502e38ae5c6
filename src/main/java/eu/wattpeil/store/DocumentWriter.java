package eu.wattpeil.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes the rows of one document into the store.
 *
 * <p>All files are written aside; {@link #commit} checks them, puts them in place, and last the
 * ledger's row: from then on the document is in. A crash before leaves nothing visible, and the
 * next attempt writes the same bytes. Each step is on the disk before the next one begins, so that
 * a power cut leaves no row without its files.
 */
public final class DocumentWriter implements AutoCloseable {

    private final StoreFiles files;
    private final Ledger ledger;
    private final String documentId;
    private final Dataset dataset;
    private final ZoneId zone;
    private final Origin origin;
    private final String staging;
    private final WrittenSeries series;
    private final List<PartWriter> parts = new CopyOnWriteArrayList<>();
    private final ParquetFile rejects;
    private boolean isFinished;

    DocumentWriter(
            StoreFiles files,
            Ledger ledger,
            String documentId,
            Dataset dataset,
            ZoneId zone,
            Origin origin,
            String staging,
            WrittenSeries series) {
        this.files = files;
        this.ledger = ledger;
        this.documentId = documentId;
        this.dataset = dataset;
        this.zone = zone;
        this.origin = origin;
        this.staging = staging;
        this.series = series;
        this.rejects =
                new ParquetFile(
                        files,
                        staged(StoreLayout.rejectsFile(documentId)),
                        Datasets.REJECTS,
                        origin);
    }

    /** Starts a part of the document; parts may be written by different threads. */
    public PartWriter part(int number) {
        PartWriter part = new PartWriter(files, staging, documentId, number, dataset, zone, origin);
        parts.add(part);
        return part;
    }

    /** Adds rejects, in the order in which they shall stand; one thread at the end. */
    public void reject(RowBlock rows) {
        rejects.write(rows, 0, rows.rows());
    }

    /**
     * The document is in, with all its rows, and what it left when it was read before is removed.
     * Every part must be finished.
     */
    public void commit(LedgerRow row) {
        LedgerRow complete = ledger.inItsBatch(complete(row));
        LedgerName name = complete.fileName();
        LedgerFile.write(complete, files, staged(name.file()), origin);
        new StagedDocument(files, ledger, staging).putInPlace(complete);
        isFinished = true;
        SeriesSpans.of(dataset, parts.stream().map(PartWriter::spans).toList())
                .ifPresent(all -> series.keep(complete, all));
    }

    /**
     * Leaves the document where it was written, whole and on the disk, for the process that holds
     * the store to take; see {@link Store#takeStaged}. Every part must be finished.
     *
     * @param note that goes with it
     */
    public void leave(LedgerRow row, String note) {
        LedgerRow complete = complete(row);
        LedgerFile.write(complete, files, staged(complete.fileName().file()), origin);
        files.write(staged(StagedDocument.NOTE), note);
        for (StoredFile file : complete.files()) {
            files.syncFolderOf(staged(file.file()));
        }
        files.syncFolderOf(staged(StagedDocument.NOTE));
        files.syncFolderOf(staging);
        isFinished = true;
    }

    /** The row with what is in the files, which are whole from then on. */
    private LedgerRow complete(LedgerRow row) {
        if (!parts.stream().allMatch(PartWriter::isFinished)) {
            throw new IllegalStateException("a part of " + documentId + " is not finished");
        }
        rejects.finish();
        List<StoredFile> written = new ArrayList<>();
        parts.forEach(part -> written.addAll(part.files()));
        if (rejects.rows() > 0) {
            written.add(rejects.stored(StoreLayout.rejectsFile(documentId)));
        }
        written.sort(Comparator.comparing(StoredFile::file));
        return row.with(
                instant(parts.stream().flatMapToLong(it -> it.firstAt().stream()).min()),
                instant(parts.stream().flatMapToLong(it -> it.lastAt().stream()).max()),
                written);
    }

    @Override
    public void close() {
        if (!isFinished) {
            parts.forEach(PartWriter::abandon);
            rejects.abandon();
            files.remove(staging);
        }
    }

    private String staged(String file) {
        return staging + "/" + file;
    }

    private static Optional<Instant> instant(OptionalLong micros) {
        return micros.isPresent()
                ? Optional.of(Instant.EPOCH.plus(micros.getAsLong(), ChronoUnit.MICROS))
                : Optional.empty();
    }
}
