package eu.wattpeil.store;

import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.column.values.factory.DefaultV2ValuesWriterFactory;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
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
        PrimitiveTypeName type = column.getPrimitiveType().getPrimitiveTypeName();
        if (type == PrimitiveTypeName.BINARY) {
            ParquetProperties known = known();
            return new TextWriter(
                    known.getDictionaryPageSizeThreshold(),
                    () ->
                            new DeltaByteArrayWriter(
                                    known.getInitialSlabSize(),
                                    known.getPageSizeThreshold(),
                                    known.getAllocator()));
        }
        if (!isInSeries || type != PrimitiveTypeName.INT64) {
            return others.newValuesWriter(column);
        }
        return isMeasured(column) ? NumberWriter.ofMeasured() : NumberWriter.ofSteps();
    }

    private static boolean isMeasured(ColumnDescriptor column) {
        return column.getPrimitiveType().getLogicalTypeAnnotation()
                instanceof DecimalLogicalTypeAnnotation;
    }

    private ParquetProperties known() {
        return Objects.requireNonNull(properties, "initialize comes first");
    }
}
