package eu.wattpeil.store;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the files of a store's tables are: {@code <table>/month=<YYYY-MM>/<file>} for those that
 * are cut by month, {@code <table>/<file>} for others. What a document left is named by its id,
 * with the number of a part after it; what a model left is one file per month.
 */
public final class StoreLayout {

    /** The file of a month that a model left. */
    public static final String PART = "part.parquet";

    private static final String PARTITION = "month=";
    private static final String SUFFIX = ".parquet";

    private final StoreFiles files;
    private final Packs packs;

    StoreLayout(StoreFiles files, Packs packs) {
        this.files = files;
        this.packs = packs;
    }

    /** The tables that have a folder. */
    public List<String> tables() {
        return files.names("").stream()
                .filter(name -> !isHidden(name))
                .filter(name -> Files.isDirectory(path(name)) || !files.names(name).isEmpty())
                .toList();
    }

    /** The months of which a table has a folder, in order. */
    public List<YearMonth> months(String table) {
        return files.names(table).stream()
                .filter(name -> name.startsWith(PARTITION))
                .flatMap(name -> month(name.substring(PARTITION.length())).stream())
                .toList();
    }

    /** All files of a table that is not cut by month. */
    public List<Path> all(Dataset table) {
        return inFolder(table.name()).stream().map(this::path).toList();
    }

    /** The files that documents left in a table that is not cut by month. */
    public List<Path> ofDocuments(String table, Set<String> documentIds) {
        return inFolder(table).stream()
                .filter(file -> documentIds.contains(documentId(file)))
                .map(this::path)
                .toList();
    }

    /**
     * The files with the rows that documents have in some months of a table, their own ones and
     * packs; they are here then. Whatever a run does meanwhile, each row is in them once.
     */
    public DocumentFiles ofDocuments(
            String table, Collection<YearMonth> months, Set<String> documentIds) {
        List<String> whole = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        Set<String> without = new HashSet<>();
        for (YearMonth month : months) {
            // First the files, then the record: what it covers is removed only after it is there.
            List<String> own = inFolder(folder(table, month));
            Optional<Pack> pack = packs.of(table, month);
            Set<String> members = pack.map(it -> it.members().keySet()).orElse(Set.of());
            own.stream()
                    .filter(file -> documentIds.contains(documentId(file)))
                    .filter(file -> !members.contains(documentId(file)))
                    .forEach(whole::add);
            if (members.stream().anyMatch(documentIds::contains)) {
                Set<String> others = new HashSet<>(members);
                others.removeAll(documentIds);
                others.addAll(pack.orElseThrow().gone());
                (others.isEmpty() ? whole : cut).add(pack.orElseThrow().file().file());
                without.addAll(others);
            }
        }
        files.bring(whole);
        files.bring(cut);
        return new DocumentFiles(
                whole.stream().map(this::path).toList(),
                cut.stream().map(this::path).toList(),
                without);
    }

    /** Whether rows of documents were ever put into packs. */
    boolean hasPacks() {
        return files.size(Packs.ALWAYS_THERE) >= 0;
    }

    /** Whether any of some documents has rows in a month of a table. */
    public boolean hasAny(String table, YearMonth month, Set<String> documentIds) {
        return files.anyName(
                        folder(table, month),
                        name -> isTableFile(name) && documentIds.contains(documentId(name)))
                || packs.of(table, month).stream()
                        .flatMap(pack -> pack.members().keySet().stream())
                        .anyMatch(documentIds::contains);
    }

    /** Those of some files, one per month and named by it, that exist. */
    public List<Path> existing(String table, Collection<YearMonth> months, String fileName) {
        return months.stream()
                .map(month -> path(file(table, month, fileName)))
                .filter(Files::exists)
                .toList();
    }

    /** A file of the store, from its path below the root. */
    public Path path(String file) {
        return files.path(file);
    }

    /** The name, below the root, of a path in the store. */
    public String file(Path path) {
        return files.path("").relativize(path).toString().replace(File.separatorChar, '/');
    }

    /** The names of the Parquet files of a month of a table. */
    public List<String> fileNames(String table, YearMonth month) {
        return files.names(table + "/" + PARTITION + month).stream()
                .filter(StoreLayout::isTableFile)
                .toList();
    }

    /** The name, below the root, of a file of a month of a table. */
    public static String file(String table, YearMonth month, String fileName) {
        return table + "/" + PARTITION + month + "/" + fileName;
    }

    /** The month of a file of rows, by its name below the root; empty where it is of no month. */
    static Optional<YearMonth> monthOf(String file) {
        int start = file.indexOf("/" + PARTITION);
        int end = file.lastIndexOf('/');
        return start < 0 || end <= start
                ? Optional.empty()
                : month(file.substring(start + 1 + PARTITION.length(), end));
    }

    /** The folder, below the root, of a month of a table. */
    static String folder(String table, YearMonth month) {
        return table + "/" + PARTITION + month;
    }

    /** The name, below the root, of what a part of a document has in a month. */
    static String partFile(Dataset table, YearMonth month, String documentId, int part) {
        String number = part == 0 ? "" : "-" + part;
        return file(table.name(), month, documentId + number + SUFFIX);
    }

    /** The name, below the root, of a document's rejects. */
    static String rejectsFile(String documentId) {
        return Datasets.REJECTS.name() + "/" + documentId + SUFFIX;
    }

    /** Every file of its own that a document has in the tables, below the root. */
    List<String> filesOf(String documentId) {
        List<String> found = new ArrayList<>();
        for (Dataset dataset : Datasets.collected()) {
            for (YearMonth month : months(dataset.name())) {
                inFolder(dataset.name() + "/" + PARTITION + month).stream()
                        .filter(file -> documentId(file).equals(documentId))
                        .filter(file -> !Pack.isOne(file.substring(file.lastIndexOf('/') + 1)))
                        .forEach(found::add);
            }
        }
        if (Files.exists(path(rejectsFile(documentId)))) {
            found.add(rejectsFile(documentId));
        }
        return found;
    }

    /** Whether a file of that name holds rows; what systems hide is theirs. */
    static boolean isTableFile(String fileName) {
        return fileName.endsWith(SUFFIX) && !isHidden(fileName);
    }

    private List<String> inFolder(String folder) {
        return files.names(folder).stream()
                .filter(StoreLayout::isTableFile)
                .map(name -> folder + "/" + name)
                .toList();
    }

    /** The id in the name of a document's file. */
    static String documentId(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1, file.length() - SUFFIX.length());
        int end = name.indexOf('-');
        return end < 0 ? name : name.substring(0, end);
    }

    private static boolean isHidden(String name) {
        return name.startsWith("_") || name.startsWith(".");
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException notAMonth) {
            return Optional.empty();
        }
    }
}
