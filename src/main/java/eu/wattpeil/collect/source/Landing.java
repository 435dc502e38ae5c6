package eu.wattpeil.collect.source;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a source puts down what it fetches: a folder of its own in the workspace, with a file for
 * each answer.
 *
 * <p>An answer is there whole or not at all. A process that is killed leaves at most a draft, which
 * the next one removes, and what had landed before is not asked for again. The files stay: they are
 * what was read, and can be read anew. Those of personal data are discarded once they are read.
 */
public final class Landing {

    /** The folder of all of them. */
    static final String ALL = "landed";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}");
    private static final String DRAFT = ".draft";
    private static final String EMPTY = ".empty";

    private final Path root;
    private final String folder;
    private final Clock clock;
    private final BooleanSupplier isStopAsked;

    /**
     * @param root the workspace
     * @param definition whose source it is
     * @param clock tells when an answer came, and which are due
     * @param isStopAsked whether nothing further shall be asked for
     */
    public Landing(Path root, String definition, Clock clock, BooleanSupplier isStopAsked) {
        this.root = root;
        folder = ALL + "/" + definition;
        this.clock = clock;
        this.isStopAsked = isStopAsked;
    }

    /** Tells when an answer came, and which are due. */
    public Clock clock() {
        return clock;
    }

    /** Whether nothing further shall be asked for; what has landed by then stays. */
    public boolean isStopAsked() {
        return isStopAsked.getAsBoolean();
    }

    /** The folder, which the first answer makes. */
    public Path folder() {
        return root.resolve(folder);
    }

    /** Writes an answer as it comes in. */
    @FunctionalInterface
    public interface Answer {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What matches all that has landed, and no draft. */
    String pattern() {
        return folder + "/[A-Za-z0-9]*";
    }

    /** The names of what has landed, in order: what a source need not fetch again. */
    public List<String> names() throws IOException {
        return list(NAME.asMatchPredicate());
    }

    /**
     * Puts an answer down; over an older one of that name, unless that has the same bytes.
     *
     * @param name of letters, digits, dots, hyphens and underscores; its ending tells how it is
     *     packed. It must name no person, for the ledger keeps it
     */
    public void land(String name, Answer answer) throws IOException {
        try (Draft draft = draft(name, answer)) {
            draft.land(name);
        }
    }

    /** Writes an answer without putting it down yet; where that fails, nothing is left of it. */
    Draft draft(String name, Answer answer) throws IOException {
        Path file = file(name).resolveSibling("." + name + DRAFT);
        Access.OWNER.createFolders(Disk.folderOf(file));
        try {
            Access.OWNER.createFile(file);
            try (OutputStream out = Files.newOutputStream(file)) {
                answer.writeTo(out);
            }
            return new Draft(file);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    /** Removes an answer in whose place others have landed. */
    void remove(String name) throws IOException {
        Disk.local().remove(file(name));
    }

    /** What the origin has nothing for, by {@link #landEmpty}. */
    List<String> empty() throws IOException {
        return list(file -> isHidden(file, EMPTY)).stream()
                .map(file -> file.substring(1, file.length() - EMPTY.length()))
                .toList();
    }

    /** Notes that the origin has nothing under a name, which is no document. */
    void landEmpty(String name) throws IOException {
        Disk.local().replace(emptyFile(name), new byte[0], Access.OWNER);
    }

    /**
     * Removes an answer, but remembers that there was one, so that it is not asked for again.
     *
     * @param documentName of the document that it is as a whole; nothing happens for another one
     */
    public void discard(String documentName) throws IOException {
        String name = documentName.substring(documentName.lastIndexOf('/') + 1);
        if (documentName.equals(folder + "/" + name) && NAME.matcher(name).matches()) {
            landEmpty(Answers.nameOf(name));
            remove(name);
        }
    }

    void removeEmpty(String name) throws IOException {
        Disk.local().remove(emptyFile(name));
    }

    private Path emptyFile(String name) {
        return file(name).resolveSibling("." + name + EMPTY);
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no name for an answer");
        }
        return root.resolve(folder).resolve(name);
    }

    /** An answer that is written, and not there before it lands. */
    final class Draft implements Closeable {

        private static final int HEAD_BYTES = 256;

        private final Path file;

        private Draft(Path file) {
            this.file = file;
        }

        Path file() {
            return file;
        }

        /** Its first bytes. */
        byte[] head() throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(HEAD_BYTES);
            }
        }

        /** Puts it down, over an older answer of that name unless that has the same bytes. */
        void land(String name) throws IOException {
            Path target = Landing.this.file(name);
            if (!Files.exists(target) || Files.mismatch(file, target) >= 0) {
                Disk.local().sync(file);
                Disk.local().move(file, target);
                Disk.local().syncFolder(Disk.folderOf(target));
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** Removes what a killed process left unfinished. Only for the one process that fetches. */
    public void removeDrafts() throws IOException {
        for (String draft : list(file -> isHidden(file, DRAFT))) {
            Files.delete(root.resolve(folder).resolve(draft));
        }
    }

    private List<String> list(Predicate<String> filter) throws IOException {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(filter)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isHidden(String name, String ending) {
        return name.startsWith(".") && name.endsWith(ending);
    }
}
