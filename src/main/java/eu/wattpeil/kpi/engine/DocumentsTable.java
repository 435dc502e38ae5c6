package eu.wattpeil.kpi.engine;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import java.util.List;

/** The ledger's table, for an engine. */
public final class DocumentsTable {

    private static final Dataset TABLE = Datasets.DOCUMENTS;

    private DocumentsTable() {}

    /** The table {@code documents} of the given rows. */
    public static GivenTable of(List<LedgerRow> documents) {
        return new GivenTable(
                TABLE.name(),
                TABLE.columns().stream().map(it -> it.name() + " " + it.type().sqlType()).toList(),
                documents.stream().map(DocumentsTable::values).toList());
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
