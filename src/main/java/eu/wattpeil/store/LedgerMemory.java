package eu.wattpeil.store;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

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

    private final Path file;

    LedgerMemory(Path file) {
        this.file = file;
    }

    /**
     * A row as it was read. Under its name it changes only where rows of its document were cleared.
     *
     * @param modified when its file was written
     * @param bytes size of its file
     */
    record ReadRow(FileTime modified, long bytes, LedgerRow row) {}

    /** What is kept; nothing where that cannot be used. */
    Map<LedgerName, ReadRow> read() {
        try {
            byte[] all = Files.readAllBytes(file);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(all));
            boolean isWhole =
                    all.length > Integer.BYTES + Long.BYTES
                            && in.readInt() == FORMAT
                            && in.readLong() == checksum(all);
            return isWhole ? rows(in) : Map.of();
        } catch (IOException | RuntimeException absent) {
            return Map.of();
        }
    }

    /** Keeps rows, where its folder is there and can be written to. */
    void write(Map<LedgerName, ReadRow> rows) {
        if (!Files.isDirectory(Disk.folderOf(file))) {
            return;
        }
        Instant settled = Instant.now().minus(SETTLED);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(FORMAT);
            out.writeLong(0);
            SortedMap<LedgerName, ReadRow> inOrder = new TreeMap<>(LedgerName.ORDER);
            inOrder.putAll(rows);
            for (ReadRow row : inOrder.values()) {
                if (row.modified().toInstant().isBefore(settled)) {
                    out.writeBoolean(true);
                    write(row, out);
                }
            }
            out.writeBoolean(false);
            byte[] all = bytes.toByteArray();
            long checksum = checksum(all);
            for (int i = 0; i < Long.BYTES; i++) {
                all[Integer.BYTES + i] = (byte) (checksum >>> Byte.SIZE * (Long.BYTES - 1 - i));
            }
            Disk.local().replace(file, all, Access.OWNER);
        } catch (IOException unwritable) {
            // It only saves time.
        }
    }

    private static Map<LedgerName, ReadRow> rows(DataInputStream in) throws IOException {
        Map<LedgerName, ReadRow> rows = new HashMap<>();
        while (in.readBoolean()) {
            FileTime modified = FileTime.from(Instant.ofEpochSecond(in.readLong(), in.readInt()));
            ReadRow row = new ReadRow(modified, in.readLong(), row(in));
            rows.put(row.row().fileName(), row);
        }
        return rows;
    }

    private static LedgerRow row(DataInputStream in) throws IOException {
        return new LedgerRow(
                text(in),
                in.readLong(),
                text(in),
                text(in),
                text(in),
                text(in),
                text(in),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                instant(in),
                instant(in),
                StoredFile.parse(text(in)));
    }

    private static void write(ReadRow read, DataOutputStream out) throws IOException {
        Instant modified = read.modified().toInstant();
        out.writeLong(modified.getEpochSecond());
        out.writeInt(modified.getNano());
        out.writeLong(read.bytes());
        LedgerRow row = read.row();
        write(row.documentId(), out);
        out.writeLong(row.batch());
        write(row.definition(), out);
        write(row.reading(), out);
        write(row.dataset(), out);
        write(row.name(), out);
        write(row.sha256(), out);
        out.writeLong(row.bytes());
        out.writeLong(row.records());
        out.writeLong(row.rejects());
        write(row.firstAt(), out);
        write(row.lastAt(), out);
        write(row.filesText().orElse(""), out);
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

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Of all that comes after it. */
    private static long checksum(byte[] all) {
        int start = Integer.BYTES + Long.BYTES;
        CRC32C checksum = new CRC32C();
        checksum.update(all, start, all.length - start);
        return checksum.getValue();
    }
}
