package eu.wattpeil.kpi.query;

import eu.wattpeil.disk.MemoryFile;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that the answer to a question of readings depends on, as bytes. */
final class FactsQuestion {

    /** What is asked of them. */
    private static final List<String> STATEMENTS =
            List.of(
                    "document-series.sql",
                    "unknown-meters.sql",
                    "doubtful-series.sql",
                    "crowded-series.sql",
                    "documents-in-doubt.sql",
                    "reading-conflicts.sql");

    private FactsQuestion() {}

    /**
     * The question of the readings of some documents.
     *
     * @param documents in order of arrival
     * @param months of which rows are kept
     * @param knownKeys the keys that {@code config/meters.csv} names
     */
    static byte[] of(
            Collection<LedgerRow> documents, List<YearMonth> months, Set<String> knownKeys) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            for (String statement : STATEMENTS) {
                MemoryFile.text(Sql.resource(MeterFacts.class, statement), out);
            }
            MemoryFile.text(months.toString(), out);
            out.writeInt(knownKeys.size());
            for (String key : new TreeSet<>(knownKeys)) {
                MemoryFile.text(key, out);
            }
            for (LedgerRow document : documents) {
                write(document, out);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Its files tell where rows of it are others; a row from before they were noted gets them then.
     */
    private static void write(LedgerRow document, DataOutputStream out) throws IOException {
        MemoryFile.text(document.documentId(), out);
        out.writeLong(document.batch());
        MemoryFile.text(document.definition(), out);
        MemoryFile.text(document.name(), out);
        out.writeInt(document.files().size());
        for (StoredFile file : document.files()) {
            out.writeLong(file.bytes());
            out.writeLong(file.checksum());
        }
    }
}
