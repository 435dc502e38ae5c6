package eu.wattpeil.collect.table;

import eu.wattpeil.collect.bytes.PlainRows;

/** One field of several rows. */
record FieldColumn(PlainRows rows, int field, MissingWords missing) {

    int count() {
        return rows.count();
    }

    byte[] bytes() {
        return rows.bytes();
    }

    int from(int row) {
        return rows.from(row, field);
    }

    int to(int row) {
        return rows.to(row, field);
    }

    /** Whether the row has no value in the field. */
    boolean isMissing(int row) {
        return missing.isMissing(bytes(), from(row), to(row));
    }

    /** Whether any row has no value in the field. */
    boolean hasMissing() {
        for (int row = 0; row < count(); row++) {
            if (isMissing(row)) {
                return true;
            }
        }
        return false;
    }
}
