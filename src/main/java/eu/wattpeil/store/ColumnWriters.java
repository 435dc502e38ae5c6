package eu.wattpeil.store;

import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.column.values.factory.DefaultV2ValuesWriterFactory;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** Parquet's own writers of values, but for texts and for what things tell one after the other. */
final class ColumnWriters implements ValuesWriterFactory {

    private final ValuesWriterFactory others = new DefaultV2ValuesWriterFactory();
    private final boolean isInSeries;
    private @Nullable ParquetProperties properties;

    ColumnWriters(Dataset dataset) {
        isInSeries = dataset.isInSeries();
    }

    @Override
    public void initialize(ParquetProperties newProperties) {
        properties = newProperties;
        others.initialize(newProperties);
    }

    @Override
    public ValuesWriter newValuesWriter(ColumnDescriptor column) {
        if (column.getPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
            return isMeasured(column)
                    ? new NumberWriter(known().getAllocator())
                    : others.newValuesWriter(column);
        }
        ParquetProperties known = known();
        return FallbackValuesWriter.of(
                new SharedTextWriter(known.getDictionaryPageSizeThreshold(), known.getAllocator()),
                new DeltaByteArrayWriter(
                        known.getInitialSlabSize(),
                        known.getPageSizeThreshold(),
                        known.getAllocator()));
    }

    private boolean isMeasured(ColumnDescriptor column) {
        return isInSeries
                && column.getPrimitiveType().getLogicalTypeAnnotation()
                        instanceof DecimalLogicalTypeAnnotation;
    }

    private ParquetProperties known() {
        return Objects.requireNonNull(properties, "initialize comes first");
    }
}
