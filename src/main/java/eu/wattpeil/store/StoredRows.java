package eu.wattpeil.store;

import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** The rows of a file of a dataset, as they were written. */
final class StoredRows {

    private final StoreFiles files;
    private final Dataset dataset;

    StoredRows(StoreFiles files, Dataset dataset) {
        this.files = files;
        this.dataset = dataset;
    }

    /** Tells the texts of a column, row by row, but for nulls. */
    void texts(String file, String column, Consumer<String> listener) {
        MessageType wanted =
                new MessageType(dataset.name(), ParquetSchema.of(dataset).getType(column));
        each(
                file,
                wanted,
                row -> {
                    if (has(row, column)) {
                        listener.accept(row.getString(column, 0));
                    }
                });
    }

    /** Tells the texts of two columns, row by row, but for rows in which either is null. */
    void pairs(String file, String first, String second, BiConsumer<String, String> listener) {
        MessageType schema = ParquetSchema.of(dataset);
        MessageType wanted =
                new MessageType(dataset.name(), schema.getType(first), schema.getType(second));
        each(
                file,
                wanted,
                row -> {
                    if (has(row, first) && has(row, second)) {
                        listener.accept(row.getString(first, 0), row.getString(second, 0));
                    }
                });
    }

    /**
     * Puts the rows of a file into a block, each as its open row; a column that the file is older
     * than is null.
     *
     * @param row told that the open row is complete, and is to close it
     */
    void each(String file, RowBlock block, Runnable row) {
        each(
                file,
                ParquetSchema.of(dataset),
                group -> {
                    fill(block, group);
                    row.run();
                });
    }

    private void fill(RowBlock block, Group row) {
        for (int i = 0; i < dataset.columns().size(); i++) {
            Column column = dataset.columns().get(i);
            String name = column.name();
            if (!has(row, name)) {
                continue;
            }
            switch (column.type()) {
                case TEXT -> block.set(i, Text.of(row.getString(name, 0)));
                case INTEGER, DECIMAL, FINE_DECIMAL, TIMESTAMP ->
                        block.set(i, row.getLong(name, 0));
                case DATE -> block.set(i, row.getInteger(name, 0));
                case BOOLEAN -> block.set(i, row.getBoolean(name, 0) ? 1 : 0);
                case DOUBLE -> block.setDouble(i, row.getDouble(name, 0));
            }
        }
    }

    private void each(String file, MessageType wanted, Consumer<Group> listener) {
        ParquetReadOptions options = PageCodecs.reading().usePageChecksumVerification(true).build();
        try (ParquetFileReader reader = ParquetFileReader.open(files.input(file), options)) {
            MessageType there = reader.getFileMetaData().getSchema();
            MessageType schema =
                    new MessageType(
                            wanted.getName(),
                            wanted.getFields().stream()
                                    .filter(field -> there.containsField(field.getName()))
                                    .toList());
            reader.setRequestedSchema(schema);
            PageReadStore pages = reader.readNextRowGroup();
            while (pages != null) {
                RecordReader<Group> rows =
                        new ColumnIOFactory()
                                .getColumnIO(schema, there)
                                .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    listener.accept(rows.read());
                }
                pages = reader.readNextRowGroup();
            }
        } catch (IOException failure) {
            throw StoreException.because("read", files.path(file), failure);
        }
    }

    private static boolean has(Group row, String column) {
        return row.getType().containsField(column) && row.getFieldRepetitionCount(column) > 0;
    }
}
