package eu.wattpeil.kpi.engine.spark;

import eu.wattpeil.kpi.engine.FineDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How Spark declares what DuckDB declares. */
final class SparkTypes {

    /** A text or a remark, or a type that Spark has another name for. */
    private static final Pattern TYPE =
            Pattern.compile(
                    "'(?:[^']++|'')*+'|--[^\\n]*+"
                            + "|(\\bvarchar\\b)|(\\btimestamptz\\b|\\btimestamp with time zone\\b)",
                    Pattern.CASE_INSENSITIVE);

    private SparkTypes() {}

    /** A select of the models with the types that Spark knows. */
    static String inSpark(String select) {
        return TYPE.matcher(FineDecimal.inOtherWords(select, SparkTypes::fineDecimal))
                .replaceAll(
                        it ->
                                it.group(1) != null
                                        ? "string"
                                        : it.group(2) != null
                                                ? "timestamp"
                                                : Matcher.quoteReplacement(it.group()));
    }

    /** Its type decides, which Spark knows before it runs; the prelude's word is for doubles. */
    private static String fineDecimal(String figure) {
        return "case when typeof(%1$s) = 'double' then decimal_6(%1$s) else cast(%1$s as decimal(18, 6)) end"
                .formatted(figure);
    }

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
