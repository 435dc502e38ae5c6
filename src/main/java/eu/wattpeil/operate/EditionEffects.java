package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.EditionTable;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.model.MeasureEffects;
import eu.wattpeil.report.content.Effect;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what measures came to by the end of a month, as its edition has it. */
final class EditionEffects {

    private EditionEffects() {}

    static List<Effect> of(Editions editions, Edition edition) {
        EditionTable table = editions.table(MeasureEffects.TABLE, edition);
        return table.rows().stream().map(row -> effect(new PublishedRow(table, row))).toList();
    }

    private static Effect effect(PublishedRow row) {
        return new Effect(
                row.text("measure_id").orElseThrow(),
                row.text("verdict").orElseThrow(),
                change(row),
                row.value("first_result_on").map(LocalDate.class::cast));
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
