package eu.wattpeil.store;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes one column of a row group, page by page.
 *
 * <p>It takes a stretch of values at a time. parquet-java's own writer of a column takes one value
 * after the other with its levels, and so asks for each what holds for the whole column. The bytes
 * are the same: editions of earlier versions are verified by them.
 */
final class ColumnPages {

    /** A page may end after each so many rows, in whatever stretches they come. */
    private static final int CHECKED_ROWS = 1_000;

    private final ColumnType type;
    private final ColumnDescriptor descriptor;
    private final boolean hasStatistics;
    private final int maxRows;
    private final int maxBytes;
    private final PageWriter pages;
    private final ValuesWriter values;

    /** Whether each row has a value; null where each must. */
    private final @Nullable RunEncoder presence;

    private final PageBytes levels = new PageBytes();

    private Statistics<?> statistics;
    private int rows;
    private int nulls;

    ColumnPages(
            Column column,
            ColumnDescriptor descriptor,
            ParquetProperties properties,
            PageWriter pages) {
        this.type = column.type();
        this.descriptor = descriptor;
        this.pages = pages;
        hasStatistics = properties.getStatisticsEnabled(descriptor);
        maxRows = properties.getPageRowCountLimit();
        maxBytes = properties.getPageSizeThreshold();
        values = properties.newValuesWriter(descriptor);
        presence = column.isRequired() ? null : new RunEncoder(1, levels);
        statistics = newStatistics();
    }

    /** Appends numbers, dates or booleans as a {@link RowBlock} keeps them. */
    void write(long[] numbers, int from, int to) throws IOException {
        for (int at = from; at < to; ) {
            int end = Math.min(to, at + CHECKED_ROWS - rows % CHECKED_ROWS);
            switch (type) {
                case INTEGER, DECIMAL, FINE_DECIMAL, TIMESTAMP -> writeLongs(numbers, at, end);
                case DATE, BOOLEAN, DOUBLE -> writeOthers(numbers, at, end);
                case TEXT -> throw new IllegalStateException("a text is no number");
            }
            added(end - at);
            at = end;
        }
    }

    /** Appends texts. */
    void write(Text[] texts, int from, int to) throws IOException {
        for (int at = from; at < to; ) {
            int end = Math.min(to, at + CHECKED_ROWS - rows % CHECKED_ROWS);
            for (int row = at; row < end; ) {
                int behind = endOfRun(texts, row, end);
                addRun(texts[row], behind - row);
                row = behind;
            }
            added(end - at);
            at = end;
        }
    }

    private static int endOfRun(Text[] texts, int from, int to) {
        int end = from + 1;
        while (end < to && texts[end] == texts[from]) {
            end++;
        }
        return end;
    }

    private void addRun(@Nullable Text text, int count) {
        note(text != null, count);
        if (text != null) {
            ((TextWriter) values).write(text.binary(), count);
        }
    }

    /** Bytes in memory, of pages that are not in the file yet. */
    long bufferedBytes() {
        return values.getBufferedSize() + pages.getMemSize();
    }

    /** Ends the last page and writes the dictionary; nothing can be written after it. */
    void finish() throws IOException {
        if (rows > 0) {
            endPage();
        }
        DictionaryPage dictionary = values.toDictPageAndClose();
        if (dictionary != null) {
            pages.writeDictionaryPage(dictionary);
        }
    }

    void close() {
        values.close();
    }

    private void writeLongs(long[] numbers, int from, int to) {
        for (int row = from; row < to; ) {
            boolean isThere = numbers[row] != RowBlock.ABSENT;
            int end = row + 1;
            while (end < to && numbers[end] != RowBlock.ABSENT == isThere) {
                end++;
            }
            note(isThere, end - row);
            if (isThere) {
                writePresent(numbers, row, end);
            }
            row = end;
        }
    }

    private void writePresent(long[] numbers, int from, int to) {
        long least = numbers[from];
        long most = least;
        for (int row = from; row < to; row++) {
            least = Math.min(least, numbers[row]);
            most = Math.max(most, numbers[row]);
        }
        statistics.updateStats(least);
        statistics.updateStats(most);
        if (values instanceof NumberWriter writer) {
            writer.write(numbers, from, to - from);
            return;
        }
        for (int row = from; row < to; row++) {
            values.writeLong(numbers[row]);
        }
    }

    private void writeOthers(long[] numbers, int from, int to) {
        for (int row = from; row < to; row++) {
            long number = numbers[row];
            note(number != RowBlock.ABSENT, 1);
            if (number == RowBlock.ABSENT) {
                continue;
            }
            if (type == ColumnType.DATE) {
                values.writeInteger((int) number);
                statistics.updateStats((int) number);
            } else if (type == ColumnType.BOOLEAN) {
                values.writeBoolean(number == 1);
                statistics.updateStats(number == 1);
            } else {
                values.writeDouble(Double.longBitsToDouble(number));
                statistics.updateStats(Double.longBitsToDouble(number));
            }
        }
    }

    /** Notes whether a run of rows has values. */
    private void note(boolean isThere, int count) {
        if (presence != null) {
            presence.add(isThere ? 1 : 0, count);
            nulls += isThere ? 0 : count;
        } else if (!isThere) {
            throw new IllegalStateException("no value for " + descriptor);
        }
    }

    private void added(int count) throws IOException {
        rows += count;
        boolean isCheckDue = rows % CHECKED_ROWS == 0;
        if (isCheckDue && (rows >= maxRows || values.getBufferedSize() >= maxBytes)) {
            endPage();
        }
    }

    private void endPage() throws IOException {
        statistics.incrementNumNulls(nulls);
        // Asking for the bytes may change the encoding: first them, then it.
        BytesInput bytes = values.getBytes();
        pages.writePageV2(
                rows,
                nulls,
                rows,
                BytesInput.empty(),
                presence == null ? BytesInput.empty() : presence.finish(),
                values.getEncoding(),
                bytes,
                statistics,
                SizeStatistics.noopBuilder(descriptor.getPrimitiveType(), 0, 0).build(),
                GeospatialStatistics.noopBuilder().build());
        values.reset();
        levels.clear();
        statistics = newStatistics();
        rows = 0;
        nulls = 0;
    }

    private Statistics<?> newStatistics() {
        return hasStatistics
                ? Statistics.createStats(descriptor.getPrimitiveType())
                : Statistics.noopStats(descriptor.getPrimitiveType());
    }
}
