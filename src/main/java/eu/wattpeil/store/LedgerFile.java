package eu.wattpeil.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** A ledger row as a Parquet file of its own: written and read back here alone. */
final class LedgerFile {

    private static final Dataset TABLE = Datasets.DOCUMENTS;

    private LedgerFile() {}

    /**
     * Writes a row; its columns are those of {@link Datasets#DOCUMENTS}. Gives the finished file.
     */
    static ParquetFile write(LedgerRow row, StoreFiles files, String file, Origin origin) {
        RowBlock block = new RowBlock(TABLE, 1);
        text(block, "document_id", row.documentId());
        block.set(TABLE.index("batch"), row.batch());
        text(block, "definition", row.definition());
        text(block, "reading", row.reading());
        text(block, "dataset", row.dataset());
        text(block, "name", row.name());
        text(block, "sha256", row.sha256());
        block.set(TABLE.index("bytes"), row.bytes());
        block.set(TABLE.index("records"), row.records());
        block.set(TABLE.index("rejects"), row.rejects());
        row.firstAt().ifPresent(at -> block.set(TABLE.index("first_at"), micros(at)));
        row.lastAt().ifPresent(at -> block.set(TABLE.index("last_at"), micros(at)));
        row.filesText().ifPresent(it -> text(block, "files", it));
        block.closeRow();
        ParquetFile ledger = new ParquetFile(files, file, TABLE, origin);
        ledger.write(block, 0, 1);
        ledger.finish();
        return ledger;
    }

    /**
     * Reads the row of that name.
     *
     * @throws StoreException where the file cannot be read, or holds something else
     */
    static LedgerRow read(StoreFiles files, LedgerName name) {
        return read(files, name, name.file());
    }

    /**
     * The same, where the file stands elsewhere.
     *
     * @param file where it is
     */
    static LedgerRow read(StoreFiles files, LedgerName name, String file) {
        try {
            LedgerRow row = row(files, file);
            if (row.fileName().equals(name)) {
                return row;
            }
            throw damaged(files, name, "the row is of " + row.fileName().file(), null);
        } catch (FileSystemException failure) {
            throw StoreException.because("read", files.path(file), failure);
        } catch (StoreException explained) {
            throw explained;
        } catch (IOException | RuntimeException unreadable) {
            // Parquet's own are of many types, down to an index that is out of bounds.
            throw damaged(files, name, "the file is damaged", unreadable);
        }
    }

    private static LedgerRow row(StoreFiles files, String file) throws IOException {
        ParquetReadOptions options = PageCodecs.reading().usePageChecksumVerification(true).build();
        try (ParquetFileReader reader = ParquetFileReader.open(files.input(file), options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            PageReadStore pages = reader.readNextRowGroup();
            Group row =
                    new ColumnIOFactory()
                            .getColumnIO(schema)
                            .getRecordReader(pages, new GroupRecordConverter(schema))
                            .read();
            return new LedgerRow(
                    row.getString("document_id", 0),
                    row.getLong("batch", 0),
                    row.getString("definition", 0),
                    row.getString("reading", 0),
                    row.getString("dataset", 0),
                    row.getString("name", 0),
                    row.getString("sha256", 0),
                    row.getLong("bytes", 0),
                    row.getLong("records", 0),
                    row.getLong("rejects", 0),
                    instant(row, "first_at"),
                    instant(row, "last_at"),
                    has(row, "files") ? StoredFile.parse(row.getString("files", 0)) : List.of());
        }
    }

    private static Optional<Instant> instant(Group row, String column) {
        return has(row, column)
                ? Optional.of(Instant.EPOCH.plus(row.getLong(column, 0), ChronoUnit.MICROS))
                : Optional.empty();
    }

    /** A row may be older than a column. */
    private static boolean has(Group row, String column) {
        return row.getType().containsField(column) && row.getFieldRepetitionCount(column) > 0;
    }

    private static StoreException damaged(
            StoreFiles files, LedgerName name, String found, @Nullable Throwable cause) {
        return StoreException.damaged(
                files.path(name.file()),
                found,
                "the ledger's row of a document",
                "restore it from a backup, or remove it and the next run reads the document again",
                cause);
    }

    private static void text(RowBlock block, String column, String value) {
        block.set(TABLE.index(column), Text.of(value));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
