package eu.wattpeil.report.explanation;

import eu.wattpeil.kpi.edition.MadeFrom;
import eu.wattpeil.kpi.explain.Arithmetic;
import eu.wattpeil.kpi.explain.DocumentLines;
import eu.wattpeil.kpi.explain.Explanation;
import eu.wattpeil.kpi.explain.FactorLine;
import eu.wattpeil.kpi.explain.Origin;
import eu.wattpeil.kpi.explain.Parts;
import eu.wattpeil.kpi.explain.Source;
import eu.wattpeil.kpi.explain.Standing;
import eu.wattpeil.kpi.explain.Step;
import eu.wattpeil.kpi.explain.Trail;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.TextDirection;
import eu.wattpeil.workspace.Texts;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An explanation for machines: the keys below, numbers with all their digits, null for what is not
 * known or not told.
 */
public final class ExplanationJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private final Explanation explanation;
    private final Locale language;

    private ExplanationJson(Explanation explanation, Locale language) {
        this.explanation = explanation;
        this.language = language;
    }

    /** The text of one, with titles in a language. */
    public static String text(Explanation explanation, Locale language) {
        Map<String, @Nullable Object> object = new ExplanationJson(explanation, language).object();
        String json = MAPPER.writeValueAsString(object).replace("\r\n", "\n");
        return TextDirection.escapedJson(json) + "\n";
    }

    private Map<String, @Nullable Object> object() {
        Kpi kpi = explanation.kpi();
        KpiValue value = explanation.value();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kpi_id", kpi.kpiId());
        object.put("title", Texts.pick(kpi.title(), language));
        object.put("formula", Texts.pick(kpi.formula(), language));
        object.put("source", Texts.pick(kpi.source(), language));
        object.put("grade", kpi.grade().name());
        object.put("month", value.month().toString());
        object.put("period", value.period().code());
        object.put("over_time", code(kpi.overTime()));
        object.put("over_scope", code(kpi.overScope()));
        object.put("minimum_coverage", number(explanation.minimumCoverage()));
        putValue(object, value);
        object.put("unit", value.unit());
        object.put("numerator_unit", kpi.isRatio() ? kpi.numeratorUnit() : kpi.unit());
        object.put("denominator_unit", kpi.isRatio() ? kpi.denominatorUnit() : null);
        object.put("standing", standing(explanation.standing()));
        object.put(
                "arithmetic",
                explanation.arithmetic().map(ExplanationJson::arithmetic).orElse(null));
        object.put("months", explanation.months().stream().map(ExplanationJson::month).toList());
        object.put("parts", explanation.parts().map(ExplanationJson::parts).orElse(null));
        object.put("factors", explanation.factors().stream().map(ExplanationJson::factor).toList());
        object.put("trail", explanation.trail().map(ExplanationJson::trail).orElse(null));
        return object;
    }

    private static void putValue(Map<String, @Nullable Object> object, KpiValue value) {
        object.put("scope_kind", value.scope().kind());
        object.put("scope_id", value.scope().id());
        object.put("value", value.value().map(ExplanationJson::number).orElse(null));
        object.put("reason", value.reason().map(Reason::code).orElse(null));
        object.put("numerator", value.numerator().orElse(null));
        object.put("denominator", value.denominator().orElse(null));
        object.put("coverage", value.coverage().map(ExplanationJson::number).orElse(null));
        object.put(
                "measured_share", value.measuredShare().map(ExplanationJson::number).orElse(null));
    }

    private static Map<String, @Nullable Object> month(KpiValue value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("month", value.month().toString());
        object.put("edition", value.edition());
        putValue(object, value);
        return object;
    }

    private static Map<String, @Nullable Object> standing(Standing standing) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("edition", standing.edition());
        object.put("is_reproduced", standing.isReproduced());
        object.put(
                "changes",
                standing.changes()
                        .map(it -> it.stream().map(ExplanationJson::change).toList())
                        .orElse(null));
        return object;
    }

    private static Map<String, @Nullable Object> change(MadeFrom.Change change) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", code(change.kind()));
        object.put("name", change.name());
        return object;
    }

    private static Map<String, @Nullable Object> arithmetic(Arithmetic arithmetic) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("counted", arithmetic.counted());
        object.put("completed_by", arithmetic.completedBy().orElse(null));
        object.put("divided_by", arithmetic.dividedBy().orElse(null));
        object.put("result", arithmetic.result());
        object.put("value", arithmetic.value());
        object.put("is_same", arithmetic.isSame());
        return object;
    }

    private static Map<String, @Nullable Object> parts(Parts parts) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", parts.kind());
        object.put("rule", code(parts.rule()));
        object.put("withheld", parts.withheld());
        object.put("values", parts.values().stream().map(ExplanationJson::part).toList());
        object.put("sum", parts.sum().map(ExplanationJson::sum).orElse(null));
        return object;
    }

    private static Map<String, @Nullable Object> part(KpiValue value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        putValue(object, value);
        return object;
    }

    private static Map<String, @Nullable Object> sum(Parts.Sum sum) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("numerator", sum.numerator());
        object.put("denominator", sum.denominator().orElse(null));
        object.put("is_same", sum.isSame());
        return object;
    }

    private static Map<String, @Nullable Object> factor(FactorLine line) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Optional<Factor> factor = line.factor();
        object.put("factor_id", line.factorId());
        object.put("purposes", line.purposes());
        object.put("value", factor.flatMap(Factor::value).orElse(null));
        object.put("unit", factor.map(Factor::unit).orElse(null));
        object.put("year", factor.flatMap(Factor::year).orElse(null));
        object.put("vintage", factor.map(Factor::vintage).orElse(null));
        object.put("basis", factor.map(Factor::basis).orElse(null));
        object.put("source", factor.map(Factor::source).orElse(null));
        object.put("grade", factor.map(Factor::grade).orElse(null));
        object.put("licence", factor.map(Factor::licence).orElse(null));
        object.put("is_provisional", line.isProvisional());
        object.put("is_counted", line.isCounted().orElse(null));
        return object;
    }

    private static Map<String, @Nullable Object> trail(Trail trail) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("models", trail.models());
        object.put("steps", trail.steps().stream().map(ExplanationJson::step).toList());
        object.put("withheld", trail.withheld());
        object.put("origins", trail.origins().stream().map(ExplanationJson::origin).toList());
        object.put("sources", trail.sources().stream().map(ExplanationJson::source).toList());
        object.put("earlier", trail.earlier().stream().map(Object::toString).toList());
        object.put("configuration", trail.configuration());
        return object;
    }

    private static Map<String, @Nullable Object> step(Step step) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("model", step.model());
        object.put("file", step.file());
        object.put("grain", step.grain());
        object.put("rows", step.rows());
        object.put("columns", step.columns());
        object.put("lines", step.lines().stream().map(ExplanationJson::line).toList());
        return object;
    }

    private static Map<String, @Nullable Object> line(Step.Line line) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("rows", line.rows());
        object.put(
                "cells",
                line.cells().stream()
                        .map(it -> it.map(ExplanationJson::cell).orElse(null))
                        .toList());
        return object;
    }

    private static Object cell(Step.Cell cell) {
        return cell.isNumber() ? new BigDecimal(cell.text()) : cell.text();
    }

    private static Map<String, @Nullable Object> origin(Origin origin) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("id", origin.id());
        object.put("file", origin.place().file());
        object.put("line", origin.place().line());
        object.put("values", origin.values().stream().map(ExplanationJson::ofValue).toList());
        object.put("days", origin.days().stream().map(ExplanationJson::ofDays).toList());
        object.put("sources", sources(origin.sources()));
        return object;
    }

    private static Map<String, @Nullable Object> ofValue(Origin.OfValue origin) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kpi_id", origin.read().kpiId());
        object.put("scope_kind", origin.read().scope().kind());
        object.put("scope_id", origin.read().scope().id());
        object.put("period", origin.read().period().code());
        object.put("month", origin.read().month().toString());
        Optional<KpiValue> value = origin.value();
        object.put("edition", value.map(KpiValue::edition).orElse(null));
        object.put(
                "value", value.flatMap(KpiValue::value).map(ExplanationJson::number).orElse(null));
        object.put("reason", value.flatMap(KpiValue::reason).map(Reason::code).orElse(null));
        object.put("months", origin.months().stream().map(Object::toString).toList());
        object.put("sources", sources(origin.sources()));
        return object;
    }

    private static Map<String, @Nullable Object> ofDays(Origin.OfDays days) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("side", code(days.side()));
        object.put("kpi_id", days.kpiId());
        object.put("scope_kind", days.scope().kind());
        object.put("scope_id", days.scope().id());
        object.put("days", days.known());
        object.put("first_on", days.first().toString());
        object.put("last_on", days.last().toString());
        object.put("sum", days.sum().orElse(null));
        return object;
    }

    private static @Nullable Object sources(Optional<List<Source>> sources) {
        return sources.map(it -> it.stream().map(ExplanationJson::source).toList()).orElse(null);
    }

    private static Map<String, @Nullable Object> source(Source source) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("dataset", source.dataset());
        object.put("model", source.model());
        object.put("lines", source.lines().orElse(null));
        object.put(
                "documents", source.documents().stream().map(ExplanationJson::document).toList());
        return object;
    }

    private static Map<String, @Nullable Object> document(DocumentLines document) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Optional<DocumentLines.Lines> lines = document.lines();
        object.put("document_id", document.documentId());
        object.put("definition", document.definition());
        object.put("name", document.name());
        object.put("batch", document.batch());
        object.put("sha256", document.sha256());
        object.put("rejects", document.rejects());
        object.put("lines", lines.map(DocumentLines.Lines::count).orElse(null));
        object.put("first_line", lines.flatMap(DocumentLines.Lines::first).orElse(null));
        object.put("last_line", lines.flatMap(DocumentLines.Lines::last).orElse(null));
        object.put("superseded", lines.map(DocumentLines.Lines::superseded).orElse(null));
        return object;
    }

    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value);
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
