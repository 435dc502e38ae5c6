package eu.wattpeil.kpi.query;

import eu.wattpeil.disk.MemoryFile;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.SeriesSpan;
import eu.wattpeil.store.Store;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Remembers which series of readings documents have, so that only those of new documents are read.
 * A document's are as they were while the ledger names the same files of it, with the same sizes
 * and checksums; one from before files were noted is not remembered.
 */
final class SeriesMemory {

    private static final String FILE = "reading-series";

    /** Another one for each change of what is written. */
    private static final int FORMAT = 0x5750_5301;

    private final Optional<MemoryFile> file;
    private final Map<String, Known> known = new HashMap<>();
    private final Function<LedgerRow, Optional<List<SeriesSpan>>> written;

    private record Known(String files, List<ReadingSeries> series) {}

    /** Whether this process told of a document that is not kept yet. */
    private boolean isAnyNew;

    private SeriesMemory(
            Optional<MemoryFile> file, Function<LedgerRow, Optional<List<SeriesSpan>>> written) {
        this.file = file;
        this.written = written;
    }

    /** Remembers nothing. */
    static SeriesMemory none() {
        return new SeriesMemory(Optional.empty(), document -> Optional.empty());
    }

    /**
     * What is kept in the folder of a store, if it has one, and what this process knows of
     * documents that it has just written.
     */
    static SeriesMemory of(Store store) {
        Optional<Path> folder = store.memory();
        SeriesMemory memory =
                new SeriesMemory(
                        folder.map(it -> new MemoryFile(it.resolve(FILE), FORMAT)),
                        store::takeWrittenSeries);
        memory.file.ifPresent(it -> it.read(memory::read));
        return memory;
    }

    /** Leaves nothing of what is kept. */
    void remove() throws IOException {
        if (file.isPresent()) {
            file.get().remove();
        }
    }

    /** The series of a document; empty where they are not known. */
    Optional<List<ReadingSeries>> of(LedgerRow document) {
        return Optional.ofNullable(known.get(document.documentId()))
                .filter(it -> it.files().equals(document.filesText().orElse("")))
                .map(Known::series)
                .or(() -> written.apply(document).map(spans -> series(document, spans)));
    }

    private List<ReadingSeries> series(LedgerRow document, List<SeriesSpan> spans) {
        isAnyNew = true;
        return spans.stream().map(span -> ReadingSeries.of(document, span)).toList();
    }

    /** Whether all that it remembers is of some documents, and it has learnt of none since. */
    boolean isOf(List<LedgerRow> documents) {
        return !isAnyNew
                && known.size()
                        == documents.stream()
                                .filter(it -> known.containsKey(it.documentId()))
                                .count();
    }

    /**
     * Keeps those of some documents and nothing else, where that is anything new.
     *
     * @param series by document; none of those that are not there
     */
    void keep(List<LedgerRow> documents, Map<String, List<ReadingSeries>> series) {
        Map<String, Known> now = new TreeMap<>();
        for (LedgerRow document : documents) {
            String id = document.documentId();
            document.filesText()
                    .ifPresent(
                            it -> now.put(id, new Known(it, series.getOrDefault(id, List.of()))));
        }
        if (!now.equals(known)) {
            file.ifPresent(it -> it.write(out -> write(now, out)));
        }
    }

    private void read(DataInputStream in) throws IOException {
        for (int i = in.readInt(); i > 0; i--) {
            String id = MemoryFile.text(in);
            String files = MemoryFile.text(in);
            List<ReadingSeries> series = new ArrayList<>();
            for (int j = in.readInt(); j > 0; j--) {
                series.add(
                        new ReadingSeries(
                                id,
                                MemoryFile.text(in),
                                MemoryFile.text(in),
                                MemoryFile.text(in),
                                in.readLong(),
                                in.readLong(),
                                instant(in),
                                instant(in)));
            }
            known.put(id, new Known(files, series));
        }
    }

    private static void write(Map<String, Known> all, DataOutputStream out) throws IOException {
        out.writeInt(all.size());
        for (Map.Entry<String, Known> document : all.entrySet()) {
            MemoryFile.text(document.getKey(), out);
            MemoryFile.text(document.getValue().files(), out);
            out.writeInt(document.getValue().series().size());
            for (ReadingSeries series : document.getValue().series()) {
                MemoryFile.text(series.meterKey(), out);
                MemoryFile.text(series.quantity(), out);
                MemoryFile.text(series.kind(), out);
                out.writeLong(series.readings());
                out.writeLong(series.aboutInstants());
                instant(series.firstAt(), out);
                instant(series.lastAt(), out);
            }
        }
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void instant(Instant instant, DataOutputStream out) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }
}
