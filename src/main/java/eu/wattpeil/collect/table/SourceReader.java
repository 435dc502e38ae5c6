package eu.wattpeil.collect.table;

import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads from where in a document a column of the dataset comes. */
final class SourceReader {

    private static final List<String> SOURCES =
            List.of("column", "any-of", "columns", "sum", "product", "document-name");

    private static final Set<ColumnType> NUMBERS =
            Set.of(ColumnType.DECIMAL, ColumnType.FINE_DECIMAL, ColumnType.INTEGER);

    private final Section columns;
    private final Section section;
    private final Column column;

    /**
     * For a column of the dataset.
     *
     * @param columns the option
     * @param section of the column in it
     */
    SourceReader(Section columns, Section section, Column column) {
        this.columns = columns;
        this.section = section;
        this.column = column;
    }

    /** In layout wide: values are under their headers. */
    Mapping.Source readWide() {
        List<String> given = given();
        if (!given.isEmpty()) {
            section.problem(
                    given.get(0),
                    "value is with "
                            + given.get(0)
                            + " in layout wide, expected the value columns"
                            + " under wide only");
        }
        return new Mapping.WideValues();
    }

    Mapping.Source read() {
        List<String> given = given();
        if (given.size() != 1) {
            columns.problem(
                    column.name(),
                    column.name()
                            + " is with "
                            + (given.isEmpty() ? "no column" : String.join(" and ", given))
                            + ", expected one of "
                            + String.join(", ", SOURCES));
        }
        String separator = section.optionalText("separator").orElse(" ");
        if (section.has("separator") && !given.contains("columns")) {
            section.problem(
                    "separator", "separator is given without columns, expected both or none");
        }
        Optional<Mapping.RangePart> range = range(given);
        Mapping.Combination sum = sum(given);
        if (given.contains("document-name")) {
            Optional<Pattern> expression =
                    section.optional("document-name", ValueType.REGULAR_EXPRESSION);
            return new Mapping.DocumentName(expression.orElse(Pattern.compile("")));
        }
        if (given.contains("sum")) {
            return numbers("sum", sum);
        }
        if (given.contains("product")) {
            return numbers("product", Mapping.Combination.PRODUCT);
        }
        if (given.contains("any-of")) {
            return new Mapping.Fields(anyOf(), separator, range);
        }
        String key = given.contains("columns") ? "columns" : "column";
        return new Mapping.Fields(refs(key), separator, range);
    }

    private List<String> given() {
        List<String> given = new ArrayList<>();
        for (String key : SOURCES) {
            if (section.has(key)) {
                given.add(key);
            }
        }
        return given;
    }

    private Optional<Mapping.RangePart> range(List<String> given) {
        Optional<Section> range = section.optionalSection("range");
        if (range.isEmpty()) {
            return Optional.empty();
        }
        if (!given.contains("column") && !given.contains("columns") && !given.contains("any-of")) {
            section.problem("range", "range is given without column, expected both or none");
        }
        String separator = range.get().text("separator");
        Optional<String> part =
                range.get().required("part", ValueType.oneOf(Set.of("start", "end")));
        range.get().rejectUnknownKeys();
        return separator.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mapping.RangePart(separator, part.orElse("start").equals("end")));
    }

    private Mapping.Combination sum(List<String> given) {
        Optional<String> needs = section.optional("needs", ValueType.oneOf(Set.of("all", "any")));
        if (needs.isPresent() && !given.contains("sum")) {
            section.problem("needs", "needs is given without sum, expected both or none");
        }
        return needs.orElse("all").equals("any")
                ? Mapping.Combination.SUM_OF_ANY
                : Mapping.Combination.SUM_OF_ALL;
    }

    private Mapping.Source numbers(String key, Mapping.Combination combination) {
        List<ColumnRef> fields = refs(key);
        if (fields.size() < 2) {
            section.problem(
                    key,
                    key + " is of " + fields.size() + " columns, expected two or more, as a list");
        }
        if (!NUMBERS.contains(column.type())) {
            section.problem(
                    key, key + " is given for " + column.name() + ", expected it for numbers only");
        }
        return new Mapping.Numbers(fields, combination);
    }

    private List<ColumnRef> anyOf() {
        List<String> names = section.texts("any-of");
        return names.isEmpty() ? List.of() : List.of(ColumnRef.anyOf(names));
    }

    private List<ColumnRef> refs(String key) {
        return section.texts(key).stream().map(ColumnRef::new).toList();
    }
}
