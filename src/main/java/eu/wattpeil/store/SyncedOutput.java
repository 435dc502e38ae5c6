package eu.wattpeil.store;

import eu.wattpeil.disk.Disk;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file being written from its beginning to its end, and its checksum. */
final class SyncedOutput extends PositionOutputStream implements OutputFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Disk disk;
    private final OutputStream out;
    private final CRC32C checksum = new CRC32C();
    private long position;
    private boolean isClosed;

    SyncedOutput(Path file, Disk disk) throws IOException {
        this.file = file;
        this.disk = disk;
        out =
                new BufferedOutputStream(
                        Files.newOutputStream(
                                file,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING),
                        BUFFER_BYTES);
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        checksum.update(value);
        position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        checksum.update(bytes, offset, length);
        position += length;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public long getPos() {
        return position;
    }

    /** The CRC-32C of what was written. */
    long checksum() {
        return checksum.getValue();
    }

    /** Returns when the bytes are on the disk. */
    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        out.close();
        disk.sync(file);
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return this;
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    @Override
    public String getPath() {
        return file.toString();
    }
}
