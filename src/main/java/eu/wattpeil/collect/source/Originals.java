package eu.wattpeil.collect.source;

import com.github.luben.zstd.ZstdOutputStream;
import eu.wattpeil.collect.Content;
import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Unreadable;
import eu.wattpeil.collect.bytes.Outline;
import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.workspace.Fingerprint;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies of the files that were read, so that they can be read anew when they are gone from where
 * they came: {@code originals/<definition>/}.
 *
 * <p>A plain file is kept as {@code <SHA-256>.zst}, a packed one as it is. Beside it stands the
 * name that it had, for formats look at names. A copy is made once, and is there whole or not at
 * all.
 */
public final class Originals {

    /** The folder of all of them. */
    static final String ALL = "originals";

    private static final String NAME = ".name";

    private final Path root;
    private final String place;

    /**
     * @param root the workspace
     * @param definition whose files they are
     */
    Originals(Path root, String definition) {
        this.root = root;
        place = ALL + "/" + definition;
    }

    /**
     * Removes the copy of a plain file. Of a document in an archive the copy stays, as others are
     * in it.
     *
     * @param root the workspace
     * @param sha256 of the document
     */
    public static void removeCopy(Path root, String definition, String sha256) throws IOException {
        Path folder = root.resolve(ALL).resolve(definition);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith(sha256 + ".")) {
                    Disk.local().remove(file);
                }
            }
        }
        Disk.local().syncFolder(folder);
    }

    /** Keeps the file that a document is in, unless it is kept. */
    void keep(Document document) throws IOException {
        if (!(document.content() instanceof FileContent content)) {
            return;
        }
        PackedFile source = content.file();
        String key = key(source, document);
        Path copy = root.resolve(place).resolve(key + ending(source));
        if (Files.exists(copy)) {
            return;
        }
        byte[] name = source.name().getBytes(StandardCharsets.UTF_8);
        Disk.local().replace(copy.resolveSibling(key + NAME), name, Access.OWNER);
        Path draft = copy.resolveSibling("." + copy.getFileName());
        Access.OWNER.createFile(draft);
        try {
            if (copy(source, document, draft)) {
                Disk.local().sync(draft);
                Disk.local().move(draft, copy);
                Disk.local().syncFolder(Disk.folderOf(copy));
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Files are told by what is in them, whatever they are called. */
    private static String key(PackedFile source, Document document) throws IOException {
        return source.packing().isArchive()
                ? Fingerprint.of(source.documents().stream().map(Document::sha256).toList())
                : document.sha256();
    }

    private static String ending(PackedFile source) {
        return switch (source.packing()) {
            case NONE, ZST -> ".zst";
            case GZ -> ".gz";
            case ZIP -> ".zip";
            case TAR -> ".tar";
            case TAR_GZ -> ".tar.gz";
            case TAR_ZST -> ".tar.zst";
        };
    }

    /** Whether the copy is of the document: a file that has changed since is kept as what it is. */
    private static boolean copy(PackedFile source, Document document, Path draft)
            throws IOException {
        try (InputStream in = Files.newInputStream(source.file());
                OutputStream out = Files.newOutputStream(draft)) {
            if (source.packing() != Packing.NONE) {
                in.transferTo(out);
            } else {
                try (OutputStream packed = new ZstdOutputStream(new Unclosed(out))) {
                    in.transferTo(packed);
                }
            }
        }
        PackedFile copy =
                new PackedFile(
                        "draft" + ending(source), draft, SeenFiles.none(source.seen().clock()));
        return copy.documents().stream().anyMatch(it -> it.sha256().equals(document.sha256()));
    }

    /** A stream that stays open when what packs into it is closed. */
    private static final class Unclosed extends FilterOutputStream {

        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** What was found, and what of the originals is not among it, by name. */
    Found with(Found found, SeenFiles seen) throws IOException {
        Set<String> there = new HashSet<>();
        found.documents().forEach(document -> there.add(document.sha256()));
        List<Document> documents = new ArrayList<>(found.documents());
        List<Unreadable> unreadable = new ArrayList<>(found.unreadable());
        for (String file : files()) {
            try {
                documents.addAll(documents(file, there, seen));
            } catch (IOException failure) {
                unreadable.add(Unreadable.of(place + "/" + file, failure));
            }
        }
        documents.sort((one, other) -> one.name().compareTo(other.name()));
        return new Found(documents, unreadable, found.unsettled(), found.absent());
    }

    private List<String> files() throws IOException {
        Path folder = root.resolve(place);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.startsWith(".") && !file.endsWith(NAME))
                    .sorted()
                    .toList();
        }
    }

    private List<Document> documents(String file, Set<String> there, SeenFiles seen)
            throws IOException {
        Path path = root.resolve(place).resolve(file);
        String key = file.substring(0, file.indexOf('.'));
        String kept = place + "/" + file;
        Path name = path.resolveSibling(key + NAME);
        String had = Files.isRegularFile(name) ? Files.readString(name) : kept;
        List<Document> documents = new ArrayList<>();
        for (Document document : new PackedFile(kept, path, seen).documents()) {
            if (there.add(document.sha256())) {
                documents.add(
                        new Document(
                                had + document.name().substring(kept.length()),
                                document.bytes(),
                                document.sha256(),
                                new Kept(document.content(), kept, had)));
            }
        }
        return documents;
    }

    /**
     * What is in an original.
     *
     * @param kept how the copy is called
     * @param had how the file was
     */
    private record Kept(Content content, String kept, String had) implements Content {

        @Override
        public InputStream open() throws IOException {
            return content.open();
        }

        @Override
        public Optional<Outline> knownOutline() {
            return content.knownOutline();
        }

        @Override
        public boolean looksAsFound() throws IOException {
            return content.looksAsFound();
        }

        @Override
        public Optional<String> damage() {
            return content.damage();
        }

        @Override
        public Optional<String> givenName() throws IOException {
            return content.givenName().map(name -> had + name.substring(kept.length()));
        }

        @Override
        public List<Document> anew() throws IOException {
            return content.anew();
        }
    }
}
