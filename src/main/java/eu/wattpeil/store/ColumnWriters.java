package eu.wattpeil.store;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.column.values.factory.DefaultV2ValuesWriterFactory;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Parquet's own writers of values, but for texts. */
final class ColumnWriters implements ValuesWriterFactory {

    private final ValuesWriterFactory others = new DefaultV2ValuesWriterFactory();
    private ParquetProperties properties;

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
        return FallbackValuesWriter.of(
                new SharedTextWriter(
                        properties.getDictionaryPageSizeThreshold(), properties.getAllocator()),
                new DeltaByteArrayWriter(
                        properties.getInitialSlabSize(),
                        properties.getPageSizeThreshold(),
                        properties.getAllocator()));
    }
}
