package eu.wattpeil.store;

import eu.wattpeil.disk.MemoryFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps rows of the ledger in one file, with when and how large each row's own file was, so that
 * the next process need not open thousands of files to read the same again.
 *
 * <p>It may be deleted at any time, and counts for nothing where it is not as it was written. The
 * store has the last word: a row is taken from here only while its file has that name, time and
 * size.
 */
final class LedgerMemory {

    /** Another one for each change of what is written. */
    private static final int FORMAT = 0x5750_4c01;

    /** A file may change once more within the time that its file system tells apart. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final MemoryFile file;
    private final Clock clock;

    LedgerMemory(Path file, Clock clock) {
        this.file = new MemoryFile(file, FORMAT);
        this.clock = clock;
    }

    /**
     * A row as it was read. Under its name it changes only where rows of its document were cleared.
     *
     * @param modified when its file was written
     * @param bytes size of its file
     */
    record ReadRow(FileTime modified, long bytes, LedgerRow row) {

        static ReadRow of(LedgerRow row, BasicFileAttributes file) {
            return new ReadRow(file.lastModifiedTime(), file.size(), row);
        }

        /** Whether a file looks as that of the row did. */
        boolean isAs(BasicFileAttributes file) {
            return file.size() == bytes && file.lastModifiedTime().equals(modified);
        }
    }

    /** Whether a file or folder that last changed then, and changes once more, looks another. */
    static boolean isSettled(FileTime modified, Instant now) {
        return modified.toInstant().isBefore(now.minus(SETTLED));
    }

    /** What is kept; nothing where that cannot be used. */
    Map<LedgerName, ReadRow> read() {
        Map<LedgerName, ReadRow> rows = new HashMap<>();
        file.read(
                in -> {
                    for (int i = in.readInt(); i > 0; i--) {
                        ReadRow row = new ReadRow(time(in), in.readLong(), row(in));
                        rows.put(row.row().fileName(), row);
                    }
                });
        return rows;
    }

    /** Keeps rows, where its folder is there and can be written to. */
    void write(Map<LedgerName, ReadRow> rows) {
        Instant now = clock.instant();
        SortedMap<LedgerName, ReadRow> kept = new TreeMap<>(LedgerName.ORDER);
        rows.forEach(
                (name, row) -> {
                    if (isSettled(row.modified(), now)) {
                        kept.put(name, row);
                    }
                });
        file.write(
                out -> {
                    out.writeInt(kept.size());
                    for (ReadRow row : kept.values()) {
                        write(row, out);
                    }
                });
    }

    private static FileTime time(DataInputStream in) throws IOException {
        return FileTime.from(Instant.ofEpochSecond(in.readLong(), in.readInt()));
    }

    private static LedgerRow row(DataInputStream in) throws IOException {
        return new LedgerRow(
                MemoryFile.text(in),
                in.readLong(),
                MemoryFile.text(in),
                MemoryFile.text(in),
                MemoryFile.text(in),
                MemoryFile.text(in),
                MemoryFile.text(in),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                instant(in),
                instant(in),
                StoredFile.parse(MemoryFile.text(in)));
    }

    private static void write(ReadRow read, DataOutputStream out) throws IOException {
        Instant modified = read.modified().toInstant();
        out.writeLong(modified.getEpochSecond());
        out.writeInt(modified.getNano());
        out.writeLong(read.bytes());
        LedgerRow row = read.row();
        MemoryFile.text(row.documentId(), out);
        out.writeLong(row.batch());
        MemoryFile.text(row.definition(), out);
        MemoryFile.text(row.reading(), out);
        MemoryFile.text(row.dataset(), out);
        MemoryFile.text(row.name(), out);
        MemoryFile.text(row.sha256(), out);
        out.writeLong(row.bytes());
        out.writeLong(row.records());
        out.writeLong(row.rejects());
        write(row.firstAt(), out);
        write(row.lastAt(), out);
        MemoryFile.text(row.filesText().orElse(""), out);
    }

    private static Optional<Instant> instant(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? Optional.of(Instant.ofEpochSecond(in.readLong(), in.readInt()))
                : Optional.empty();
    }

    private static void write(Optional<Instant> instant, DataOutputStream out) throws IOException {
        out.writeBoolean(instant.isPresent());
        if (instant.isPresent()) {
            out.writeLong(instant.get().getEpochSecond());
            out.writeInt(instant.get().getNano());
        }
    }
}
