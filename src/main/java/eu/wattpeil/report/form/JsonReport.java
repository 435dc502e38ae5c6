package eu.wattpeil.report.form;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.GoalPath;
import eu.wattpeil.goal.Outlook;
import eu.wattpeil.goal.Unjudged;
import eu.wattpeil.kpi.edition.LaterChange;
import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.kpi.query.RejectFacts;
import eu.wattpeil.kpi.query.SeriesBreak;
import eu.wattpeil.kpi.query.SourceFacts;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.workspace.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code report.json} holds: each component is a key, in this order and in snake case. What is
 * not known is null; shares are from 0 to 1; texts are by language.
 */
public record JsonReport(
        int schemaVersion,
        String organisation,
        String month,
        int edition,
        @Nullable String until,
        String softwareVersion,
        String inputsFingerprint,
        List<Goal> goals,
        List<JsonMeasure> measures,
        List<Section> sections,
        List<Figure> kpis,
        List<JsonDetail> details,
        List<Source> sources,
        List<Reject> rejects,
        List<UnknownMeter> unknownMeters,
        List<Conflict> conflictingReadings,
        List<Factor> factors,
        List<Restated> restated,
        @Nullable Later later) {

    /** Goes up with a change of {@code report.schema.json} that programs could trip over. */
    static final int SCHEMA_VERSION = 1;

    static JsonReport of(MonthlyReport report) {
        MonthlyFacts facts = report.facts();
        return new JsonReport(
                SCHEMA_VERSION,
                facts.organisation().name(),
                facts.month().toString(),
                facts.edition(),
                report.until().map(LocalDate::toString).orElse(null),
                facts.softwareVersion(),
                facts.inputsFingerprint(),
                report.assessments().stream()
                        .map(
                                one ->
                                        Goal.of(
                                                one,
                                                report.kpi(one.goal().kpiId()).unit(),
                                                report.facts().organisation().languages().get(0)))
                        .toList(),
                report.measures().stream().map(it -> JsonMeasure.of(it, report)).toList(),
                report.definition().sections().stream().map(Section::of).toList(),
                report.figures().stream().map(figure -> Figure.of(figure.kpi(), report)).toList(),
                report.breakdowns().stream().map(it -> JsonDetail.of(it, facts.texts())).toList(),
                facts.sources().stream().map(Source::of).toList(),
                facts.rejects().stream().map(Reject::of).toList(),
                facts.meters().unknown().stream().map(UnknownMeter::of).toList(),
                facts.meters().conflicts().stream().map(Conflict::of).toList(),
                report.factors().stream()
                        .map(factor -> Factor.of(factor, report.isProvisional(factor)))
                        .toList(),
                report.restated().stream()
                        .filter(it -> !it.old().isWithheld() && !it.now().isWithheld())
                        .map(Restated::of)
                        .toList(),
                facts.later().map(Later::of).orElse(null));
    }

    /**
     * A goal with its verdict.
     *
     * @param value of the month, or of the twelve months up to it
     * @param path what the way to the target asks of a month as long
     * @param requiredPacePerMonth in months as long as the target month; null where it is reached
     * @param targetKind value, change, yearly or ceiling
     * @param exceededIn the months, or ends of periods, in which a ceiling was exceeded
     * @param knownMonths that the present pace and the forecast rest on
     * @param knownSince the first of them, where a measure or a shift set older ones aside
     * @param forecastLow lower end of the 95 % prediction interval
     */
    record Goal(
            String goalId,
            Map<String, String> title,
            String practice,
            String kpiId,
            String scopeKind,
            String scopeId,
            String period,
            String verdict,
            @Nullable String unknownSubject,
            @Nullable String unknownReason,
            String unit,
            @Nullable BigDecimal value,
            @Nullable BigDecimal coverage,
            @Nullable BigDecimal path,
            @Nullable BigDecimal gap,
            String baselineMonth,
            @Nullable BigDecimal baseline,
            String targetMonth,
            String targetKind,
            @Nullable BigDecimal target,
            @Nullable BigDecimal requiredPacePerMonth,
            @Nullable BigDecimal presentPacePerMonth,
            int knownMonths,
            @Nullable String knownSince,
            @Nullable BigDecimal forecast,
            @Nullable BigDecimal forecastLow,
            @Nullable BigDecimal forecastHigh,
            @Nullable String noForecastReason,
            List<String> exceededIn,
            String owner,
            List<String> sdgTargets,
            List<String> esrsDatapoints) {

        static Goal of(Assessment assessment, String unit, Locale language) {
            eu.wattpeil.workspace.Goal goal = assessment.goal();
            boolean isShown =
                    assessment.now().filter(eu.wattpeil.report.content.Figure::isHidden).isEmpty();
            Outlook outlook = assessment.outlook();
            Optional<Outlook.Forecast> forecast =
                    outlook instanceof Outlook.Forecast known
                            ? Optional.of(known)
                            : Optional.empty();
            return new Goal(
                    goal.goalId(),
                    byLanguage(goal.title()),
                    goal.practice(),
                    goal.kpiId(),
                    goal.scope().kind(),
                    goal.scope().id(),
                    goal.period().code(),
                    assessment.verdict().code(),
                    assessment
                            .unjudged()
                            .map(Unjudged::subject)
                            .map(Unjudged.Subject::code)
                            .orElse(null),
                    assessment.unjudged().map(Unjudged::code).orElse(null),
                    unit,
                    plain(assessment.value().filter(known -> isShown)),
                    share(assessment.now().flatMap(KpiValue::coverage).filter(known -> isShown)),
                    derived(assessment.path().map(path -> path.at(assessment.month()))),
                    derived(assessment.gap().filter(known -> isShown)),
                    goal.baselineMonth().toString(),
                    plain(
                            assessment
                                    .baseline()
                                    .flatMap(known -> assessment.path().map(GoalPath::start))),
                    goal.targetMonth().toString(),
                    goal.target().word(),
                    plain(assessment.target()),
                    derived(assessment.requiredPace()),
                    derived(assessment.presentPace()),
                    outlook.knownMonths(),
                    outlook.since().map(YearMonth::toString).orElse(null),
                    derived(forecast.map(Outlook.Forecast::value)),
                    derived(forecast.map(Outlook.Forecast::low)),
                    derived(forecast.map(Outlook.Forecast::high)),
                    outlook instanceof Outlook.Unforeseen unforeseen
                            ? unforeseen.cause().code()
                            : null,
                    assessment.exceeded().stream().map(YearMonth::toString).toList(),
                    Texts.pick(goal.owner(), language),
                    goal.sdgTargets(),
                    goal.esrsDatapoints());
        }
    }

    /** A section of the report with its KPIs in reading order. */
    record Section(String sectionId, Map<String, String> title, List<String> kpis) {

        static Section of(eu.wattpeil.workspace.Report.Section section) {
            return new Section(section.sectionId(), byLanguage(section.title()), section.kpis());
        }
    }

    /**
     * A KPI with its values of the month; formula and source are in English where they can be.
     *
     * @param per what a month's value goes by: {@code day}, {@code working_day} or {@code none}
     */
    record Figure(
            String kpiId,
            Map<String, String> title,
            String unit,
            String per,
            String better,
            String formula,
            String source,
            List<Break> breaks,
            List<Value> values) {

        static Figure of(Kpi kpi, MonthlyReport report) {
            return new Figure(
                    kpi.kpiId(),
                    byLanguage(kpi.title()),
                    kpi.unit(),
                    kpi.per().name().toLowerCase(Locale.ROOT),
                    kpi.better().name().toLowerCase(Locale.ROOT),
                    Texts.pick(kpi.formula(), Locale.ENGLISH),
                    Texts.pick(kpi.source(), Locale.ENGLISH),
                    report.breaks(kpi.kpiId()).stream().map(Break::of).toList(),
                    report.history().current().stream()
                            .filter(row -> row.kpiId().equals(kpi.kpiId()))
                            .map(Value::of)
                            .toList());
        }
    }

    /**
     * From a day on the KPI is measured in another way than before.
     *
     * @param subjectId the definition or the meter whose way is another one
     */
    record Break(String happenedOn, String cause, String subjectId) {

        static Break of(SeriesBreak found) {
            return new Break(found.happenedOn().toString(), found.cause(), found.subjectId());
        }
    }

    /** A row of {@code kpi_values}; of a hidden one, nothing but why. */
    record Value(
            String period,
            String scopeKind,
            String scopeId,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal coverage,
            @Nullable BigDecimal measuredShare,
            @Nullable String reason,
            List<String> factorIds,
            boolean isProvisional,
            int edition) {

        static Value of(KpiValue row) {
            boolean isShown = !eu.wattpeil.report.content.Figure.isHidden(row);
            return new Value(
                    row.period().code(),
                    row.scope().kind(),
                    row.scope().id(),
                    row.numerator().filter(known -> isShown).orElse(null),
                    row.denominator().filter(known -> isShown).orElse(null),
                    plain(row.value().filter(known -> isShown)),
                    share(row.coverage().filter(known -> isShown)),
                    share(row.measuredShare().filter(known -> isShown)),
                    row.reason().map(Reason::code).orElse(null),
                    row.factorIds(),
                    row.isProvisional(),
                    row.edition());
        }
    }

    /** What a definition brought for the month. */
    record Source(
            String definition,
            String dataset,
            long documents,
            long records,
            long rejects,
            @Nullable String lastReadingAt) {

        static Source of(SourceFacts source) {
            return new Source(
                    source.definition(),
                    source.dataset(),
                    source.documents(),
                    source.records(),
                    source.rejects(),
                    source.lastAt().map(Object::toString).orElse(null));
        }
    }

    /** How many rows of a definition could not be used, and why. */
    record Reject(String definition, String reason, long count) {

        static Reject of(RejectFacts reject) {
            return new Reject(reject.definition(), reject.reason(), reject.count());
        }
    }

    /** A meter whose readings of the month no row of the configuration describes. */
    record UnknownMeter(
            String definition, String meterKey, String quantity, String kind, long readings) {

        static UnknownMeter of(MeterFacts.UnknownMeter meter) {
            return new UnknownMeter(
                    meter.definition(),
                    meter.meterKey(),
                    meter.quantity(),
                    meter.kind(),
                    meter.readings());
        }
    }

    /**
     * Two sources that give a meter different values for the same times of the month.
     *
     * @param definition whose readings count
     * @param otherDefinition whose readings do not
     * @param readings how many do not
     */
    record Conflict(
            String meterKey,
            String quantity,
            String kind,
            String definition,
            String otherDefinition,
            long readings) {

        static Conflict of(MeterFacts.Conflict conflict) {
            return new Conflict(
                    conflict.meterKey(),
                    conflict.quantity(),
                    conflict.kind(),
                    conflict.definition(),
                    conflict.otherDefinition(),
                    conflict.readings());
        }
    }

    /**
     * A value that is another one than in the edition before.
     *
     * @param why what it is made from has changed
     */
    record Restated(
            String kpiId,
            String period,
            String scopeKind,
            String scopeId,
            String unit,
            @Nullable BigDecimal valueBefore,
            @Nullable BigDecimal value,
            List<String> why) {

        static Restated of(MonthlyReport.Restated restated) {
            KpiValue now = restated.now();
            return new Restated(
                    now.kpiId(),
                    now.period().code(),
                    now.scope().kind(),
                    now.scope().id(),
                    now.unit(),
                    plain(restated.old().value()),
                    plain(now.value()),
                    restated.why().stream().map(Restatement.Why::code).toList());
        }
    }

    /**
     * What came after the edition and would change it too little for another one.
     *
     * @param largestShare the largest change of a figure, as a share of what is published
     * @param kpiId of that figure
     */
    record Later(int documents, int figures, @Nullable BigDecimal largestShare, String kpiId) {

        static Later of(LaterChange later) {
            LaterChange.Largest largest = later.largest();
            return new Later(
                    later.documents(),
                    later.figures(),
                    derived(Optional.of(largest.share())),
                    largest.series().kpiId());
        }
    }

    /** A factor that went into a figure of the month. */
    record Factor(
            String factorId,
            @Nullable BigDecimal value,
            String unit,
            @Nullable Integer year,
            boolean isProvisional,
            String source,
            String licence) {

        static Factor of(eu.wattpeil.workspace.Factor factor, boolean isProvisional) {
            return new Factor(
                    factor.factorId(),
                    factor.value().orElse(null),
                    factor.unit(),
                    factor.year().orElse(null),
                    isProvisional,
                    factor.source(),
                    factor.licence());
        }
    }

    private static @Nullable BigDecimal plain(Optional<Double> value) {
        return value.map(Numerals::plain).orElse(null);
    }

    static @Nullable BigDecimal share(Optional<Double> share) {
        return share.map(Numerals::share).orElse(null);
    }

    private static @Nullable BigDecimal derived(Optional<Double> value) {
        return value.map(Numerals::derived).orElse(null);
    }

    static Map<String, String> byLanguage(Map<Locale, String> texts) {
        return texts.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                text -> text.getKey().toLanguageTag(),
                                Map.Entry::getValue,
                                (one, other) -> one,
                                TreeMap::new));
    }
}
