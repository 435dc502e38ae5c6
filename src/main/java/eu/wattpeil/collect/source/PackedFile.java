package eu.wattpeil.collect.source;

import com.github.luben.zstd.ZstdInputStream;
import eu.wattpeil.collect.Digest;
import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.bytes.Outline;
import eu.wattpeil.collect.bytes.ReadingAhead;
import eu.wattpeil.collect.bytes.Stretches;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file, plain or packed, that holds one document, or as an archive one for each entry.
 *
 * @param name where it is, relative to the workspace
 * @param near entries of it that are in memory
 */
record PackedFile(String name, Path file, SeenFiles seen, NearEntries near) {

    private static final int BUFFER_BYTES = 1 << 17;
    private static final char UNKNOWN_LETTER = '\uFFFD';

    /** A packed file of this size takes long enough to unpack for another thread beside it. */
    private static final long AHEAD_BYTES = 4L << 20;

    private static final long MODERATE_BYTES = 64L << 20;

    PackedFile(String name, Path file, SeenFiles seen) {
        this(name, file, seen, new NearEntries());
    }

    /** The documents in it; one that is damaged says so when it is asked. */
    List<Document> documents() throws IOException {
        return documents(FileLook.of(file));
    }

    /**
     * As {@link #documents()}, where it is known how the file looks from outside.
     *
     * @param look not from before the look at files that is going on
     */
    List<Document> documents(FileLook look) throws IOException {
        List<SeenFiles.Entry> entries = seen.entries(key(), look.stamp());
        if (entries.isEmpty()) {
            entries = read();
            // What changed in the meantime is told by the next look.
            if (FileLook.of(file).equals(look)) {
                seen.remember(key(), look.stamp(), entries);
            }
        }
        return documents(entries, look);
    }

    /**
     * As {@link #documents(FileLook)}, in bounded time: of a large file that nobody has read yet
     * the document has no fingerprint, and where it is packed there is none.
     */
    List<Document> documentsInHaste(FileLook look) throws IOException {
        if (look.bytes() <= MODERATE_BYTES || !seen.entries(key(), look.stamp()).isEmpty()) {
            return documents(look);
        }
        return packing() == Packing.NONE
                ? documents(
                        List.of(new SeenFiles.Entry(SeenFiles.Entry.WHOLE, look.bytes(), "", "")),
                        look)
                : List.of();
    }

    /** As {@link #documents()}, whatever is remembered. */
    List<Document> documentsAnew() throws IOException {
        seen.forget(key());
        near.forget();
        return Files.exists(file) ? documents() : List.of();
    }

    /** By what it is remembered: letters that the locale does not have look alike in its name. */
    private String key() {
        return name.indexOf(UNKNOWN_LETTER) < 0 ? name : file.toUri().getRawPath();
    }

    Packing packing() {
        return Packing.of(name);
    }

    /** The unpacked bytes of the file, or of an entry of it; the caller closes. */
    InputStream open(int entry) throws IOException {
        if (!packing().isArchive()) {
            return open(file, packing());
        }
        Optional<NearEntries.Unpacked> held = near.entry(file, packing(), entry);
        if (held.isPresent()) {
            return new ByteArrayInputStream(held.get().bytes());
        }
        Archive archive = Archive.open(file, packing());
        try {
            return archive.open(entry);
        } catch (IOException failure) {
            archive.close();
            throw failure;
        }
    }

    /** How the maker of the archive called an entry. */
    String entryName(int entry) throws IOException {
        Optional<NearEntries.Unpacked> held = near.entry(file, packing(), entry);
        if (held.isPresent()) {
            return held.get().name();
        }
        try (Archive archive = Archive.open(file, packing())) {
            return archive.name(entry);
        }
    }

    /** Places have as many digits as the last one, so that names are in their order. */
    private List<Document> documents(List<SeenFiles.Entry> entries, FileLook look) {
        int last = entries.stream().mapToInt(SeenFiles.Entry::number).max().orElse(0);
        String place = "!%0" + Integer.toString(last).length() + "d";
        return entries.stream()
                .map(
                        entry ->
                                new Document(
                                        entry.number() == SeenFiles.Entry.WHOLE
                                                ? name
                                                : name + place.formatted(entry.number()),
                                        entry.bytes(),
                                        entry.sha256(),
                                        new FileContent(this, entry, look)))
                .toList();
    }

    private List<SeenFiles.Entry> read() throws IOException {
        try {
            if (packing().isArchive()) {
                try (Archive archive = Archive.open(file, packing())) {
                    return archive.read();
                }
            }
            try (InputStream in = openAhead()) {
                return List.of(whole(in, ""));
            }
        } catch (DamagedFileException damaged) {
            // Where the packed bytes can be read, it is not the disk that fails.
            try (InputStream packed = Files.newInputStream(file)) {
                return List.of(whole(packed, damaged.reason()));
            }
        }
    }

    private InputStream openAhead() throws IOException {
        boolean isAhead = packing() != Packing.NONE && Files.size(file) > AHEAD_BYTES;
        InputStream all = open(file, packing());
        return isAhead ? new ReadingAhead(all) : all;
    }

    private static SeenFiles.Entry whole(InputStream in, String damage) throws IOException {
        Outline.Taken outline = new Outline.Taken();
        Digest digest = Digest.of(in, outline);
        boolean isOutlined = damage.isEmpty() && digest.bytes() > Stretches.BYTES;
        return new SeenFiles.Entry(
                SeenFiles.Entry.WHOLE,
                digest.bytes(),
                digest.sha256(),
                damage,
                isOutlined ? Optional.of(outline.outline()) : Optional.empty());
    }

    /** The bytes of a file, unpacked, as a whole; the caller closes. */
    static InputStream open(Path file, Packing packing) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return switch (packing) {
                case GZ -> unpacked(file, new GZIPInputStream(raw, BUFFER_BYTES));
                case ZST ->
                        unpacked(
                                file,
                                new ZstdInputStream(new BufferedInputStream(raw, BUFFER_BYTES)));
                case ZIP, TAR, TAR_GZ, TAR_ZST, NONE -> raw;
            };
        } catch (IOException damaged) {
            raw.close();
            throw UnpackedStream.damage(damaged);
        }
    }

    private static InputStream unpacked(Path file, InputStream in) throws IOException {
        return UnpackedStream.of(in, Files.size(file));
    }
}
