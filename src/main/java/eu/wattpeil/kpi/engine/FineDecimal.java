package eu.wattpeil.kpi.engine;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure of any type as a decimal of six decimals, in selects that are put together here: models
 * say {@code decimal_6} of a double, and cast other decimals. Engines cast a double in two ways, so
 * the figure stands between two remarks, by which an engine that needs to can spell it otherwise.
 */
public final class FineDecimal {

    private static final String TYPE = "decimal(18, 6)";
    private static final String FROM = "/* a figure */ ";
    private static final String TO = " /* of any type */";
    private static final Pattern SPELLED =
            Pattern.compile(
                    Pattern.quote("cast(" + FROM)
                            + "(.*?)"
                            + Pattern.quote(TO + " as " + TYPE + ")"),
                    Pattern.DOTALL);

    private FineDecimal() {}

    /** The expression as DuckDB works it out. */
    public static String of(String figure) {
        return "cast(" + FROM + figure + TO + " as " + TYPE + ")";
    }

    /**
     * A select with such expressions spelled otherwise.
     *
     * @param spelling gives the expression for a figure
     */
    public static String inOtherWords(String select, UnaryOperator<String> spelling) {
        return SPELLED.matcher(select)
                .replaceAll(it -> Matcher.quoteReplacement(spelling.apply(it.group(1))));
    }
}
