package eu.wattpeil.store;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;

/**
 * Writes rows of a dataset into one Parquet file, column by column.
 *
 * <p>It drives parquet-java's encoders itself, by {@link ColumnPages}: the layers above them cost
 * more than the encoding of such narrow rows. Texts and dates repeat and get a dictionary; numbers
 * and instants hardly repeat, but grow evenly, and are delta encoded.
 */
final class ParquetFile {

    private static final long ROW_GROUP_BYTES = 32L << 20;
    private static final int ROWS_BETWEEN_CHECKS = 1 << 14;
    private static final int COLUMN_INDEX_BYTES = 64;
    private static final int MAX_PADDING_BYTES = 0;

    private final StoreFiles files;
    private final String file;
    private final MessageType schema;
    private final ParquetProperties properties;
    private final PageCodecs codecs;
    private final Origin origin;
    private final Dataset dataset;
    private final SyncedOutput output;
    private final ParquetFileWriter writer;
    private final ColumnPages[] columns;
    private ColumnChunkPageWriteStore pages;
    private long groupRows;
    private long rows;

    ParquetFile(StoreFiles files, String file, Dataset dataset, Origin origin) {
        this.files = files;
        this.file = file;
        this.dataset = dataset;
        this.origin = origin;
        schema = ParquetSchema.of(dataset);
        properties = properties(dataset);
        codecs = PageCodecs.of(dataset);
        columns = new ColumnPages[dataset.columns().size()];
        try {
            output = files.output(file);
            writer =
                    new ParquetFileWriter(
                            output,
                            schema,
                            Mode.OVERWRITE,
                            ROW_GROUP_BYTES,
                            MAX_PADDING_BYTES,
                            null,
                            properties);
            writer.start();
        } catch (IOException failure) {
            throw failed(failure);
        }
        startGroup();
    }

    long rows() {
        return rows;
    }

    /** Appends the rows {@code from} (inclusive) to {@code to} (exclusive) of a block. */
    void write(RowBlock block, int from, int to) {
        long[][] numbers = block.numbers();
        Text[][] texts = block.texts();
        try {
            for (int column = 0; column < columns.length; column++) {
                if (numbers[column] == null) {
                    columns[column].write(texts[column], from, to);
                } else {
                    columns[column].write(numbers[column], from, to);
                }
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
        rows += to - from;
        long before = groupRows;
        groupRows += to - from;
        boolean isCheckDue = before / ROWS_BETWEEN_CHECKS != groupRows / ROWS_BETWEEN_CHECKS;
        if (isCheckDue && bufferedBytes() >= ROW_GROUP_BYTES) {
            endGroup();
            startGroup();
        }
    }

    /** Ends the file, which is on the disk then, and reads its footer back. */
    void finish() {
        try {
            endGroup();
            writer.end(origin.metadata(dataset));
            output.close();
            codecs.release();
        } catch (IOException failure) {
            throw failed(failure);
        }
        long found = countRows(files, file);
        if (found != rows) {
            throw StoreException.damaged(
                    files.path(file),
                    "rows in the footer are " + found,
                    "" + rows,
                    "look after the disk, and run again",
                    null);
        }
    }

    /** The finished file under the name at which it will stand. */
    StoredFile stored(String name) {
        return new StoredFile(name, output.getPos(), output.checksum());
    }

    /** Gives up; the unfinished file is left for the caller to remove. */
    void abandon() {
        closeGroup();
        codecs.release();
        // After a failed write the writer leaves its file open, which keeps the room that it takes.
        try (output) {
            writer.close();
        } catch (IOException | IllegalStateException unfinished) {
            // Nobody reads this file: what made it unfinished is already on its way up.
            return;
        }
    }

    static long countRows(StoreFiles files, String file) {
        ParquetReadOptions options = PageCodecs.reading().build();
        try (ParquetFileReader reader = ParquetFileReader.open(files.input(file), options)) {
            return reader.getRecordCount();
        } catch (IOException failure) {
            throw StoreException.because("read", files.path(file), failure);
        }
    }

    private long bufferedBytes() {
        return Arrays.stream(columns).mapToLong(ColumnPages::bufferedBytes).sum();
    }

    private void startGroup() {
        pages =
                ColumnChunkPageWriteStore.builder()
                        .withCompressorProvider(
                                column -> codecs.getCompressor(CompressionCodecName.ZSTD))
                        .withSchema(schema)
                        .withAllocator(HeapByteBufferAllocator.getInstance())
                        .withColumnIndexTruncateLength(COLUMN_INDEX_BYTES)
                        .withPageWriteChecksumEnabled(true)
                        .build();
        for (int i = 0; i < columns.length; i++) {
            ColumnDescriptor descriptor = schema.getColumns().get(i);
            columns[i] =
                    new ColumnPages(
                            dataset.columns().get(i),
                            descriptor,
                            properties,
                            pages.getPageWriter(descriptor));
        }
        groupRows = 0;
    }

    private void endGroup() {
        try {
            if (groupRows > 0) {
                writer.startBlock(groupRows);
                for (ColumnPages column : columns) {
                    column.finish();
                }
                pages.flushToFileWriter(writer);
                writer.endBlock();
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
        closeGroup();
    }

    private void closeGroup() {
        for (ColumnPages column : columns) {
            column.close();
        }
        pages.close();
    }

    private StoreException failed(IOException cause) {
        return StoreException.because("write", files.path(file), cause);
    }

    /**
     * Texts and dates get a dictionary. Texts get no minimum and maximum: comparing each of them
     * took a quarter of the time of writing, and the months of a table tell files apart already.
     */
    private static ParquetProperties properties(Dataset dataset) {
        ParquetProperties.Builder builder =
                ParquetProperties.builder()
                        .withWriterVersion(WriterVersion.PARQUET_2_0)
                        .withValuesWriterFactory(new ColumnWriters(dataset))
                        .withDictionaryEncoding(false)
                        .withSizeStatisticsEnabled(false)
                        .withAllocator(HeapByteBufferAllocator.getInstance());
        for (Column column : dataset.columns()) {
            if (column.type() == ColumnType.TEXT) {
                builder.withStatisticsEnabled(column.name(), false);
            }
            if (column.type() == ColumnType.DATE) {
                builder.withDictionaryEncoding(column.name(), true);
            }
        }
        return builder.build();
    }
}
