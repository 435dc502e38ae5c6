package eu.wattpeil.operate;

import eu.wattpeil.kpi.change.Against;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.EditionTable;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.model.KpiChanges;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.time.YearMonth;
import java.util.List;

/** Reads what changed the values of a month, as its edition has it. */
final class EditionChanges {

    private EditionChanges() {}

    static List<ChangePart> of(Editions editions, Edition edition) {
        EditionTable table = editions.table(KpiChanges.TABLE, edition);
        return table.rows().stream()
                .map(row -> part(edition.month(), new PublishedRow(table, row)))
                .toList();
    }

    private static ChangePart part(YearMonth month, PublishedRow row) {
        Scope scope =
                new Scope(row.text("scope_kind").orElseThrow(), row.text("scope_id").orElseThrow());
        String against = row.text("against").orElseThrow();
        return new ChangePart(
                new Series(
                        row.text("kpi_id").orElseThrow(),
                        scope,
                        Period.of(row.text("period").orElseThrow())),
                against.equals(Against.YEAR_BEFORE.code())
                        ? month.minusYears(1)
                        : month.minusMonths(1),
                row.text("cause").orElseThrow(),
                row.amount("amount"));
    }
}
