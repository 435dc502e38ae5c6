package eu.wattpeil.report;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.GoalPath;
import eu.wattpeil.goal.Outlook;
import eu.wattpeil.goal.Unjudged;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.query.RejectFacts;
import eu.wattpeil.kpi.query.SourceFacts;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Report;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A month's report for machines: goals with verdicts, KPIs, sources, factors and edition. Keys
 * stand in a fixed order; what is not known is {@code null}.
 */
final class ReportJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private final MonthlyReport report;

    private ReportJson(MonthlyReport report) {
        this.report = report;
    }

    static String text(MonthlyReport report) {
        return MAPPER.writeValueAsString(new ReportJson(report).document()).replace("\r\n", "\n")
                + "\n";
    }

    private Map<String, @Nullable Object> document() {
        MonthlyFacts facts = report.facts();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("organisation", facts.workspace().settings().organisationName());
        document.put("month", facts.month().toString());
        document.put("edition", facts.edition());
        document.put("software_version", facts.softwareVersion());
        document.put("inputs_fingerprint", facts.inputsFingerprint());
        document.put("goals", report.assessments().stream().map(this::goal).toList());
        document.put(
                "sections", report.definition().sections().stream().map(this::section).toList());
        document.put("kpis", report.figures().stream().map(this::kpi).toList());
        document.put("sources", facts.sources().stream().map(this::source).toList());
        document.put("rejects", facts.rejects().stream().map(this::reject).toList());
        document.put("factors", report.factors().stream().map(this::factor).toList());
        return document;
    }

    private Map<String, @Nullable Object> goal(Assessment assessment) {
        Goal goal = assessment.goal();
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("goal_id", goal.goalId());
        entry.put("title", byLanguage(goal.title()));
        entry.put("practice", goal.practice());
        entry.put("kpi_id", goal.kpiId());
        entry.put("scope_kind", goal.scopeKind());
        entry.put("scope_id", goal.scopeId());
        entry.put("period", goal.isRollingYear() ? KpiValue.ROLLING_YEAR : KpiValue.MONTH);
        entry.put("verdict", assessment.verdict().code());
        entry.put(
                "unknown_subject",
                assessment
                        .unjudged()
                        .map(Unjudged::subject)
                        .map(Unjudged.Subject::code)
                        .orElse(null));
        entry.put("unknown_reason", assessment.unjudged().map(Unjudged::code).orElse(null));
        entry.put("unit", report.kpi(goal.kpiId()).unit());
        entry.put("value", assessment.value().map(Numerals::plain).orElse(null));
        entry.put(
                "coverage",
                assessment.now().flatMap(KpiValue::coverage).map(Numerals::plain).orElse(null));
        entry.put("path", derived(assessment.path().map(path -> path.at(assessment.month()))));
        entry.put("gap", derived(assessment.gap()));
        entry.put("baseline_month", goal.baselineMonth().toString());
        entry.put(
                "baseline",
                assessment.path().map(GoalPath::start).map(Numerals::plain).orElse(null));
        entry.put("target_month", goal.targetMonth().toString());
        entry.put("target", assessment.target().map(Numerals::plain).orElse(null));
        entry.put("required_pace_per_month", derived(assessment.requiredPace()));
        entry.put("present_pace_per_month", derived(assessment.presentPace()));
        Outlook outlook = assessment.outlook();
        Optional<Outlook.Forecast> forecast =
                outlook instanceof Outlook.Forecast known ? Optional.of(known) : Optional.empty();
        entry.put("known_months", outlook.knownMonths());
        entry.put("known_since", outlook.since().map(YearMonth::toString).orElse(null));
        entry.put("forecast", derived(forecast.map(Outlook.Forecast::value)));
        entry.put("forecast_low", derived(forecast.map(Outlook.Forecast::low)));
        entry.put("forecast_high", derived(forecast.map(Outlook.Forecast::high)));
        entry.put(
                "no_forecast_reason",
                outlook instanceof Outlook.Unforeseen unforeseen
                        ? unforeseen.cause().code()
                        : null);
        entry.put("owner", goal.owner());
        entry.put("sdg_targets", goal.sdgTargets());
        entry.put("esrs_datapoints", goal.esrsDatapoints());
        return entry;
    }

    private static @Nullable BigDecimal derived(Optional<Double> value) {
        return value.map(Numerals::derived).orElse(null);
    }

    private Map<String, @Nullable Object> section(Report.Block section) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("section_id", section.sectionId());
        entry.put("title", byLanguage(section.title()));
        entry.put("kpis", section.kpis());
        return entry;
    }

    private Map<String, @Nullable Object> kpi(Figure figure) {
        Kpi kpi = figure.kpi();
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("kpi_id", kpi.kpiId());
        entry.put("title", byLanguage(kpi.title()));
        entry.put("unit", kpi.unit());
        entry.put("per", kpi.per().name().toLowerCase(Locale.ROOT));
        entry.put("better", kpi.better().name().toLowerCase(Locale.ROOT));
        entry.put("formula", kpi.formula());
        entry.put("source", kpi.source());
        entry.put("values", valuesOf(kpi).stream().map(this::row).toList());
        return entry;
    }

    private List<KpiValue> valuesOf(Kpi kpi) {
        return report.history().current().stream()
                .filter(row -> row.kpiId().equals(kpi.kpiId()))
                .toList();
    }

    private Map<String, @Nullable Object> row(KpiValue row) {
        boolean isShown = !Figure.isHidden(row);
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("period", row.period());
        entry.put("scope_kind", row.scopeKind());
        entry.put("scope_id", row.scopeId());
        entry.put("numerator", row.numerator().filter(known -> isShown).orElse(null));
        entry.put("denominator", row.denominator().filter(known -> isShown).orElse(null));
        entry.put("value", row.value().filter(known -> isShown).map(Numerals::plain).orElse(null));
        entry.put(
                "coverage",
                row.coverage().filter(known -> isShown).map(Numerals::plain).orElse(null));
        entry.put(
                "measured_share",
                row.measuredShare().filter(known -> isShown).map(Numerals::plain).orElse(null));
        entry.put("reason", row.reason().isEmpty() ? null : row.reason());
        entry.put("factor_ids", row.factorIds());
        entry.put("is_provisional", row.isProvisional());
        entry.put("edition", row.edition());
        return entry;
    }

    private Map<String, @Nullable Object> source(SourceFacts source) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("definition", source.definition());
        entry.put("dataset", source.dataset());
        entry.put("documents", source.documents());
        entry.put("records", source.records());
        entry.put("rejects", source.rejects());
        entry.put("last_reading_at", source.lastAt().map(Object::toString).orElse(null));
        return entry;
    }

    private Map<String, @Nullable Object> reject(RejectFacts reject) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("definition", reject.definition());
        entry.put("reason", reject.reason());
        entry.put("count", reject.count());
        return entry;
    }

    private Map<String, @Nullable Object> factor(Factor factor) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("factor_id", factor.factorId());
        entry.put("value", factor.value().orElse(null));
        entry.put("unit", factor.unit());
        entry.put("year", factor.year().orElse(null));
        entry.put("is_provisional", report.isProvisional(factor));
        entry.put("source", factor.source());
        entry.put("licence", factor.licence());
        return entry;
    }

    private static Map<String, String> byLanguage(Map<Locale, String> texts) {
        return texts.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                text -> text.getKey().toLanguageTag(),
                                Map.Entry::getValue,
                                (one, other) -> one,
                                TreeMap::new));
    }
}
