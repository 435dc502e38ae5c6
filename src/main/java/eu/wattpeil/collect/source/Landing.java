package eu.wattpeil.collect.source;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a source puts down what it fetches: a folder of its own in the workspace, with a file for
 * each answer.
 *
 * <p>An answer is there whole or not at all. A process that is killed leaves at most a draft, which
 * the next one removes, and what had landed before is not asked for again. The files stay: they are
 * what was read, and can be read anew.
 */
public final class Landing {

    private static final String ALL = "landed";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}");
    private static final String DRAFT = ".draft";

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
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Puts an answer down; over an older one of that name, unless that has the same bytes.
     *
     * @param name of letters, digits, dots, hyphens and underscores; its ending tells how it is
     *     packed. It must name no person, for the ledger keeps it
     */
    public void land(String name, Answer answer) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no name for an answer");
        }
        Path file = root.resolve(folder).resolve(name);
        Access.OWNER.createFolders(Disk.folderOf(file));
        Path draft = file.resolveSibling("." + name + DRAFT);
        try {
            Access.OWNER.createFile(draft);
            try (OutputStream out = Files.newOutputStream(draft)) {
                answer.writeTo(out);
            }
            if (!Files.exists(file) || Files.mismatch(draft, file) >= 0) {
                Disk.local().sync(draft);
                Disk.local().move(draft, file);
                Disk.local().syncFolder(Disk.folderOf(file));
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Removes what a killed process left unfinished. Only for the one process that fetches. */
    public void removeDrafts() throws IOException {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(Landing::isDraft).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isDraft(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(DRAFT);
    }
}
