package eu.wattpeil.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The values that the page of all figures holds, read as its script reads them. */
public final class ExplorerRows {

    private static final Pattern DATA =
            Pattern.compile(
                    "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);
    private static final double BILLION = 1e9;

    /** What a script knows for certain of a number. */
    private static final MathContext DIGITS = new MathContext(15);

    private ExplorerRows() {}

    /**
     * A value; texts are empty where there is nothing.
     *
     * @param reason its code
     */
    public record Row(
            String numerator,
            String denominator,
            String value,
            String coverage,
            String measured,
            String reason,
            boolean isProvisional,
            String edition) {}

    /** The data of a page. */
    public static JsonNode dataOf(Path page) throws IOException {
        Matcher found = DATA.matcher(Files.readString(page));
        if (!found.find()) {
            throw new AssertionError("there are no data in " + page);
        }
        return new JsonMapper().readTree(found.group(1));
    }

    /** By month, KPI, period and scope: {@code 2026-10 pue_interim month room:town-hall-sr}. */
    public static Map<String, Row> of(JsonNode data) {
        Map<String, Row> rows = new TreeMap<>();
        for (JsonNode series : data.get("series")) {
            String[][] cells = new String[9][];
            for (int at = 0; at < cells.length; at++) {
                cells[at] =
                        data.get("columns")
                                .get(series.get(3 + at).asInt())
                                .asString()
                                .split(",", -1);
            }
            for (int month = 0; month < data.get("months").size(); month++) {
                if (!cells[8][month].isEmpty()) {
                    rows.put(key(data, series, month), row(data, cells, month));
                }
            }
        }
        return rows;
    }

    private static String key(JsonNode data, JsonNode series, int month) {
        JsonNode scope = data.get("scopes").get(series.get(1).asInt());
        return data.get("months").get(month).asString()
                + " "
                + data.get("kpis").get(series.get(0).asInt()).get("id").asString()
                + (series.get(2).asInt() == 0 ? " month " : " rolling_year ")
                + data.get("kinds").get(scope.get(0).asInt()).get("code").asString()
                + ":"
                + scope.get(1).asString();
    }

    private static Row row(JsonNode data, String[][] cells, int month) {
        String reason = cells[5][month];
        return new Row(
                cells[0][month],
                cells[1][month],
                value(cells[0][month], cells[1][month], cells[2][month], reason),
                cells[3][month],
                cells[4][month],
                reason.isEmpty()
                        ? ""
                        : data.get("reasons").get(Integer.parseInt(reason)).get("code").asString(),
                cells[7][month].equals("1"),
                cells[8][month]);
    }

    private static String value(String numerator, String denominator, String value, String reason) {
        if (value.equals("-")) {
            return "";
        }
        if (!value.isEmpty() || !reason.isEmpty()) {
            return value;
        }
        if (denominator.isEmpty()) {
            return numerator;
        }
        double quotient = Double.parseDouble(numerator) / Double.parseDouble(denominator);
        return new BigDecimal(Math.round(quotient * BILLION) / BILLION)
                .round(DIGITS)
                .toPlainString();
    }

    /** The number of a text; empty where there is none. */
    public static Optional<BigDecimal> number(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new BigDecimal(text).stripTrailingZeros());
    }
}
