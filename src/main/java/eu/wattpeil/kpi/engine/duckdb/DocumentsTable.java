package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import java.util.List;
import java.util.stream.Collectors;

/** The ledger's table in a database. */
public final class DocumentsTable {

    private static final Dataset TABLE = Datasets.DOCUMENTS;

    private DocumentsTable() {}

    /** Makes {@code documents} of the given rows. */
    public static void create(Database database, List<LedgerRow> documents) {
        String columns =
                TABLE.columns().stream()
                        .map(it -> Database.name(it.name()) + " " + FileRelation.sqlType(it.type()))
                        .collect(Collectors.joining(", "));
        database.execute("create table " + TABLE.name() + " (" + columns + ")");
        database.append(TABLE.name(), documents.stream().map(DocumentsTable::values).toList());
    }

    /** In the order of the table's columns. */
    private static List<Object> values(LedgerRow row) {
        return List.of(
                row.documentId(),
                row.batch(),
                row.definition(),
                row.reading(),
                row.dataset(),
                row.name(),
                row.sha256(),
                row.bytes(),
                row.records(),
                row.rejects(),
                row.firstAt(),
                row.lastAt(),
                row.filesText());
    }
}
