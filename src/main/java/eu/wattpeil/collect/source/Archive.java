package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Digest;
import eu.wattpeil.workspace.Fingerprint;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An opened file that holds several others, its entries.
 *
 * <p>They are told by their place in it, from 1, never by name: a name may be that of a person, and
 * may stand there twice.
 */
interface Archive extends Closeable {

    /**
     * Opens a file.
     *
     * @throws DamagedFileException where its entries cannot be listed
     */
    static Archive open(Path file, Packing packing) throws IOException {
        return packing == Packing.ZIP
                ? ZipArchive.open(file)
                : new TarArchive(file, packing.stream());
    }

    /** What is in each entry that is a file; each is unpacked once, as far as it may be. */
    List<SeenFiles.Entry> read() throws IOException;

    /** Whether there is such an entry, a folder too; those before it are passed. */
    boolean has(int number) throws IOException;

    /** The bytes of an entry, as far as they are good; for one at a time. */
    InputStream entry(int number) throws IOException;

    /** How the maker of the archive called an entry. */
    String name(int number) throws IOException;

    /** The bytes of an entry; the caller closes, and that closes the archive as well. */
    default InputStream open(int number) throws IOException {
        InputStream in = entry(number);
        return new FilterInputStream(in) {
            @Override
            public void close() throws IOException {
                try (Archive.this) {
                    super.close();
                }
            }
        };
    }

    /**
     * An entry that cannot be unpacked. It is known by the whole file: where that can be read, it
     * is not the disk that fails.
     *
     * @param bytes its size in the archive
     */
    static SeenFiles.Entry damaged(Path file, int number, long bytes, String damage)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String sha256 = Digest.of(in).sha256();
            String identity = Fingerprint.of(List.of(sha256, Integer.toString(number)));
            return new SeenFiles.Entry(number, bytes, identity, damage);
        }
    }

    /** What is wrong with an archive that unpacks to too much. */
    static String tooLarge(long mostBytes) {
        return "damaged (the archive unpacks to more than " + mostBytes + " bytes with it)";
    }
}
