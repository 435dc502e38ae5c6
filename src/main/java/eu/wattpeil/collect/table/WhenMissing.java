package eu.wattpeil.collect.table;

import eu.wattpeil.store.ColumnType;

/** What a column becomes whose fields are missing. */
enum WhenMissing {
    /** Null. */
    UNKNOWN,
    /** False: there is nothing. */
    ABSENT,
    /** A reject of the row. */
    REJECT,
    /** Neither a record nor a reject. */
    NO_RECORD;

    /** What a definition says; times and names cannot be missing from what is to be a record. */
    static WhenMissing of(Mapping mapping, boolean skipsMissing) {
        if (mapping.isPresence()) {
            return ABSENT;
        }
        if (!mapping.column().isRequired()) {
            return UNKNOWN;
        }
        return skipsMissing && isNumber(mapping.column().type()) ? NO_RECORD : REJECT;
    }

    private static boolean isNumber(ColumnType type) {
        return switch (type) {
            case DECIMAL, FINE_DECIMAL, INTEGER, DOUBLE -> true;
            case TEXT, BOOLEAN, DATE, TIMESTAMP -> false;
        };
    }
}
