package eu.wattpeil.report.numbers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds each number of a table of what is taken apart against the row of {@code details} that
 * stands where its row and column meet. Of several scopes beside each other nothing is told here.
 */
final class GridNumbers {

    private static final String HEAD = "th";

    private final EditionNumbers numbers;
    private final String form;
    private final Tally tally;

    GridNumbers(EditionNumbers numbers, String form, Tally tally) {
        this.numbers = numbers;
        this.form = form;
        this.tally = tally;
    }

    /** All such tables of a page. */
    void check(Element page) throws SQLException {
        for (Element detail : page.all(it -> it.attribute("id").startsWith("detail-")).toList()) {
            String id = detail.attribute("id").replaceFirst("detail-", "");
            List<Element> grids = detail.all(it -> it.isOf("grid")).toList();
            if (grids.size() == 1) {
                check(grids.get(0), id);
            }
        }
    }

    private void check(Element grid, String id) throws SQLException {
        List<Map<String, String>> cells =
                numbers.tables().of("details", numbers.month()).stream()
                        .filter(row -> EditionTables.text(row, "detail_id").equals(id))
                        .sorted(Comparator.comparing(GridNumbers::order))
                        .toList();
        List<String> rows =
                cells.stream().map(row -> EditionTables.text(row, "row_key")).distinct().toList();
        List<String> columns =
                grid.named("thead").get(0).named(HEAD).stream().skip(1).map(Element::text).toList();
        List<Element> lines = grid.named("tbody").get(0).named("tr");
        for (int line = 0; line < Math.min(rows.size(), lines.size()); line++) {
            List<Element> told = lines.get(line).named("td");
            for (int at = 0; at < told.size(); at++) {
                String row = rows.get(line);
                String column = columns.get(at);
                cells.stream()
                        .filter(it -> EditionTables.text(it, "row_key").equals(row))
                        .filter(it -> isSame(EditionTables.text(it, "column_key"), column))
                        .findFirst()
                        .flatMap(it -> EditionTables.decimal(it, "value"))
                        .ifPresent(
                                it ->
                                        check(
                                                id + " " + row + " " + column,
                                                told,
                                                column,
                                                columns,
                                                it));
            }
        }
    }

    private void check(
            String place,
            List<Element> told,
            String column,
            List<String> columns,
            BigDecimal value) {
        String text = String.valueOf(told.get(columns.indexOf(column)).children().get(0));
        List<Numeral> said = Numeral.in(text, numbers.units());
        boolean isSame = said.size() == 1 && isRounded(said.get(0).said(), value);
        tally.add(form, "grid " + place, text, isSame, "expected " + value);
    }

    /** With as many digits as it is told with. */
    private boolean isRounded(String said, BigDecimal value) {
        int point = Math.max(said.indexOf('.'), said.indexOf(','));
        int decimals = point < 0 ? 0 : said.length() - point - 1;
        return said.equals(
                numbers.script().number(value.setScale(decimals, RoundingMode.HALF_UP), decimals));
    }

    private static boolean isSame(String key, String head) {
        return key.equals(head) || ("0" + key).equals(head);
    }

    /** As the table has them; where it has no order, as they come. */
    private static Long order(Map<String, String> row) {
        return Optional.of(EditionTables.text(row, "row_order"))
                .filter(it -> !it.isEmpty())
                .map(Long::valueOf)
                .orElse(0L);
    }
}
