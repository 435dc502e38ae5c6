package eu.wattpeil.report.page;

import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.Breakdown.Cell;
import eu.wattpeil.report.words.KeyWords;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Shows values as a list, the largest first. */
final class DetailLists {

    /** Rows above which a page would be too long; all of them are in the workbook. */
    private static final int MOST_ROWS = 40;

    private final Words words;
    private final Numerals numerals;
    private final Scopes scopes;
    private final KeyWords keys;

    DetailLists(Words words, Numerals numerals, Scopes scopes, KeyWords keys) {
        this.words = words;
        this.numerals = numerals;
        this.scopes = scopes;
        this.keys = keys;
    }

    ReportPage.Detail detail(Breakdown all, String title) {
        List<Cell> cells =
                all.cells().stream()
                        .sorted(
                                Comparator.comparing(DetailLists::size)
                                        .reversed()
                                        .thenComparing(Cell::row)
                                        .thenComparing(it -> it.scope().id()))
                        .toList();
        List<Cell> shown = cells.subList(0, Math.min(cells.size(), MOST_ROWS));
        return new ReportPage.Detail(
                Breakdowns.anchor(all.detail()),
                title,
                lines(all),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                table(all.detail(), shown),
                false,
                cells.size() == shown.size()
                        ? List.of()
                        : List.of(words.count("picture.more", cells.size() - shown.size())));
    }

    private static BigDecimal size(Cell cell) {
        return cell.value().orElse(BigDecimal.ZERO);
    }

    private List<String> lines(Breakdown all) {
        List<String> lines = new ArrayList<>();
        String key = "detail." + all.detail().detailId();
        if (words.find(key + ".text").isPresent()) {
            BigDecimal sum =
                    all.cells().stream()
                            .map(DetailLists::size)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            lines.add(
                    words.count(
                            key + ".text",
                            all.cells().size(),
                            "sum",
                            numerals.amount(sum, all.cells().get(0).unit())));
        }
        long bare = all.cells().stream().filter(it -> it.note().isEmpty()).count();
        if (bare > 0 && words.find(key + ".no_note").isPresent()) {
            lines.add(words.count(key + ".no_note", bare));
        }
        return lines;
    }

    private Table table(Detail detail, List<Cell> cells) {
        boolean isMarked = cells.stream().anyMatch(it -> it.mark().isPresent());
        boolean isNoted = words.find("detail." + detail.detailId() + ".note").isPresent();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text(words.capitalised(scope(cells))));
        if (isMarked) {
            columns.add(Table.Column.note(head(detail, "mark", words.say("keys.role"))));
        }
        columns.add(column(detail.rows(), head(detail, "row", keys.head(detail.rows()))));
        columns.add(column(detail.columns(), head(detail, "column", keys.head(detail.columns()))));
        columns.add(Table.Column.number(head(detail, "value", words.say("label.value"))));
        if (isNoted) {
            columns.add(Table.Column.text(head(detail, "note", "")).named());
        }
        return new Table(
                columns, cells.stream().map(cell -> row(detail, cell, isMarked, isNoted)).toList());
    }

    /** Times stay on one line. */
    private static Table.Column column(Detail.Keys keys, String head) {
        boolean isTime = keys == Detail.Keys.INSTANT || keys == Detail.Keys.DAY;
        return Table.Column.of(isTime ? Table.Column.Kind.WORD : Table.Column.Kind.TEXT, head)
                .named();
    }

    private String scope(List<Cell> cells) {
        return words.code("kind", cells.get(0).scope().kind());
    }

    private String head(Detail detail, String part, String other) {
        return words.find("detail." + detail.detailId() + "." + part)
                .map(it -> words.say("detail." + detail.detailId() + "." + part))
                .orElse(other);
    }

    private Table.Row row(Detail detail, Cell cell, boolean isMarked, boolean isNoted) {
        List<String> row = new ArrayList<>();
        row.add(scopes.name(cell.scope()));
        if (isMarked) {
            row.add(cell.mark().map(it -> words.code("role", it)).orElse(""));
        }
        row.add(keys.name(detail.rows(), cell.row()));
        row.add(keys.name(detail.columns(), cell.column()));
        row.add(cell.value().map(it -> numerals.amount(it, cell.unit())).orElse("–"));
        if (isNoted) {
            row.add(note(detail, cell));
        }
        return new Table.Row(row);
    }

    /** The cause, and how much is known all the same. */
    private String note(Detail detail, Cell cell) {
        String note = cell.note().orElse(head(detail, "unnoted", "–"));
        boolean isKnownInPart = cell.coverage().filter(it -> it > 0).isPresent();
        String key = "detail." + detail.detailId() + ".known";
        return isKnownInPart && words.find(key).isPresent()
                ? note
                        + " · "
                        + words.say(key, "share", numerals.coverage(cell.coverage().orElse(0.0)))
                : note;
    }
}
