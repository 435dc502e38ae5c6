package eu.wattpeil.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of datasets as tables in Markdown, which is fit for reading, too. */
public final class ColumnTable {

    /** Set for each row by whoever keeps it, never by a definition. */
    private static final Set<String> OF_THE_DOCUMENT = Set.of("document_id", "line");

    private ColumnTable() {}

    /** The tables of all datasets that a definition can fill, each under its name. */
    public static String all() {
        return Datasets.collected().stream()
                .map(dataset -> "## `" + dataset.name() + "`\n\n" + of(dataset))
                .collect(Collectors.joining("\n"));
    }

    /** A line for each column that a definition can fill. */
    public static String of(Dataset dataset) {
        return dataset.columns().stream()
                .filter(column -> !OF_THE_DOCUMENT.contains(column.name()))
                .map(ColumnTable::line)
                .collect(
                        Collectors.joining(
                                "",
                                "| Column | Values | Unit | Required | Meaning |\n"
                                        + "|---|---|---|---|---|\n",
                                ""));
    }

    private static String line(Column column) {
        return "| `"
                + String.join(
                        " | ",
                        List.of(
                                column.name() + "`",
                                values(column),
                                column.unit(),
                                column.isRequired() ? "yes" : "",
                                column.description().replace("|", "\\|")))
                + " |\n";
    }

    private static String values(Column column) {
        if (!column.codes().isEmpty()) {
            return column.codes().stream()
                    .map(code -> "`" + code + "`")
                    .collect(Collectors.joining(", "));
        }
        return switch (column.type()) {
            case INTEGER -> "whole number";
            case DECIMAL -> "number, three decimals";
            case FINE_DECIMAL -> "number, six decimals";
            case BOOLEAN -> "true or false";
            case TIMESTAMP -> "date and time";
            case TEXT, DATE, DOUBLE -> column.type().name().toLowerCase(Locale.ROOT);
        };
    }
}
