package eu.wattpeil.store;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/** What the end of a table's file says of the rows in it. */
final class Footer {

    private static final String ZONE = "wattpeil.zone";

    private final Dataset table;
    private final MessageType schema;
    private final List<BlockMetaData> blocks;
    private final Optional<ZoneId> zone;
    private final long rows;

    private Footer(Dataset table, ParquetFileReader reader) {
        this.table = table;
        schema = reader.getFileMetaData().getSchema();
        blocks = reader.getFooter().getBlocks();
        zone = zone(reader.getFileMetaData().getKeyValueMetaData().get(ZONE));
        rows = reader.getRecordCount();
    }

    /** Reads it; empty where the file is no whole Parquet file. */
    static Optional<Footer> read(StoreFiles files, String file, Dataset table) {
        ParquetReadOptions options = PageCodecs.reading().build();
        try (ParquetFileReader reader = ParquetFileReader.open(files.input(file), options)) {
            return Optional.of(new Footer(table, reader));
        } catch (IOException | RuntimeException damaged) {
            // Parquet's own are of many types, down to an index that is out of bounds.
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(@Nullable String id) {
        try {
            return Optional.ofNullable(id).map(ZoneId::of);
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    long rows() {
        return rows;
    }

    /** Where the columns are not those of the table, which only grows by optional ones. */
    Optional<String> otherColumn() {
        MessageType expected = ParquetSchema.of(table);
        for (Type column : schema.getFields()) {
            if (!expected.containsField(column.getName())) {
                return Optional.of("it has a column " + column.getName());
            }
            if (!isTheSame(column, expected.getType(column.getName()))) {
                return Optional.of("the column " + column.getName() + " is " + column);
            }
        }
        return expected.getFields().stream()
                .filter(it -> it.getRepetition() == Repetition.REQUIRED)
                .filter(it -> !schema.containsField(it.getName()))
                .map(it -> "it has no column " + it.getName())
                .findFirst();
    }

    private static boolean isTheSame(Type column, Type expected) {
        return column.isPrimitive()
                && column.asPrimitiveType().getPrimitiveTypeName()
                        == expected.asPrimitiveType().getPrimitiveTypeName()
                && Objects.equals(
                        column.getLogicalTypeAnnotation(), expected.getLogicalTypeAnnotation())
                && (column.getRepetition() == expected.getRepetition()
                        || column.getRepetition() == Repetition.REQUIRED);
    }

    /**
     * Where rows are of another month. Of an interval the start decides, of others the time; a file
     * that does not tell its zone or its times is taken as it is.
     */
    Optional<String> otherMonth(YearMonth month) {
        if (zone.isEmpty()) {
            return Optional.empty();
        }
        boolean hasStarts = !table.startColumn().isEmpty();
        for (BlockMetaData block : blocks) {
            Optional<Statistics<?>> times = statistics(block, table.timeColumn());
            Optional<Statistics<?>> starts =
                    hasStarts ? statistics(block, table.startColumn()) : Optional.empty();
            boolean isOutside =
                    starts.filter(it -> !isIn(it, month, true)).isPresent()
                            || times.filter(it -> !isIn(it, month, starts.isEmpty())).isPresent();
            if (isOutside) {
                return Optional.of("it has rows of another month");
            }
        }
        return Optional.empty();
    }

    /** What is known of a column that has a value in any row. */
    private static Optional<Statistics<?>> statistics(BlockMetaData block, String column) {
        for (ColumnChunkMetaData chunk : block.getColumns()) {
            if (chunk.getPath().toDotString().equals(column)) {
                return Optional.<Statistics<?>>of(chunk.getStatistics())
                        .filter(Statistics::hasNonNullValue);
            }
        }
        return Optional.empty();
    }

    /** An interval ends after its month. */
    private boolean isIn(Statistics<?> found, YearMonth month, boolean hasEnd) {
        long first = ((Number) found.genericGetMin()).longValue();
        long last = ((Number) found.genericGetMax()).longValue();
        return first >= edge(month) && (!hasEnd || last < edge(month.plusMonths(1)));
    }

    private long edge(YearMonth month) {
        LocalDate day = month.atDay(1);
        boolean isDate =
                table.columns().get(table.index(table.timeColumn())).type() == ColumnType.DATE;
        return isDate
                ? day.toEpochDay()
                : ChronoUnit.MICROS.between(
                        Instant.EPOCH, day.atStartOfDay(zone.orElseThrow()).toInstant());
    }
}
