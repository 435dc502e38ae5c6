package eu.wattpeil.collect.table;

import eu.wattpeil.collect.bytes.Rows;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;

/** A table in a document, whatever it is written in. */
public interface Table extends Closeable {

    /** Its columns. */
    Header header();

    /** What the bytes of fields mean: UTF-8 or a one-byte charset. */
    Charset charset();

    /** The rows to read, from the first; asked for once, and closed with the table. */
    Rows rows() throws IOException;

    /** Some of the first rows of the document, as often as asked; the caller closes. */
    Rows firstRows() throws IOException;
}
