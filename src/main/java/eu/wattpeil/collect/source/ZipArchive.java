package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** An opened {@code .zip}, whose directory counts. */
final class ZipArchive implements Archive {

    /** The methods that need no further library. */
    private static final Set<Integer> KNOWN_METHODS =
            Set.of(
                    ZipEntry.STORED,
                    ZipEntry.DEFLATED,
                    ZipMethod.ENHANCED_DEFLATED.getCode(),
                    ZipMethod.BZIP2.getCode());

    private final Path file;
    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;

    private ZipArchive(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
        entries = Collections.list(zip.getEntries());
    }

    /**
     * Opens a file.
     *
     * @throws DamagedFileException where its entries cannot be listed
     */
    static ZipArchive open(Path file) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            return new ZipArchive(
                    file,
                    ZipFile.builder()
                            .setSeekableByteChannel(channel)
                            // The directory alone counts: an entry's own header may be damaged.
                            .setIgnoreLocalFileHeader(true)
                            .get());
        } catch (IOException | RuntimeException damaged) {
            channel.close();
            throw UnpackedStream.damage(damaged);
        }
    }

    @Override
    public List<SeenFiles.Entry> read() throws IOException {
        List<SeenFiles.Entry> read = new ArrayList<>();
        Set<ByteBuffer> names = new HashSet<>();
        long mostBytes = UnpackedStream.mostBytes(Files.size(file));
        long bytes = 0;
        for (int number = 1; number <= entries.size(); number++) {
            ZipArchiveEntry entry = entries.get(number - 1);
            if (entry.isDirectory()) {
                continue;
            }
            boolean isFirst = names.add(ByteBuffer.wrap(entry.getRawName()));
            if (!isFirst) {
                read.add(damaged(number, "an entry of a name that is in the archive before"));
            } else if (entry.getSize() < 0 || entry.getSize() > mostBytes - bytes) {
                read.add(damaged(number, Archive.tooLarge(mostBytes)));
            } else {
                SeenFiles.Entry found = read(number);
                bytes += found.bytes();
                read.add(found);
            }
        }
        if (read.isEmpty()) {
            throw new DamagedFileException("an empty archive");
        }
        return read;
    }

    private SeenFiles.Entry read(int number) throws IOException {
        try (InputStream in = entry(number)) {
            Digest digest = Digest.of(in);
            return new SeenFiles.Entry(number, digest.bytes(), digest.sha256(), "");
        } catch (DamagedFileException damaged) {
            return damaged(number, damaged.reason());
        }
    }

    private SeenFiles.Entry damaged(int number, String damage) throws IOException {
        return Archive.damaged(file, number, entries.get(number - 1).getCompressedSize(), damage);
    }

    @Override
    public String name(int number) throws IOException {
        return find(number).getName();
    }

    @Override
    public InputStream entry(int number) throws IOException {
        ZipArchiveEntry entry = find(number);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new DamagedFileException("encrypted");
        }
        if (!KNOWN_METHODS.contains(entry.getMethod())) {
            throw new DamagedFileException("packed in a way that is not known");
        }
        if (!Packing.of(entry.getName()).equals(Packing.NONE)) {
            throw new DamagedFileException("packed once more within the archive");
        }
        try {
            return UnpackedStream.of(zip.getInputStream(entry), entry.getSize(), entry.getCrc());
        } catch (IOException | RuntimeException damaged) {
            throw UnpackedStream.damage(damaged);
        }
    }

    @Override
    public boolean has(int number) {
        return number <= entries.size();
    }

    private ZipArchiveEntry find(int number) throws IOException {
        if (!has(number)) {
            throw new DamagedFileException("not in the archive any more");
        }
        return entries.get(number - 1);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
