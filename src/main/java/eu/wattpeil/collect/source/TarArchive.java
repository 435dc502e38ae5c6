package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Digest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** An opened {@code .tar}, packed as a whole or not. It can only be read from its start. */
final class TarArchive implements Archive {

    private final Path file;
    private final long mostBytes;
    private final TarArchiveInputStream tar;
    private int place;
    private @Nullable TarArchiveEntry current;

    /**
     * @param packing of the whole
     */
    TarArchive(Path file, Packing packing) throws IOException {
        this.file = file;
        mostBytes = UnpackedStream.mostBytes(Files.size(file));
        tar = new TarArchiveInputStream(PackedFile.open(file, packing));
    }

    /** A tar that is damaged somewhere is good up to there. */
    @Override
    public List<SeenFiles.Entry> read() throws IOException {
        List<SeenFiles.Entry> read = new ArrayList<>();
        long bytes = 0;
        try {
            for (TarArchiveEntry entry = next(); entry != null; entry = next()) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.getRealSize() > mostBytes - bytes) {
                    read.add(damaged(Archive.tooLarge(mostBytes)));
                    return read;
                }
                SeenFiles.Entry found = read(entry);
                bytes += found.bytes();
                read.add(found);
            }
        } catch (DamagedFileException damaged) {
            if (read.isEmpty()) {
                throw damaged;
            }
            read.add(damaged(damaged.reason()));
        }
        if (read.isEmpty()) {
            throw new DamagedFileException("an empty archive");
        }
        return read;
    }

    private SeenFiles.Entry damaged(String damage) throws IOException {
        return Archive.damaged(file, place, 0, damage);
    }

    private SeenFiles.Entry read(TarArchiveEntry entry) throws IOException {
        String damage = damage(entry);
        if (!damage.isEmpty()) {
            return damaged(damage);
        }
        Digest digest = Digest.of(new Bytes());
        return new SeenFiles.Entry(place, digest.bytes(), digest.sha256(), "");
    }

    /** Links, devices and what else is no file has no bytes of its own. */
    private static String damage(TarArchiveEntry entry) {
        if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink()) {
            return "a link or a device, expected a file";
        }
        return Packing.of(entry.getName()) == Packing.NONE
                ? ""
                : "packed once more within the archive";
    }

    @Override
    public InputStream entry(int number) throws IOException {
        TarArchiveEntry entry = find(number);
        String damage = damage(entry);
        if (!damage.isEmpty()) {
            throw new DamagedFileException(damage);
        }
        return new Bytes();
    }

    @Override
    public String name(int number) throws IOException {
        return find(number).getName();
    }

    @Override
    public boolean has(int number) throws IOException {
        while (place < number && (place == 0 || current != null)) {
            current = next();
        }
        return place == number && current != null;
    }

    private TarArchiveEntry find(int number) throws IOException {
        TarArchiveEntry found = has(number) ? current : null;
        if (found == null) {
            throw new DamagedFileException("not in the archive any more");
        }
        return found;
    }

    private @Nullable TarArchiveEntry next() throws IOException {
        place++;
        try {
            return tar.getNextEntry();
        } catch (IOException | RuntimeException damaged) {
            throw damage(damaged);
        }
    }

    private static DamagedFileException damage(Exception cause) {
        if (cause instanceof DamagedFileException known) {
            return known;
        }
        boolean isCut = String.valueOf(cause.getMessage()).startsWith("Truncated");
        return UnpackedStream.damage(isCut ? new EOFException() : cause);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** The bytes of the entry that the archive stands at. */
    private final class Bytes extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return tar.read(target, offset, length);
            } catch (IOException | RuntimeException damaged) {
                throw damage(damaged);
            }
        }
    }
}
