package eu.wattpeil.report.page;

import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.Breakdown.Cell;
import eu.wattpeil.report.words.KeyWords;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Shows amounts where rows and columns meet as a table of tones with its sums. */
final class CountGrids {

    private static final String UNKNOWN = "unknown";

    private final Words words;
    private final Numerals numerals;
    private final KeyWords keys;

    CountGrids(Words words, Numerals numerals, KeyWords keys) {
        this.words = words;
        this.numerals = numerals;
        this.keys = keys;
    }

    /** The amounts of the organisation. */
    ReportPage.Detail detail(Breakdown all, String title) {
        List<String> columns =
                all.columns().stream().filter(column -> isShown(all, column)).toList();
        return new ReportPage.Detail(
                Breakdowns.anchor(all.detail()),
                title,
                lines(all),
                List.of(grid(all, columns)),
                Optional.empty(),
                Optional.empty(),
                Breakdowns.NO_TABLE,
                false,
                List.of());
    }

    /** A column of nothing is told only where columns are steps of a scale. */
    private static boolean isShown(Breakdown all, String column) {
        boolean isStep = all.detail().columns() == Detail.Keys.YEARS && !column.equals(UNKNOWN);
        return isStep || sum(all, it -> it.column().equals(column)).signum() != 0;
    }

    private static BigDecimal sum(Breakdown all, Predicate<Cell> isMeant) {
        return all.known().stream()
                .filter(isMeant)
                .map(it -> it.value().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String> lines(Breakdown all) {
        List<String> lines = new ArrayList<>();
        BigDecimal total = sum(all, it -> true);
        lines.add(words.say("picture.counts.text", "amount", amount(total, all)));
        BigDecimal unknown = sum(all, it -> it.column().equals(UNKNOWN));
        if (unknown.signum() != 0) {
            lines.add(
                    words.say(
                            "picture.counts.unknown",
                            "amount",
                            amount(unknown, all),
                            "keys",
                            keys.head(all.detail().columns())));
        }
        return lines;
    }

    private String amount(BigDecimal amount, Breakdown all) {
        return numerals.amount(amount, all.cells().get(0).unit());
    }

    private ReportPage.Grid grid(Breakdown all, List<String> columns) {
        double highest = all.known().stream().mapToDouble(Cell::number).max().orElse(0);
        List<ReportPage.GridRow> rows = new ArrayList<>();
        all.rows().forEach(row -> rows.add(row(all, row, columns, highest)));
        if (rows.size() > 1) {
            rows.add(sums(all, columns));
        }
        List<String> heads =
                new ArrayList<>(
                        columns.stream().map(it -> keys.name(all.detail().columns(), it)).toList());
        heads.add(words.say("picture.sum"));
        return new ReportPage.Grid(
                keys.head(all.detail().columns()),
                keys.head(all.detail().rows()),
                heads,
                rows,
                false,
                legend(all));
    }

    private ReportPage.GridRow row(
            Breakdown all, String row, List<String> columns, double highest) {
        List<ReportPage.GridCell> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(
                    all.cells().stream()
                            .filter(it -> it.row().equals(row) && it.column().equals(column))
                            .findFirst()
                            .map(it -> cell(it, highest))
                            .orElse(new ReportPage.GridCell("", "", "")));
        }
        cells.add(total(sum(all, it -> it.row().equals(row))));
        return new ReportPage.GridRow(keys.name(all.detail().rows(), row), "", cells, false);
    }

    private ReportPage.GridRow sums(Breakdown all, List<String> columns) {
        List<ReportPage.GridCell> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(total(sum(all, it -> it.column().equals(column)))));
        cells.add(total(sum(all, it -> true)));
        return new ReportPage.GridRow(words.say("picture.sum"), "", cells, true);
    }

    private ReportPage.GridCell total(BigDecimal sum) {
        return new ReportPage.GridCell(numerals.amount(sum, "1"), "total", "");
    }

    /** Nothing has no tone; the least that is anything has the lightest. */
    private ReportPage.GridCell cell(Cell cell, double highest) {
        if (cell.value().isEmpty()) {
            return new ReportPage.GridCell("", "hatched", words.say("keys.unknown"));
        }
        double value = cell.number();
        if (value == 0) {
            return new ReportPage.GridCell("0", "zero", "");
        }
        int tone = (int) Math.max(1, Math.ceil(value / highest * (HeatMaps.TONES - 1)));
        return new ReportPage.GridCell(
                numerals.amount(cell.value().get(), "1"),
                "tone-" + tone + (cell.mark().isPresent() ? " marked" : ""),
                cell.mark().map(this::mark).orElse(""));
    }

    private String mark(String code) {
        return words.code("keys.mark", code);
    }

    private List<ReportPage.Swatch> legend(Breakdown all) {
        return all.known().stream()
                .filter(it -> it.value().orElseThrow().signum() != 0)
                .flatMap(it -> it.mark().stream())
                .distinct()
                .map(it -> new ReportPage.Swatch("marked", mark(it)))
                .toList();
    }
}
