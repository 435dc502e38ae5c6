package eu.wattpeil.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one part of a document, each into the file of its month. In a dataset of series
 * those of one thing come together, by time. One thread only.
 */
public final class PartWriter {

    private static final long MICROS_PER_SECOND = 1_000_000L;

    /** Of so many rows those of one thing come together; more take more memory than they save. */
    private static final int GATHERED_ROWS = 1 << 17;

    private final StoreFiles files;
    private final String staging;
    private final String documentId;
    private final int number;
    private final Origin origin;
    private final Dataset dataset;
    private final ZoneId zone;
    private final int timeColumn;
    private final int startColumn;
    private final boolean isDate;
    private final Map<YearMonth, ParquetFile> months = new TreeMap<>();
    private final SeriesSpans spans;

    /** Rows that are not written yet; null where there were none, or rows stay as they come. */
    private @Nullable RowBlock gathered;

    private @Nullable ParquetFile current;
    private long currentFrom;
    private long currentTo;
    private long firstAt = Long.MAX_VALUE;
    private long lastAt = Long.MIN_VALUE;
    private boolean isFinished;

    PartWriter(
            StoreFiles files,
            String staging,
            String documentId,
            int number,
            Dataset dataset,
            ZoneId zone,
            Origin origin) {
        this.files = files;
        this.staging = staging;
        this.documentId = documentId;
        this.number = number;
        this.origin = origin;
        this.dataset = dataset;
        this.zone = zone;
        spans = new SeriesSpans(dataset);
        timeColumn = dataset.index(dataset.timeColumn());
        startColumn = dataset.startColumn().isEmpty() ? -1 : dataset.index(dataset.startColumn());
        isDate = dataset.columns().get(timeColumn).type() == ColumnType.DATE;
    }

    /** Takes the closed rows of a block and empties it. */
    public void write(RowBlock block) {
        if (!dataset.isInSeries()) {
            cut(block);
            block.clear();
            return;
        }
        RowBlock rows = gathered;
        if (rows == null) {
            rows = new RowBlock(dataset, block.rows());
            gathered = rows;
        }
        for (int from = 0; from < block.rows(); ) {
            int to = Math.min(block.rows(), from + GATHERED_ROWS - rows.rows());
            rows.add(block, from, to);
            if (rows.rows() == GATHERED_ROWS) {
                cutInSeries(rows);
            }
            from = to;
        }
        block.clear();
    }

    private void cutInSeries(RowBlock rows) {
        SeriesOrder.arrange(rows);
        spans.add(rows);
        cut(rows);
        rows.forget();
    }

    private void cut(RowBlock block) {
        int from = 0;
        while (from < block.rows()) {
            long start = start(block, from);
            ParquetFile file = current;
            if (file == null || start < currentFrom || start >= currentTo) {
                file = openMonth(start);
            }
            int to = endOfMonth(block, from);
            file.write(block, from, to);
            from = to;
        }
    }

    /** Rows in files; all that were taken, once it is finished. */
    public long rows() {
        return months.values().stream().mapToLong(ParquetFile::rows).sum();
    }

    /** Earliest instant of the rows, in microseconds since 1970 (UTC). */
    OptionalLong firstAt() {
        return months.isEmpty() ? OptionalLong.empty() : OptionalLong.of(toInstant(firstAt));
    }

    /** Latest instant of the rows. */
    OptionalLong lastAt() {
        return months.isEmpty() ? OptionalLong.empty() : OptionalLong.of(toInstant(lastAt));
    }

    /** Ends the files of the part and checks them; nothing can be written after it. */
    public void finish() {
        if (gathered != null) {
            cutInSeries(gathered);
            gathered = null;
        }
        months.values().forEach(ParquetFile::finish);
        isFinished = true;
    }

    /** What its rows have of each series, as far as it is counted. */
    SeriesSpans spans() {
        return spans;
    }

    boolean isFinished() {
        return isFinished;
    }

    void abandon() {
        if (!isFinished) {
            months.values().forEach(ParquetFile::abandon);
        }
    }

    /** The finished files, under the names at which they will stand. */
    List<StoredFile> files() {
        return months.entrySet().stream()
                .map(month -> month.getValue().stored(file(month.getKey())))
                .toList();
    }

    /** Behind the last row of those from one on that are of the month which is open. */
    private int endOfMonth(RowBlock block, int from) {
        long[] times = block.numbers()[timeColumn];
        long[] starts = startColumn < 0 ? times : block.numbers()[startColumn];
        long first = firstAt;
        long last = lastAt;
        int row = from;
        for (; row < block.rows(); row++) {
            long start = starts[row] == RowBlock.ABSENT ? times[row] : starts[row];
            if (start < currentFrom || start >= currentTo) {
                break;
            }
            first = Math.min(first, start);
            last = Math.max(last, times[row]);
        }
        firstAt = first;
        lastAt = last;
        return row;
    }

    private long start(RowBlock block, int row) {
        boolean hasStart = startColumn >= 0 && !block.isNull(startColumn, row);
        return block.number(hasStart ? startColumn : timeColumn, row);
    }

    private ParquetFile openMonth(long time) {
        YearMonth month =
                isDate
                        ? YearMonth.from(LocalDate.ofEpochDay(time))
                        : YearMonth.from(Instant.EPOCH.plus(time, ChronoUnit.MICROS).atZone(zone));
        currentFrom = edge(month);
        currentTo = edge(month.plusMonths(1));
        ParquetFile opened =
                months.computeIfAbsent(
                        month,
                        key -> new ParquetFile(files, staging + "/" + file(key), dataset, origin));
        current = opened;
        return opened;
    }

    private long edge(YearMonth month) {
        LocalDate first = month.atDay(1);
        return isDate ? first.toEpochDay() : micros(first);
    }

    private long toInstant(long time) {
        return isDate ? micros(LocalDate.ofEpochDay(time)) : time;
    }

    private long micros(LocalDate day) {
        return day.atStartOfDay(zone).toEpochSecond() * MICROS_PER_SECOND;
    }

    private String file(YearMonth month) {
        return StoreLayout.partFile(dataset, month, documentId, number);
    }
}
