package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.LedgerDocument;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.engine.StoreFolder;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.Store;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ledger: of documents that were read anew, the last reading only. */
public final class Ledger {

    private static final Dataset TABLE = Datasets.DOCUMENTS;

    private Ledger() {}

    /** The visible documents, in the order in which they came. */
    public static List<LedgerDocument> read(Store store) {
        try (Database database = Database.over(store.root())) {
            List<Path> files = new StoreFolder(store).all(TABLE);
            database.execute(
                    "create view documents_read as " + FileRelation.select(TABLE, false, files));
            return database.list(
                    Sql.resource(Ledger.class, "visible-documents.sql"), Ledger::document);
        }
    }

    /** Makes {@code documents} of the given rows. */
    public static void create(Database database, List<LedgerDocument> documents) {
        String columns =
                TABLE.columns().stream()
                        .map(it -> Database.name(it.name()) + " " + FileRelation.sqlType(it.type()))
                        .collect(Collectors.joining(", "));
        database.execute("create table " + TABLE.name() + " (" + columns + ")");
        database.append(TABLE.name(), documents.stream().map(LedgerDocument::values).toList());
    }

    private static LedgerDocument document(ResultSet row) throws SQLException {
        return new LedgerDocument(
                row.getString("document_id"),
                row.getLong("batch"),
                row.getString("definition"),
                row.getString("reading"),
                row.getString("dataset"),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getLong("records"),
                row.getLong("rejects"),
                instant(row, "first_at"),
                instant(row, "last_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
