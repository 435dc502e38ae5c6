package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.EditionTable;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.model.MeasureImpacts;
import eu.wattpeil.report.content.Impact;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what a year of what measures changed comes to, as the edition of a month has it. */
final class EditionImpacts {

    private EditionImpacts() {}

    /** By measure; none of an edition from before there were any. */
    static Map<String, Impact> of(Editions editions, Edition edition) {
        EditionTable table = editions.table(MeasureImpacts.TABLE, edition);
        Map<String, Impact> impacts = new TreeMap<>();
        table.rows().stream()
                .map(row -> new PublishedRow(table, row))
                .forEach(row -> impacts.put(row.text("measure_id").orElseThrow(), impact(row)));
        return impacts;
    }

    private static Impact impact(PublishedRow row) {
        return new Impact(
                row.text("missing"),
                row.value("days").map(Long.class::cast),
                new Impact.Amount("kWh", change(row, "kwh"), Optional.empty()),
                new Impact.Amount("sheets", change(row, "sheets"), Optional.empty()),
                new Impact.Amount("impressions", change(row, "impressions"), Optional.empty()),
                new Impact.Amount("EUR", change(row, "eur"), row.text("eur_missing")),
                new Impact.Amount("kgCO2e", change(row, "kgco2e"), row.text("kgco2e_missing")));
    }

    private static Optional<Impact.Change> change(PublishedRow row, String name) {
        return row.amount(name)
                .map(
                        amount ->
                                new Impact.Change(
                                        amount,
                                        row.amount(name + "_low").orElseThrow(),
                                        row.amount(name + "_high").orElseThrow()));
    }
}
