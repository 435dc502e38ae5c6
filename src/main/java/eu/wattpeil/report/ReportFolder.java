package eu.wattpeil.report;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.workspace.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder that a report stands in: each edition of a month in a folder of its own, {@code
 * <month>/edition-<n>}, and beside the months what is of them all.
 *
 * @param access who may read what is written
 * @param drafts the folder that files are made in, on the same disk: where it is taken away,
 *     nothing is put in place any more; empty for where they will stand
 */
public record ReportFolder(Path root, Access access, Optional<Path> drafts) {

    private static final String EDITION = "edition-";

    /** One whose files are made where they will stand. */
    public ReportFolder(Path root, Access access) {
        this(root, access, Optional.empty());
    }

    /** The folder of a report in this one, by its name. */
    public ReportFolder ofReport(String name) {
        return new ReportFolder(Report.folder(root, name), access, drafts);
    }

    /** The folder of an edition, relative to this one. */
    static String address(YearMonth month, int edition) {
        return month + "/" + EDITION + edition;
    }

    /** The folder of an edition. */
    public Path of(YearMonth month, int edition) {
        return root.resolve(address(month, edition));
    }

    /** A file beside the months. */
    Path file(String name) {
        return root.resolve(name);
    }

    /** Whether a file is there, by its address. */
    boolean has(String address) {
        return Files.exists(root.resolve(address));
    }

    /** The months that have a folder, the newest first. */
    List<YearMonth> months() throws IOException {
        return list(root).stream()
                .filter(Files::isDirectory)
                .flatMap(path -> month(path.getFileName().toString()).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Optional<YearMonth> month(String name) {
        try {
            return Optional.of(YearMonth.parse(name));
        } catch (DateTimeParseException anotherFolder) {
            return Optional.empty();
        }
    }

    /** The editions of a month that have a folder, the newest first. */
    List<Integer> editions(YearMonth month) throws IOException {
        return list(root.resolve(month.toString())).stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.matches(EDITION + "[1-9][0-9]{0,8}"))
                .map(name -> Integer.valueOf(name.substring(EDITION.length())))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
    }

    /** Replaces a file: a reader sees the old one or the new one. */
    Path write(Path file, byte[] bytes) throws IOException {
        write(file, target -> target.write(bytes));
        return file;
    }

    /** The same with what need not be in memory at once. */
    void write(Path file, Disk.Contents contents) throws IOException {
        if (drafts.isEmpty()) {
            Disk.local().replace(file, contents, access);
            return;
        }
        // Files of one name are written at the same time.
        Path draft = drafts.get().resolve(UUID.randomUUID().toString());
        Disk.local().replace(file, contents, access, draft);
    }
}
