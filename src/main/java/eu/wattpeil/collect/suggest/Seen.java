package eu.wattpeil.collect.suggest;

import eu.wattpeil.collect.Document;

/**
 * A document with a table in it.
 *
 * @param name of the document, without its folder
 * @param format the reader that finds such tables
 * @param vocabulary by which its columns are told
 */
record Seen(String name, Head head, Grid grid, String format, Vocabulary vocabulary) {

    static Seen of(Document document, Head head, Grid grid, String format, Vocabulary vocabulary) {
        String path = document.name();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new Seen(name, head, grid, format, vocabulary);
    }

    /** Whether the table is written as a text. */
    boolean isText() {
        return format.equals("delimited");
    }
}
