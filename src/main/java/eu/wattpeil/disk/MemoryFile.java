package eu.wattpeil.disk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * A file of what was found out before, which only saves time: it may be deleted at any time, and
 * counts for nothing where it is not as it was written.
 */
public final class MemoryFile {

    private static final int HEADER = Integer.BYTES + Long.BYTES;

    private final Path file;
    private final int format;

    /**
     * @param format another number for each change of what is written
     */
    public MemoryFile(Path file, int format) {
        this.file = file;
        this.format = format;
    }

    /** Reads or writes values in their order. */
    @FunctionalInterface
    public interface Values<S> {
        void pass(S values) throws IOException;
    }

    /** Reads what is kept; nothing is read where there is nothing that can be used. */
    public void read(Values<DataInputStream> reader) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            boolean isWhole =
                    bytes.remaining() >= HEADER
                            && bytes.getInt() == format
                            && bytes.getLong() == checksum(bytes);
            if (isWhole) {
                reader.pass(
                        new DataInputStream(
                                new ByteArrayInputStream(bytes.array(), HEADER, bytes.capacity())));
            }
        } catch (IOException absent) {
            // As if nothing had been found out before.
        }
    }

    /** Keeps something, where the file's folder is there and can be written to. */
    public void write(Values<DataOutputStream> writer) {
        if (!Files.isDirectory(Disk.folderOf(file))) {
            return;
        }
        try {
            ByteArrayOutputStream values = new ByteArrayOutputStream();
            writer.pass(new DataOutputStream(values));
            ByteBuffer bytes = ByteBuffer.allocate(HEADER + values.size());
            bytes.position(HEADER).put(values.toByteArray());
            bytes.putInt(0, format).putLong(Integer.BYTES, checksum(bytes.position(HEADER)));
            Disk.local().replace(file, bytes.array(), Access.OWNER);
        } catch (IOException unwritable) {
            // It only saves time.
        }
    }

    /** Leaves nothing of what was kept. */
    public void remove() throws IOException {
        Disk.local().remove(file);
    }

    /** Of all that is left in a buffer. */
    private static long checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate());
        return checksum.getValue();
    }

    /** A text of any length. */
    public static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    /** Writes a text of any length. */
    public static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
