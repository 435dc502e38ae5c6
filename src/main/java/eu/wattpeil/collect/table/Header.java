package eu.wattpeil.collect.table;

import java.util.List;

/**
 * The columns of a table.
 *
 * @param names of its columns, without blanks around them; empty where the document has no header
 * @param width the number of its columns
 */
public record Header(List<String> names, int width) {

    public Header {
        names = names.stream().map(ColumnRef::normal).toList();
    }
}
