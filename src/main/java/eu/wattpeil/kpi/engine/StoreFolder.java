package eu.wattpeil.kpi.engine;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the Parquet files of a store's tables; only those of the months that are asked for. */
public final class StoreFolder {

    private static final String PARTITION = "month=";
    private static final String SUFFIX = ".parquet";

    private final Path root;

    public StoreFolder(Store store) {
        root = store.root().toAbsolutePath().normalize();
    }

    /** The tables that have a folder. */
    public List<String> tables() {
        return children(root).stream()
                .filter(Files::isDirectory)
                .map(StoreFolder::name)
                .filter(name -> !name.startsWith("_") && !name.startsWith("."))
                .toList();
    }

    /** The months of which a table has a folder, in order. */
    public List<YearMonth> months(String table) {
        return children(root.resolve(table)).stream()
                .map(StoreFolder::name)
                .filter(name -> name.startsWith(PARTITION))
                .flatMap(name -> month(name.substring(PARTITION.length())).stream())
                .toList();
    }

    /** All files of a table that is not cut by month. */
    public List<Path> all(Dataset table) {
        return parquet(root.resolve(table.name()));
    }

    /** The files that documents left in a table that is not cut by month. */
    public List<Path> ofDocuments(String table, Set<String> documentIds) {
        return parquet(root.resolve(table)).stream()
                .filter(file -> documentIds.contains(documentId(file)))
                .toList();
    }

    /** The files that documents left in some months of a table. */
    public List<Path> ofDocuments(
            String table, Collection<YearMonth> months, Set<String> documentIds) {
        List<Path> files = new ArrayList<>();
        for (YearMonth month : months) {
            files.addAll(ofDocuments(table + "/" + PARTITION + month, documentIds));
        }
        return files;
    }

    /** Those of some files, one per month and named by it, that exist. */
    public List<Path> existing(String table, Collection<YearMonth> months, String fileName) {
        return months.stream()
                .map(month -> root.resolve(file(table, month, fileName)))
                .filter(Files::exists)
                .toList();
    }

    public Path path(String file) {
        return root.resolve(file);
    }

    /** The name, below the root, of a file of a month of a table. */
    public static String file(String table, YearMonth month, String fileName) {
        return table + "/" + PARTITION + month + "/" + fileName;
    }

    /** A document's files are named by its id, with the number of a part after it. */
    private static String documentId(Path file) {
        String name = name(file);
        int end = name.indexOf('-');
        return end < 0
                ? name.substring(0, name.length() - SUFFIX.length())
                : name.substring(0, end);
    }

    private static List<Path> parquet(Path folder) {
        return children(folder).stream().filter(file -> name(file).endsWith(SUFFIX)).toList();
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException notAMonth) {
            return Optional.empty();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException nothing) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
