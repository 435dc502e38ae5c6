package eu.wattpeil.collect.suggest;

/**
 * A document with a table in it.
 *
 * @param format the reader that finds such tables
 * @param vocabulary by which its columns are told
 */
record Seen(Head head, Grid grid, String format, Vocabulary vocabulary) {

    /** Whether the table is written as a text. */
    boolean isText() {
        return format.equals("delimited");
    }
}
