package eu.wattpeil.report.form;

import eu.wattpeil.report.content.Effect;
import eu.wattpeil.report.content.Impact;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A measure in {@code report.json}, with what it came to.
 *
 * @param controlKind of the scope without the measure that it is compared with
 * @param verdict effect, no_effect_shown or cannot_be_told_yet; null where the edition has none
 * @param effect in the unit, of a day where the KPI is a sum
 * @param impact what a year of it comes to; null where no effect is shown
 */
record JsonMeasure(
        String measureId,
        Map<String, String> title,
        String kpiId,
        String scopeKind,
        String scopeId,
        String startedOn,
        @Nullable String endedOn,
        boolean isExperiment,
        @Nullable String scaledOn,
        @Nullable BigDecimal expectedShare,
        @Nullable String controlKind,
        @Nullable String controlId,
        @Nullable String verdict,
        String unit,
        @Nullable Interval effect,
        @Nullable BigDecimal meanBefore,
        @Nullable String firstResultOn,
        @Nullable Yearly impact) {

    static JsonMeasure of(Measure measure, MonthlyReport report) {
        Optional<Effect> effect = report.effect(measure);
        Optional<Effect.Change> change = effect.flatMap(Effect::change);
        LocalDate last = report.month().atEndOfMonth();
        return new JsonMeasure(
                measure.measureId(),
                JsonReport.byLanguage(measure.title()),
                measure.kpiId(),
                measure.scope().kind(),
                measure.scope().id(),
                measure.startedOn().toString(),
                past(measure.endedOn(), last),
                measure.isExperiment(),
                past(measure.scaledOn(), last),
                measure.expected().map(Numerals::plain).orElse(null),
                measure.control().map(Scope::kind).orElse(null),
                measure.control().map(Scope::id).orElse(null),
                effect.map(Effect::verdict).orElse(null),
                report.kpi(measure.kpiId()).unit(),
                change.map(
                                it ->
                                        new Interval(
                                                Numerals.derived(it.amount()),
                                                Numerals.derived(it.low()),
                                                Numerals.derived(it.high())))
                        .orElse(null),
                change.map(Effect.Change::before).map(Numerals::derived).orElse(null),
                effect.flatMap(Effect::firstResultOn).map(LocalDate::toString).orElse(null),
                effect.flatMap(Effect::impact).map(Yearly::of).orElse(null));
    }

    /** A day that lies ahead is not known yet. */
    private static @Nullable String past(Optional<LocalDate> day, LocalDate last) {
        return day.filter(it -> !it.isAfter(last)).map(LocalDate::toString).orElse(null);
    }

    /** A change with its interval of 95 %. */
    record Interval(BigDecimal change, BigDecimal low, BigDecimal high) {

        static @Nullable Interval of(Impact.Amount amount) {
            return amount.change()
                    .map(
                            it ->
                                    new Interval(
                                            Numerals.plain(it.amount()),
                                            Numerals.plain(it.low()),
                                            Numerals.plain(it.high())))
                    .orElse(null);
        }
    }

    /**
     * What a year comes to.
     *
     * @param days of how many days of a year the effect is taken; null where it is none of a day
     * @param missing a code of what is missing for any of it
     * @param eurMissing a code of the price that is missing
     * @param kgco2eMissing a code of the factor that is missing
     */
    record Yearly(
            @Nullable Long days,
            @Nullable String missing,
            @Nullable Interval kwh,
            @Nullable Interval sheets,
            @Nullable Interval impressions,
            @Nullable Interval eur,
            @Nullable String eurMissing,
            @Nullable Interval kgco2e,
            @Nullable String kgco2eMissing) {

        static Yearly of(Impact impact) {
            return new Yearly(
                    impact.days().orElse(null),
                    impact.missing().orElse(null),
                    Interval.of(impact.kwh()),
                    Interval.of(impact.sheets()),
                    Interval.of(impact.impressions()),
                    Interval.of(impact.eur()),
                    impact.eur().missing().orElse(null),
                    Interval.of(impact.kgco2e()),
                    impact.kgco2e().missing().orElse(null));
        }
    }
}
