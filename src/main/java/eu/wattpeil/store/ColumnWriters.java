package eu.wattpeil.store;

import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.column.values.factory.DefaultV2ValuesWriterFactory;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** Parquet's own writers of values, but for texts. */
final class ColumnWriters implements ValuesWriterFactory {

    private final ValuesWriterFactory others = new DefaultV2ValuesWriterFactory();
    private @Nullable ParquetProperties properties;

    @Override
    public void initialize(ParquetProperties newProperties) {
        properties = newProperties;
        others.initialize(newProperties);
    }

    @Override
    public ValuesWriter newValuesWriter(ColumnDescriptor column) {
        if (column.getPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
            return others.newValuesWriter(column);
        }
        ParquetProperties known = Objects.requireNonNull(properties, "initialize comes first");
        return FallbackValuesWriter.of(
                new SharedTextWriter(known.getDictionaryPageSizeThreshold(), known.getAllocator()),
                new DeltaByteArrayWriter(
                        known.getInitialSlabSize(),
                        known.getPageSizeThreshold(),
                        known.getAllocator()));
    }
}
