package eu.wattpeil.report.numbers;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Holds every number of a workbook against what it is of: by the KPI, scope and period of its row
 * and the head of its column.
 */
final class SheetNumbers {

    /** Digits of what is derived from values. */
    private static final double DERIVED = 1e-8;

    private final EditionNumbers numbers;
    private final Script script;
    private final String form;
    private final Tally tally;
    private final Map<String, String> periods = new HashMap<>();
    private final Map<String, List<Row>> byTitle = new HashMap<>();

    SheetNumbers(EditionNumbers numbers, String form, Tally tally) {
        this.numbers = numbers;
        this.form = form;
        this.tally = tally;
        script = numbers.script();
        for (String code : List.of("month", "quarter", "rolling_year", "year", "year_to_date")) {
            periods.put(script.text("book.period." + code), code);
        }
        for (Kpi kpi : numbers.town().kpis()) {
            byTitle.put(
                    Texts.pick(kpi.title(), script.language()),
                    numbers.tables().rowsOf(kpi.kpiId()));
        }
    }

    void check(Path file) throws IOException, SQLException {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<List<Optional<Cell>>> rows = new ArrayList<>();
                sheet.read()
                        .forEach(row -> rows.add(row.stream().map(Optional::ofNullable).toList()));
                check(sheet.getName(), rows);
            }
        }
    }

    /** A row of a sheet by the heads of its columns. */
    private record Line(String sheet, Map<String, Cell> cells) {

        String text(String head) {
            return Optional.ofNullable(cells.get(head)).map(Cell::getText).orElse("");
        }

        Optional<BigDecimal> number(String head) {
            return Optional.ofNullable(cells.get(head))
                    .filter(it -> it.getType() == CellType.NUMBER)
                    .map(Cell::asNumber);
        }
    }

    private void check(String sheet, List<List<Optional<Cell>>> rows) throws SQLException {
        List<String> heads =
                rows.get(0).stream().map(it -> it.map(Cell::getText).orElse("")).toList();
        Set<BigDecimal> details = details();
        for (List<Optional<Cell>> row : rows.subList(1, rows.size())) {
            Map<String, Cell> cells = new HashMap<>();
            for (int at = 0; at < Math.min(heads.size(), row.size()); at++) {
                String head = heads.get(at);
                row.get(at).ifPresent(it -> cells.put(head, it));
            }
            Line line = new Line(sheet, cells);
            if (heads.contains(say("scope_id"))) {
                checkValues(line);
            } else if (heads.contains(say("counted.what"))) {
                checkFigure(line);
            } else if (heads.contains(say("known_months"))) {
                checkGoal(line);
            } else if (heads.contains(say("detail.row"))) {
                line.number(label("value"))
                        .ifPresent(it -> add(line, "value", it, details.contains(plain(it))));
            } else if (heads.contains(say("factor.vintage"))) {
                line.number(label("value")).ifPresent(it -> add(line, "value", it, isFactor(it)));
            }
        }
    }

    private Set<BigDecimal> details() throws SQLException {
        Set<BigDecimal> values = new HashSet<>();
        for (Map<String, String> row : numbers.tables().of("details", numbers.month())) {
            EditionTables.decimal(row, "value").ifPresent(it -> values.add(plain(it)));
        }
        return values;
    }

    private boolean isFactor(BigDecimal value) {
        return numbers.town().organisation().factors().stream()
                .anyMatch(it -> it.value().filter(own -> own.compareTo(value) == 0).isPresent());
    }

    /** A row for each value of each month. */
    private void checkValues(Line line) {
        String period = periods.getOrDefault(line.text(say("period")), "");
        YearMonth month =
                YearMonth.from(
                        Optional.ofNullable(line.cells().get(label("month")))
                                .map(Cell::asDate)
                                .orElseThrow());
        List<Row> rows =
                numbers.tables().rowsOf(line.text(say("kpi"))).stream()
                        .filter(row -> row.month().equals(month))
                        .filter(row -> row.period().equals(period))
                        .filter(row -> row.scopeId().equals(line.text(say("scope_id"))))
                        .toList();
        checkRow(line, rows);
    }

    private void checkRow(Line line, List<Row> rows) {
        boolean isOf = rows.stream().anyMatch(row -> isOf(line, row));
        for (String head :
                List.of(
                        label("value"),
                        label("coverage"),
                        say("measured"),
                        say("counted"),
                        say("divided"))) {
            line.number(head).ifPresent(it -> add(line, head, it, isOf));
        }
    }

    private boolean isOf(Line line, Row row) {
        boolean isShown = !row.isWithheld();
        return isSame(line.number(label("value")), row.value().map(Digits::decimal))
                && isSame(line.number(say("counted")), row.numerator().filter(it -> isShown))
                && isSame(line.number(say("divided")), row.denominator().filter(it -> isShown))
                && isSame(
                        line.number(label("coverage")),
                        row.coverage().filter(it -> isShown).map(SheetNumbers::share))
                && isSame(
                        line.number(say("measured")),
                        row.measuredShare().filter(it -> isShown).map(SheetNumbers::share));
    }

    private static BigDecimal share(double share) {
        return Digits.decimal(Math.min(1, share));
    }

    private static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent()
                && one.filter(it -> it.compareTo(other.orElseThrow()) != 0).isEmpty();
    }

    /** A row of a section: a value of the month beside those of other months. */
    private void checkFigure(Line line) {
        String period = periods.getOrDefault(line.text(say("period")), "");
        List<Row> rows =
                byTitle.getOrDefault(line.text(label("figure")), List.of()).stream()
                        .filter(row -> row.month().equals(numbers.month()))
                        .filter(row -> row.period().equals(period))
                        .filter(row -> numbers.name(row).equals(line.text(label("scope")).strip()))
                        .toList();
        checkRow(line, rows);
        Optional<Row> row = rows.stream().filter(it -> isOf(line, it)).findFirst();
        for (YearMonth other :
                List.of(numbers.month().minusMonths(1), numbers.month().minusYears(1))) {
            row.ifPresent(it -> checkBeside(line, it, other));
        }
    }

    private void checkBeside(Line line, Row row, YearMonth other) {
        Kpi kpi = numbers.town().kpi(row.kpiId());
        String named = BlockNumbers.named(other, script.language());
        Optional<Double> then = numbers.tables().row(row.series(), other).flatMap(Row::value);
        String head = Character.toUpperCase(named.charAt(0)) + named.substring(1);
        line.number(head)
                .ifPresent(
                        it ->
                                add(
                                        line,
                                        head,
                                        it,
                                        isSame(Optional.of(it), then.map(Digits::decimal))));
        if (row.value().isEmpty() || then.isEmpty()) {
            return;
        }
        boolean isMonth = row.period().equals("month");
        int length = isMonth ? numbers.town().length(kpi, numbers.month()) : 1;
        int otherLength = isMonth ? numbers.town().length(kpi, other) : 1;
        boolean isAsLong = length == otherLength;
        double one = isAsLong ? row.value().get() : row.value().get() / length;
        double two = isAsLong ? then.get() : then.get() / otherLength;
        double points = kpi.isShare() ? 100 : 1;
        String difference = say("difference").replace("{month}", named);
        line.number(difference)
                .ifPresent(it -> add(line, difference, it, isNear(it, (one - two) * points)));
        String change = say("change").replace("{month}", named);
        line.number(change)
                .ifPresent(
                        it ->
                                add(
                                        line,
                                        change,
                                        it,
                                        Digits.share(one, two)
                                                .filter(share -> isNear(it, share))
                                                .isPresent()));
    }

    private static boolean isNear(BigDecimal told, double expected) {
        return Math.abs(told.doubleValue() - expected) <= DERIVED * Math.abs(expected) + 1e-12;
    }

    /** What stands of a goal, written as pages write it. */
    private void checkGoal(Line line) {
        String title = line.text(label("goal")).strip();
        Set<String> allowed = numbers.goal(title);
        Kpi kpi =
                numbers.town().organisation().goals().stream()
                        .filter(it -> numbers.title(it).equals(title))
                        .findFirst()
                        .map(it -> numbers.town().kpi(it.kpiId()))
                        .orElseThrow();
        Digits digits = new Digits(kpi, script);
        for (String head :
                List.of(
                        label("now"),
                        say("target"),
                        say("baseline"),
                        say("forecast"),
                        say("forecast.low"),
                        say("forecast.high"))) {
            line.number(head)
                    .ifPresent(
                            it ->
                                    add(
                                            line,
                                            head,
                                            it,
                                            allowed.contains(digits.value(it.doubleValue()))));
        }
        line.number(say("path"))
                .ifPresent(
                        it ->
                                add(
                                        line,
                                        say("path"),
                                        it,
                                        allowed.contains(digits.path(it.doubleValue()))));
        for (String head : List.of(say("required"), say("present"))) {
            double points = kpi.isShare() ? 100 : 1;
            line.number(head)
                    .ifPresent(
                            it ->
                                    add(
                                            line,
                                            head,
                                            it,
                                            allowed.contains(
                                                    digits.pace(it.doubleValue() / points))));
        }
    }

    private void add(Line line, String head, BigDecimal said, boolean isKnown) {
        String row = line.text(label("figure")) + " " + line.text(label("goal"));
        String where = line.sheet() + ": " + row + " " + line.text(label("scope")) + ", " + head;
        tally.add(form, where, said.toPlainString(), isKnown, line.text(say("kpi")));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }

    private String say(String key) {
        return script.text("book." + key);
    }

    private String label(String key) {
        return script.text("label." + key);
    }
}
