package eu.wattpeil.kpi.engine.spark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How Spark declares what DuckDB declares. */
final class SparkTypes {

    private SparkTypes() {}

    /** Columns with their types, as Spark declares them. */
    static String declared(List<String> columns) {
        return columns.stream()
                .map(
                        column -> {
                            int gap = column.indexOf(' ');
                            return name(column.substring(0, gap))
                                    + " "
                                    + type(column.substring(gap + 1));
                        })
                .collect(Collectors.joining(", "));
    }

    static String name(String name) {
        String bare = name.replace("\"", "");
        return "`" + bare.replace("`", "``") + "`";
    }

    private static String type(String duckDb) {
        return switch (duckDb.toLowerCase(Locale.ROOT).strip()) {
            case "varchar" -> "string";
            case "timestamptz", "timestamp with time zone" -> "timestamp";
            default -> duckDb;
        };
    }
}
