package eu.wattpeil.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What each column of the store's tables means, for analysts: {@code dictionary.csv}. */
public final class Dictionary {

    /** The file, below the root of the store. */
    public static final String FILE = "dictionary.csv";

    private static final String HEADER = "table,column,type,unit,is_required,codes,description";

    private Dictionary() {}

    /** The tables that every store has, then others. */
    public static List<Dataset> tables(List<Dataset> others) {
        List<Dataset> tables = new ArrayList<>(Datasets.collected());
        tables.addAll(List.of(Datasets.DOCUMENTS, Datasets.REJECTS, Datasets.RUNS));
        tables.addAll(others);
        return tables;
    }

    /** A line per column, as RFC 4180 has it but with the line ends of the store's other texts. */
    public static String csv(List<Dataset> tables) {
        return HEADER
                + "\n"
                + tables.stream()
                        .flatMap(
                                table ->
                                        table.columns().stream()
                                                .map(column -> line(table.name(), column)))
                        .collect(Collectors.joining());
    }

    private static String line(String table, Column column) {
        return List.of(
                                table,
                                column.name(),
                                column.type().sqlType(),
                                column.unit(),
                                column.isRequired() ? "true" : "false",
                                String.join(" ", column.codes()),
                                column.description())
                        .stream()
                        .map(Dictionary::cell)
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String cell(String text) {
        boolean isQuoted = text.contains(",") || text.contains("\"") || text.contains("\n");
        return isQuoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
