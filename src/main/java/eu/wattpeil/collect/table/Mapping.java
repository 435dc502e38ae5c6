package eu.wattpeil.collect.table;

import eu.wattpeil.collect.value.Ratio;
import eu.wattpeil.collect.value.TextHash;
import eu.wattpeil.store.Column;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a definition fills one column of the dataset.
 *
 * @param index of the column in the dataset
 * @param pattern of dates and times; empty for ISO 8601
 * @param factor for numbers, with that of the unit
 * @param beside what stands beside a number
 * @param codes what a text of the document means; empty where it is taken as it is
 * @param isPresence whether the column is true when there is any text
 * @param isHashed whether a text is kept as what {@link TextHash} makes of it
 * @param isOptional whether a document may lack the column, so that it stays unknown
 * @param suffix what is added to texts
 */
public record Mapping(
        Column column,
        int index,
        Source source,
        String pattern,
        Ratio factor,
        Beside beside,
        Map<String, String> codes,
        boolean isPresence,
        boolean isHashed,
        boolean isOptional,
        String suffix) {

    /** Where the text comes from. */
    public sealed interface Source {

        /** The columns of the document that are read. */
        default List<ColumnRef> columns() {
            return List.of();
        }
    }

    /**
     * Fields of the row, joined.
     *
     * @param separator what stands between them
     * @param range which part of the last of them; empty for all of it
     */
    public record Fields(List<ColumnRef> columns, String separator, Optional<RangePart> range)
            implements Source {

        Fields(List<ColumnRef> columns) {
            this(columns, " ", Optional.empty());
        }
    }

    /** One end of a range that is written in one field, such as {@code 01:00 - 02:00}. */
    public record RangePart(String separator, boolean isEnd) {}

    /** A number made of several fields of the row. */
    public record Numbers(List<ColumnRef> columns, Combination combination) implements Source {}

    /** How fields become one number. */
    public enum Combination {
        /** Their sum; unknown where one is missing. */
        SUM_OF_ALL(" + "),
        /** The sum of those that are there; unknown where all are missing. */
        SUM_OF_ANY(" + "),
        /** Their product; unknown where one is missing. */
        PRODUCT(" × ");

        final String sign;

        Combination(String sign) {
            this.sign = sign;
        }
    }

    /** The first group, or else all, of what the expression finds in the document's name. */
    public record DocumentName(Pattern expression) implements Source {}

    /** The same for every row. */
    public record Constant(String text) implements Source {}

    /** In wide layout: the value columns. */
    public record WideValues() implements Source {}

    /** In wide layout: the headers of the value columns. */
    public record WideTimes() implements Source {}

    /** A mapping that takes texts as they are. */
    static Mapping plain(Column column, int index, Source source) {
        return new Mapping(
                column,
                index,
                source,
                "iso",
                Ratio.ONE,
                Beside.NOTHING,
                Map.of(),
                false,
                false,
                false,
                "");
    }

    /** The same with another factor. */
    Mapping times(Ratio more) {
        return new Mapping(
                column,
                index,
                source,
                pattern,
                factor.times(more),
                beside,
                codes,
                isPresence,
                isHashed,
                isOptional,
                suffix);
    }

    /** The same with something added to its texts. */
    Mapping followedBy(String added) {
        return new Mapping(
                column,
                index,
                source,
                pattern,
                factor,
                beside,
                codes,
                isPresence,
                isHashed,
                isOptional,
                added);
    }

    /** Whether a document has what is read. */
    boolean isIn(Header header) {
        boolean isOfAny =
                source instanceof Numbers numbers
                        && numbers.combination() == Combination.SUM_OF_ANY;
        List<ColumnRef> columns = source.columns();
        return isOfAny
                ? columns.stream().anyMatch(column -> isIn(column, header))
                : columns.stream().allMatch(column -> isIn(column, header));
    }

    private static boolean isIn(ColumnRef column, Header header) {
        return column.position(header.names(), header.width()) >= 0;
    }
}
