package eu.wattpeil.store;

/** What a column of a dataset holds, and so how a {@link RowBlock} and Parquet keep it. */
public enum ColumnType {
    /** UTF-8 text. */
    TEXT,
    /** A whole number of 64 bits. */
    INTEGER,
    /** An exact number with three decimals, kept as thousandths: {@code DECIMAL(18,3)}. */
    DECIMAL,
    /** An exact number with six decimals, kept as millionths: {@code DECIMAL(18,6)}. */
    FINE_DECIMAL,
    /** A binary floating-point number; only for ratios and shares, never for a sum. */
    DOUBLE,
    /** True or false, kept as 1 or 0. */
    BOOLEAN,
    /** A local date, kept as days since 1970-01-01. */
    DATE,
    /** An instant, kept as microseconds since 1970-01-01T00:00Z. */
    TIMESTAMP;

    /** The type as DuckDB names it. */
    public String sqlType() {
        return switch (this) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DECIMAL(18,3)";
            case FINE_DECIMAL -> "DECIMAL(18,6)";
            case DOUBLE -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
        };
    }
}
