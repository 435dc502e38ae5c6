package eu.wattpeil.collect.table;

import eu.wattpeil.collect.value.Ratio;
import eu.wattpeil.store.Column;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a definition fills one column of the dataset.
 *
 * @param index of the column in the dataset
 * @param pattern of dates and times; empty for ISO 8601
 * @param factor for numbers, with that of the unit
 * @param codes what a text of the document means; empty where it is taken as it is
 * @param isPresence whether the column is true when there is any text
 */
public record Mapping(
        Column column,
        int index,
        Source source,
        String pattern,
        Ratio factor,
        Map<String, String> codes,
        boolean isPresence) {

    /** Where the text comes from. */
    public sealed interface Source {}

    /** Fields of the row, joined by a blank. */
    public record Fields(List<ColumnRef> columns) implements Source {}

    /** The first group, or else all, of what the expression finds in the document's name. */
    public record DocumentName(Pattern expression) implements Source {}

    /** The same for every row. */
    public record Constant(String text) implements Source {}

    /** In wide layout: the value columns. */
    public record WideValues() implements Source {}
}
