package eu.wattpeil.kpi.engine;

import eu.wattpeil.store.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** The rows of Parquet files, read without any database. */
final class ParquetRows {

    private ParquetRows() {}

    static List<List<Object>> of(FileTable files) {
        List<List<Object>> rows = new ArrayList<>();
        for (Path file : files.rows().all()) {
            Set<String> without =
                    files.rows().packs().contains(file) ? files.rows().without() : Set.of();
            try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
                MessageType schema = reader.getFileMetaData().getSchema();
                for (PageReadStore group = reader.readNextRowGroup();
                        group != null;
                        group = reader.readNextRowGroup()) {
                    RecordReader<Group> records =
                            new ColumnIOFactory()
                                    .getColumnIO(schema)
                                    .getRecordReader(group, new GroupRecordConverter(schema));
                    for (long i = 0; i < group.getRowCount(); i++) {
                        Group record = records.read();
                        if (without.isEmpty()
                                || !without.contains(record.getString("document_id", 0))) {
                            rows.add(row(files, file, record));
                        }
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return rows;
    }

    private static List<Object> row(FileTable files, Path file, Group group) {
        List<Object> row = new ArrayList<>();
        if (files.isByMonth()) {
            row.add(file.getParent().getFileName().toString().replace("month=", ""));
        }
        for (Column column : files.table().columns()) {
            boolean isThere =
                    group.getType().containsField(column.name())
                            && group.getFieldRepetitionCount(column.name()) > 0;
            row.add(isThere ? value(group, column) : Optional.empty());
        }
        return row;
    }

    private static Object value(Group group, Column column) {
        String name = column.name();
        return switch (column.type()) {
            case TEXT -> group.getString(name, 0);
            case INTEGER -> group.getLong(name, 0);
            case DECIMAL -> BigDecimal.valueOf(group.getLong(name, 0), 3);
            case FINE_DECIMAL -> BigDecimal.valueOf(group.getLong(name, 0), 6);
            case DOUBLE -> group.getDouble(name, 0);
            case BOOLEAN -> group.getBoolean(name, 0);
            case DATE -> LocalDate.ofEpochDay(group.getInteger(name, 0));
            case TIMESTAMP -> Instant.EPOCH.plus(group.getLong(name, 0), ChronoUnit.MICROS);
        };
    }
}
