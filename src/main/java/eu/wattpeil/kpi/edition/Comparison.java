package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.edition.Verified.Difference;
import eu.wattpeil.kpi.edition.Verified.Kind;
import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.EngineException;
import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.model.PublishedTable;
import eu.wattpeil.kpi.model.PublishedTables;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Fingerprint;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares files of an edition with those that were computed again.
 *
 * @param again the store beside, with files of the same names
 */
record Comparison(Engine engine, Store store, Store again) {

    private static final List<String> KEY_OF_VALUES =
            List.of("period", "kpi_id", "scope_kind", "scope_id");

    /**
     * The first difference between two files; empty where they are equal byte for byte, or neither
     * is there.
     *
     * @param written the SHA-256 of the file as it was written; empty where none was
     */
    Optional<Difference> difference(Dataset table, String file, Optional<String> written) {
        Optional<String> stored = hash(store, file);
        Optional<String> fresh = hash(again, file);
        if (stored.equals(written) && stored.equals(fresh)) {
            return Optional.empty();
        }
        if (stored.isEmpty() && written.isPresent()) {
            return Optional.of(Difference.of(Kind.LOST, file));
        }
        if (!stored.equals(written) && fresh.equals(written)) {
            return Optional.of(Difference.of(Kind.ALTERED, file));
        }
        if (!stored.equals(written) && fresh.equals(stored)) {
            return Optional.of(Difference.of(Kind.MANIFEST_ALTERED, file));
        }
        return Optional.of(differentRow(table, file));
    }

    private static Optional<String> hash(Store of, String file) {
        return Files.exists(of.layout().path(file))
                ? Optional.of(Fingerprint.of(of.readBytes(file)))
                : Optional.empty();
    }

    private Difference differentRow(Dataset table, String file) {
        try {
            Map<String, List<Object>> published = rows(store, table, file);
            Map<String, List<Object>> fresh = rows(again, table, file);
            for (Map.Entry<String, List<Object>> row : published.entrySet()) {
                List<Object> same = fresh.get(row.getKey());
                if (same == null) {
                    return new Difference(Kind.ROW_TOO_MANY, file, row.getKey(), "", "", "");
                }
                for (int i = 0; i < same.size(); i++) {
                    if (!same.get(i).equals(row.getValue().get(i))) {
                        return new Difference(
                                Kind.VALUE,
                                file,
                                row.getKey(),
                                table.columns().get(i).name(),
                                text(row.getValue().get(i)),
                                text(same.get(i)));
                    }
                }
            }
            return fresh.keySet().stream()
                    .filter(key -> !published.containsKey(key))
                    .findFirst()
                    .map(key -> new Difference(Kind.ROW_MISSING, file, key, "", "", ""))
                    .orElseGet(() -> Difference.of(Kind.BYTES, file));
        } catch (SqlException | EngineException unreadable) {
            return Difference.of(Kind.UNREADABLE, file);
        }
    }

    /** The rows of a file by their keys, in its order; none where there is no file. */
    private Map<String, List<Object>> rows(Store of, Dataset table, String file) {
        Map<String, List<Object>> rows = new LinkedHashMap<>();
        if (!Files.exists(of.layout().path(file))) {
            return rows;
        }
        try (Session session = engine.open(store.root(), again.root(), ZoneOffset.UTC)) {
            session.files(table.name(), FileTable.byMonth(table, List.of(of.layout().path(file))));
            session.each(
                    "select * from " + table.name(),
                    row -> {
                        List<Object> cells =
                                table.columns().stream()
                                        .map(column -> Cells.read(column, row))
                                        .toList();
                        rows.put(key(table, cells), cells);
                    });
        }
        return rows;
    }

    private static String key(Dataset table, List<Object> cells) {
        List<String> key =
                PublishedTables.ALL.stream()
                        .filter(it -> it.name().equals(table.name()))
                        .map(PublishedTable::key)
                        .findFirst()
                        .orElse(KEY_OF_VALUES);
        List<Column> columns = table.columns();
        return IntStream.range(0, columns.size())
                .filter(index -> key.contains(columns.get(index).name()))
                .mapToObj(index -> text(cells.get(index)))
                .collect(Collectors.joining(", "));
    }

    private static String text(Object cell) {
        return Cells.isNull(cell) ? "null" : cell.toString();
    }
}
