package eu.wattpeil.store;

import eu.wattpeil.workspace.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Documents of meter readings for stores of tests, and what other programs see of them. */
final class Readings {

    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    /** One document, read in two ways: the first 16 digits are those of its content. */
    static final String FIRST_READING = "0123456789abcdef11111111";

    static final String SECOND_READING = "0123456789abcdef22222222";

    private static final Dataset TABLE = Datasets.METER_READINGS;
    private static final Instant START = Instant.parse("2026-09-01T10:00:00Z");

    private Readings() {}

    /** Brings a document of one reading a day into a store. */
    static void commit(Store store, String documentId, long batch, int days, long thousandths) {
        try (DocumentWriter document = store.document(documentId, TABLE, ZONE)) {
            write(document, documentId, days, thousandths);
            document.commit(row(documentId, batch, days));
        }
    }

    /** Stages the same document for the process that holds the store. */
    static void stage(
            Store store, String folder, String documentId, long batch, int days, long thousandths) {
        try (DocumentWriter document = store.document(documentId, folder, TABLE, ZONE)) {
            write(document, documentId, days, thousandths);
            document.leave(row(documentId, batch, days), "a note");
        }
    }

    private static void write(
            DocumentWriter document, String documentId, int days, long thousandths) {
        PartWriter part = document.part(0);
        RowBlock rows = new RowBlock(TABLE, days + 1);
        for (int i = 0; i < days; i++) {
            text(rows, "meter_key", "ups");
            text(rows, "quantity", "electricity");
            text(rows, "kind", "power");
            text(rows, "document_id", documentId);
            rows.set(
                    TABLE.index("measured_at"), (START.getEpochSecond() + i * 86_400L) * 1_000_000);
            rows.set(TABLE.index("value"), thousandths);
            rows.set(TABLE.index("line"), i + 1);
            rows.closeRow();
        }
        part.write(rows);
        part.finish();
        document.reject(reject(documentId));
    }

    static LedgerRow row(String documentId, long batch, int records) {
        return new LedgerRow(
                documentId,
                batch,
                "ups",
                "r",
                "meter_readings",
                "inbox/ups.csv",
                documentId.substring(0, 16),
                9,
                records,
                1);
    }

    private static RowBlock reject(String documentId) {
        Dataset table = Datasets.REJECTS;
        RowBlock rows = new RowBlock(table, 1);
        rows.set(table.index("reason"), Text.of("unreadable_value"));
        rows.set(table.index("expected"), Text.of("a number"));
        rows.set(table.index("document_id"), Text.of(documentId));
        rows.set(table.index("line"), 1);
        rows.closeRow();
        return rows;
    }

    static void text(RowBlock rows, String column, String value) {
        rows.set(TABLE.index(column), Text.of(value));
    }

    /** What DuckDB answers, a text per row, columns apart by a bar. */
    static List<String> query(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            return query(statement, sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    static List<String> query(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }

    /** All files of a folder by their names below it. */
    static Map<String, byte[]> files(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(path).toString().replace('\\', '/'),
                        Files.readAllBytes(path));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }

    /** The fingerprints of files, which compare faster than their bytes do in a test. */
    static Map<String, String> fingerprints(Map<String, byte[]> files) {
        Map<String, String> fingerprints = new TreeMap<>();
        files.forEach((name, bytes) -> fingerprints.put(name, Fingerprint.of(bytes)));
        return fingerprints;
    }
}
