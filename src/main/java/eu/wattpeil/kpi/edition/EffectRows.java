package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.kpi.engine.MeasureResult;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.MeasureEffects;
import eu.wattpeil.workspace.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Makes the rows of {@code measure_effects}. */
final class EffectRows {

    private EffectRows() {}

    static EditionTable of(List<MeasureResult> results, Catalogue catalogue) {
        return new EditionTable(
                MeasureEffects.TABLE, results.stream().map(it -> row(it, catalogue)).toList());
    }

    private static List<Object> row(MeasureResult result, Catalogue catalogue) {
        Measure measure = result.measure();
        Optional<MeasureResult.Effect> effect = result.effect();
        return List.of(
                measure.measureId(),
                measure.kpiId(),
                measure.scope().kind(),
                measure.scope().id(),
                measure.startedOn(),
                Codes.of(result.verdict()),
                effect.map(it -> BigDecimal.valueOf(it.change())),
                effect.map(it -> BigDecimal.valueOf(it.low())),
                effect.map(it -> BigDecimal.valueOf(it.high())),
                effect.map(it -> BigDecimal.valueOf(it.before())),
                catalogue.kpi(measure.kpiId()).map(Kpi::unit).orElse(""),
                result.firstResultOn());
    }
}
