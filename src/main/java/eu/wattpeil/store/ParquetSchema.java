package eu.wattpeil.store;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** The Parquet schema of a dataset. */
final class ParquetSchema {

    private static final int DECIMAL_DIGITS = 18;

    private ParquetSchema() {}

    static MessageType of(Dataset dataset) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (Column column : dataset.columns()) {
            message.addField(field(column));
        }
        return message.named(dataset.name());
    }

    private static Type field(Column column) {
        return switch (column.type()) {
            case TEXT -> field(column, PrimitiveTypeName.BINARY, stringType());
            case INTEGER -> field(column, PrimitiveTypeName.INT64, null);
            case DECIMAL -> field(column, PrimitiveTypeName.INT64, decimalType(3, DECIMAL_DIGITS));
            case FINE_DECIMAL ->
                    field(column, PrimitiveTypeName.INT64, decimalType(6, DECIMAL_DIGITS));
            case DOUBLE -> field(column, PrimitiveTypeName.DOUBLE, null);
            case BOOLEAN -> field(column, PrimitiveTypeName.BOOLEAN, null);
            case DATE -> field(column, PrimitiveTypeName.INT32, dateType());
            case TIMESTAMP ->
                    field(column, PrimitiveTypeName.INT64, timestampType(true, TimeUnit.MICROS));
        };
    }

    private static Type field(
            Column column, PrimitiveTypeName primitive, @Nullable LogicalTypeAnnotation logical) {
        Repetition repetition = column.isRequired() ? Repetition.REQUIRED : Repetition.OPTIONAL;
        return Types.primitive(primitive, repetition).as(logical).named(column.name());
    }
}
