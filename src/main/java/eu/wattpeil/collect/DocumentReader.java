package eu.wattpeil.collect;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.Stretches;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.DocumentWriter;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.PartWriter;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.Text;
import eu.wattpeil.workspace.PlausibleTimes;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads one document into the store: all of it, or nothing.
 *
 * <p>The parts of all documents that are read at a time share some threads: that bounds the memory.
 */
final class DocumentReader implements AutoCloseable {

    /** A reject that no row is counted for: an empty log is no fault of its source. */
    private static final Reject NOTHING_TO_KEEP =
            Reject.document(
                    Reason.EMPTY_DOCUMENT, "at least one row to keep", "without a row to keep");

    private final Store store;
    private final ZoneId zone;
    private final PlausibleTimes times;
    private final Clock clock;
    private final Pseudonym pseudonym;
    private final ExecutorService threads;

    /**
     * @param times that rows can have
     * @param threads how many parts are read at the same time
     */
    DocumentReader(
            Store store,
            ZoneId zone,
            PlausibleTimes times,
            Clock clock,
            Pseudonym pseudonym,
            int threads) {
        this.pseudonym = pseudonym;
        this.store = store;
        this.zone = zone;
        this.times = times;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /** One as a workspace says. */
    static DocumentReader of(Workspace workspace, Store store, Clock clock, int threads) {
        Settings settings = workspace.settings();
        return new DocumentReader(
                store,
                settings.zone(),
                settings.plausibleTimes(),
                clock,
                new Pseudonym(settings.pseudonymKey()),
                threads);
    }

    /**
     * Reads the document; when this gives what came of it, it is in the ledger.
     *
     * @param accepted what may have become of the document in the meantime
     * @return empty where something else became of it: then nothing was kept
     */
    Optional<Reading> read(
            Document document, Intake intake, long batch, Set<WatchedContent.State> accepted)
            throws IOException {
        String documentId = intake.documentId(document);
        try (DocumentWriter writer = store.document(documentId, intake.dataset(), zone)) {
            Optional<Reading> reading =
                    write(document, intake, batch, accepted, clock.instant(), writer);
            reading.ifPresent(it -> writer.commit(it.row()));
            return reading;
        }
    }

    /**
     * Reads the document for another process, which takes it with {@link #take}.
     *
     * @param readAt when it is read, by that process's clock
     * @param folder of this attempt alone
     * @return whether it is the document that was found; otherwise nothing was kept
     */
    boolean stage(Document document, Intake intake, long batch, Instant readAt, String folder)
            throws IOException {
        String documentId = intake.documentId(document);
        try (DocumentWriter writer = store.document(documentId, folder, intake.dataset(), zone)) {
            Optional<Reading> reading =
                    write(
                            document,
                            intake,
                            batch,
                            Set.of(WatchedContent.State.SAME),
                            readAt,
                            writer);
            reading.ifPresent(
                    it -> writer.leave(it.row(), StagedNote.of(it, intake.dataset()).text()));
            return reading.isPresent();
        }
    }

    /**
     * Brings in what another process has staged; when this gives what came of it, it is in the
     * ledger.
     *
     * @return empty where it is not there whole
     */
    Optional<Reading> take(Document document, Intake intake, long batch, String folder) {
        return store.hosts()
                .takeStaged(folder, intake.documentId(document), batch)
                .map(
                        taken -> {
                            StagedNote note = StagedNote.read(taken.note());
                            return new Reading(
                                    taken.row(), note.firstRejects(), note.rejectedRows());
                        });
    }

    private Optional<Reading> write(
            Document document,
            Intake intake,
            long batch,
            Set<WatchedContent.State> accepted,
            Instant readAt,
            DocumentWriter writer)
            throws IOException {
        WatchedContent content = new WatchedContent(document);
        Dataset dataset = intake.dataset();
        String documentId = intake.documentId(document);
        List<PartReading> parts = readParts(content.watched(), intake, documentId, readAt, writer);
        if (!accepted.contains(content.state())) {
            return Optional.empty();
        }
        long records = parts.stream().mapToLong(PartReading::records).sum();
        long rejectedRows = parts.stream().mapToLong(PartReading::rejects).sum();
        long leftOut = parts.stream().mapToLong(PartReading::leftOut).sum();
        boolean isSilent = records == 0 && rejectedRows == 0 && leftOut == 0;
        List<Reject> kept = isSilent ? List.of(NOTHING_TO_KEEP) : firstRejects(parts);
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
                        isSilent ? 1 : rejectedRows + leftOut);
        return Optional.of(new Reading(row, kept, rejectedRows));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private List<PartReading> readParts(
            Document document,
            Intake intake,
            String documentId,
            Instant readAt,
            DocumentWriter writer)
            throws IOException {
        Dataset dataset = intake.dataset();
        TimeWindow window = TimeWindow.of(times, zone, readAt);
        KeptTimes kept =
                new KeptTimes(
                        dataset,
                        Optional.ofNullable(store.retention().keptFrom().get(dataset.name())),
                        zone);
        PersonalTexts texts = texts(intake);
        List<Callable<PartReading>> readings = new ArrayList<>();
        List<Format.Piece> pieces = pieces(document, intake.format());
        boolean isWrittenBehind = pieces.size() == 1 && document.bytes() > Stretches.BYTES;
        for (Format.Piece piece : pieces) {
            PartWriter target = writer.part(readings.size());
            readings.add(
                    () -> {
                        RowRules rules = new RowRules(dataset, window, texts);
                        Text id = Text.of(documentId);
                        try (BlockOutput output =
                                isWrittenBehind
                                        ? new WritingBehind(target, dataset, PartRecords.BLOCK_ROWS)
                                        : BlockOutput.at(target)) {
                            PartRecords records =
                                    new PartRecords(dataset, rules, kept, target, output, id);
                            piece.read(records);
                            return records.finish();
                        }
                    });
        }
        return runAll(readings);
    }

    private PersonalTexts texts(Intake intake) {
        Set<String> erased = store.pseudonyms().erased();
        return erased.isEmpty()
                ? intake.texts()
                : intake.texts()
                        .without(user -> pseudonym.mark(user).filter(erased::contains).isPresent());
    }

    private static List<Format.Piece> pieces(Document document, Format format) throws IOException {
        Optional<Reject> damage = document.content().damage().map(Reject::damaged);
        return damage.isPresent()
                ? List.of(records -> records.reject(damage.get()))
                : format.pieces(document);
    }

    private List<PartReading> runAll(List<Callable<PartReading>> readings) throws IOException {
        try {
            List<PartReading> parts = new ArrayList<>();
            for (Future<PartReading> reading : threads.invokeAll(readings)) {
                parts.add(reading.get());
            }
            return parts;
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
        }
    }

    private static List<Reject> firstRejects(List<PartReading> parts) {
        return parts.stream()
                .flatMap(part -> part.firstRejects().stream())
                .sorted(Comparator.comparingLong(Reject::line))
                .limit(Reject.MOST_KEPT)
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
