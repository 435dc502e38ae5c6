package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.EditionTable;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.kpi.model.Details;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a month takes apart, as its edition has it. */
final class EditionDetails {

    private static final Comparator<PublishedRow> ORDER =
            Comparator.comparing((PublishedRow row) -> text(row, "scope_kind"))
                    .thenComparing(row -> text(row, "scope_id"))
                    .thenComparing(row -> number(row, "row_order"))
                    .thenComparing(row -> text(row, "row_key"))
                    .thenComparing(row -> number(row, "column_order"))
                    .thenComparing(row -> text(row, "column_key"));

    private EditionDetails() {}

    /** All that the workspace knows, with or without rows, by id. */
    static List<Breakdown> of(Workspace workspace, Editions editions, Edition edition) {
        EditionTable table = editions.table(Details.TABLE, edition);
        Map<String, List<PublishedRow>> rows = new TreeMap<>();
        table.rows().stream()
                .map(row -> new PublishedRow(table, row))
                .sorted(ORDER)
                .forEach(
                        row ->
                                rows.computeIfAbsent(
                                                text(row, "detail_id"), id -> new ArrayList<>())
                                        .add(row));
        return Catalogue.details(workspace.modelFiles()).stream()
                .map(it -> breakdown(it, rows.getOrDefault(it.detailId(), List.of())))
                .toList();
    }

    private static Breakdown breakdown(Detail detail, List<PublishedRow> rows) {
        return new Breakdown(detail, rows.stream().map(EditionDetails::cell).toList());
    }

    private static Breakdown.Cell cell(PublishedRow row) {
        return new Breakdown.Cell(
                new Scope(text(row, "scope_kind"), text(row, "scope_id")),
                text(row, "row_key"),
                text(row, "column_key"),
                row.amount("value"),
                text(row, "unit"),
                row.value("coverage").map(Double.class::cast),
                row.text("reason"),
                row.text("mark"),
                row.text("note"));
    }

    private static String text(PublishedRow row, String column) {
        return row.text(column).orElseThrow();
    }

    private static Long number(PublishedRow row, String column) {
        return row.value(column).map(Long.class::cast).orElseThrow();
    }
}
