package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.StoredFile;
import eu.wattpeil.store.TableFile;

/** Puts rows of a result into a file of the store; each column by its name. */
final class ResultTable implements AutoCloseable {

    private final TableFile file;
    private final Dataset table;

    ResultTable(TableFile file, Dataset table) {
        this.file = file;
        this.table = table;
    }

    void append(Row row) {
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            Cells.fill(file.rows(), i, column, Cells.read(column, row));
        }
        file.closeRow();
    }

    StoredFile commit() {
        return file.commit();
    }

    @Override
    public void close() {
        file.close();
    }
}
