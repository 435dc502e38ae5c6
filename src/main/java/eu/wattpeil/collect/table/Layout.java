package eu.wattpeil.collect.table;

/** What a row of a table holds. */
enum Layout {
    /** One time. */
    LONG,
    /** A day, with a column for each time of day. */
    DAYS,
    /** As many times as there are columns with a time as their header. */
    TIMES
}
