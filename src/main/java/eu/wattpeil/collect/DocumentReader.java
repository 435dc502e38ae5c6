package eu.wattpeil.collect;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.DocumentWriter;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.Text;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads one document into the store: all of it, or nothing. */
final class DocumentReader {

    private final Store store;
    private final ZoneId zone;
    private final int threads;

    /**
     * @param threads that may read the parts of one large document at the same time
     */
    DocumentReader(Store store, ZoneId zone, int threads) {
        this.store = store;
        this.zone = zone;
        this.threads = threads;
    }

    /** Reads the document; when this returns, it is in the ledger. */
    Reading read(Document document, Intake intake, long batch) throws IOException {
        Dataset dataset = intake.dataset();
        String documentId = intake.documentId(document);
        try (DocumentWriter writer = store.document(documentId, dataset, zone)) {
            List<PartRecords> parts = readParts(document, intake, documentId, writer);
            long records = parts.stream().mapToLong(PartRecords::records).sum();
            long rejects = parts.stream().mapToLong(PartRecords::rejectCount).sum();
            List<Reject> kept = firstRejects(parts);
            writer.reject(rejectRows(kept, dataset, documentId));
            LedgerRow row =
                    new LedgerRow(
                            documentId,
                            batch,
                            intake.name(),
                            intake.reading(),
                            dataset.name(),
                            document.name(),
                            document.sha256(),
                            document.bytes(),
                            records,
                            rejects);
            writer.commit(row);
            return new Reading(row, kept);
        }
    }

    private List<PartRecords> readParts(
            Document document, Intake intake, String documentId, DocumentWriter writer)
            throws IOException {
        List<PartRecords> records = new ArrayList<>();
        List<Callable<Void>> readings = new ArrayList<>();
        for (Part part : parts(document, intake.format())) {
            PartRecords target =
                    new PartRecords(
                            intake.dataset(), writer.part(part.number()), Text.of(documentId));
            records.add(target);
            readings.add(() -> readPart(document, part, intake.format(), target));
        }
        runAll(readings);
        return records;
    }

    private static List<Part> parts(Document document, Format format) throws IOException {
        return document.content().damage().isEmpty() ? format.parts(document) : List.of(Part.WHOLE);
    }

    /** Damage is found when a document is fingerprinted: then none of it is read. */
    private static Void readPart(Document document, Part part, Format format, PartRecords target)
            throws IOException {
        Optional<String> damage = document.content().damage();
        if (damage.isPresent()) {
            target.reject(
                    Reject.document(
                            Reason.DAMAGED_DOCUMENT, "a file that can be unpacked", damage.get()));
        } else {
            format.read(document, part, target);
        }
        target.finish();
        return null;
    }

    private void runAll(List<Callable<Void>> readings) throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Void> reading : executor.invokeAll(readings)) {
                reading.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("reading was interrupted", interrupted);
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<Reject> firstRejects(List<PartRecords> parts) {
        return parts.stream()
                .flatMap(part -> part.rejects().stream())
                .sorted(Comparator.comparingLong(Reject::line))
                .limit(PartRecords.MOST_KEPT_REJECTS)
                .toList();
    }

    /** What was found stays out where the source holds personal data. */
    private static RowBlock rejectRows(List<Reject> kept, Dataset dataset, String documentId) {
        Dataset table = Datasets.REJECTS;
        RowBlock rows = new RowBlock(table, Math.max(1, kept.size()));
        for (Reject reject : kept) {
            if (!reject.field().isEmpty()) {
                rows.set(table.index("field"), Text.of(reject.field()));
            }
            rows.set(table.index("reason"), Text.of(reject.reason().code()));
            rows.set(table.index("expected"), Text.of(reject.expected()));
            if (!dataset.isPersonal()) {
                rows.set(table.index("found"), Text.of(reject.found()));
            }
            rows.set(table.index("document_id"), Text.of(documentId));
            rows.set(table.index("line"), reject.line());
            rows.closeRow();
        }
        return rows;
    }
}
