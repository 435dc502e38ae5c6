package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.EditionTable;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.model.MeasureEffects;
import eu.wattpeil.report.content.Effect;
import eu.wattpeil.report.content.Impact;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what measures came to by the end of a month, as its edition has it. */
final class EditionEffects {

    private EditionEffects() {}

    static List<Effect> of(Editions editions, Edition edition) {
        Map<String, Impact> impacts = EditionImpacts.of(editions, edition);
        EditionTable table = editions.table(MeasureEffects.TABLE, edition);
        return table.rows().stream()
                .map(row -> effect(new PublishedRow(table, row), impacts))
                .toList();
    }

    private static Effect effect(PublishedRow row, Map<String, Impact> impacts) {
        String measureId = row.text("measure_id").orElseThrow();
        return new Effect(
                measureId,
                row.text("verdict").orElseThrow(),
                change(row),
                row.value("first_result_on").map(LocalDate.class::cast),
                Optional.ofNullable(impacts.get(measureId)));
    }

    private static Optional<Effect.Change> change(PublishedRow row) {
        return row.amount("effect")
                .map(
                        change ->
                                new Effect.Change(
                                        change.doubleValue(),
                                        row.amount("effect_low").orElseThrow().doubleValue(),
                                        row.amount("effect_high").orElseThrow().doubleValue(),
                                        row.amount("mean_before").orElseThrow().doubleValue()));
    }
}
