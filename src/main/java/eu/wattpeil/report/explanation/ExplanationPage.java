package eu.wattpeil.report.explanation;

import eu.wattpeil.kpi.edition.MadeFrom;
import eu.wattpeil.kpi.explain.Arithmetic;
import eu.wattpeil.kpi.explain.Explanation;
import eu.wattpeil.kpi.explain.FactorLine;
import eu.wattpeil.kpi.explain.Numbers;
import eu.wattpeil.kpi.explain.Parts;
import eu.wattpeil.kpi.explain.Standing;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.report.words.FactorWords;
import eu.wattpeil.report.words.Lines;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An explanation for people, in one of the languages. Numbers have all their digits and a decimal
 * point in each of them, so that they can be put into a calculator.
 */
public final class ExplanationPage {

    private final Explanation explanation;
    private final Kpi kpi;
    private final KpiValue value;
    private final Words words;
    private final int minimumGroupSize;
    private final Lines out;

    private ExplanationPage(Explanation explanation, Words words, int minimumGroupSize, Lines out) {
        this.explanation = explanation;
        this.kpi = explanation.kpi();
        this.value = explanation.value();
        this.words = words;
        this.minimumGroupSize = minimumGroupSize;
        this.out = out;
    }

    /** Tells one; in English where there are no texts in the language. */
    public static void print(
            Explanation explanation,
            Texts texts,
            Locale language,
            int minimumGroupSize,
            Lines out) {
        Words words = Words.ofOrEnglish(texts, language);
        new ExplanationPage(explanation, words, minimumGroupSize, out).print();
    }

    private void print() {
        printHead();
        printStanding(explanation.standing());
        printFormula();
        printMonths();
        explanation.parts().ifPresent(this::printParts);
        printFactors();
        explanation
                .trail()
                .ifPresent(it -> new TrailText(words, out).print(it, value.value().isPresent()));
    }

    private void printHead() {
        String when =
                value.period() == Period.MONTH
                        ? words.month(value.month())
                        : words.code("explain.period", value.period().code())
                                + " "
                                + words.month(value.month());
        out.line(words.pick(kpi.title()) + " (" + kpi.kpiId() + ")");
        out.line(
                value.scope()
                        + ", "
                        + when
                        + ": "
                        + value.value()
                                .map(it -> amount(BigDecimal.valueOf(it), value.unit()))
                                .orElseGet(() -> words.say("not_known")));
        value.reason().ifPresent(this::printReason);
    }

    private void printReason(Reason reason) {
        out.indented(words.capitalised(reason(reason)) + ".");
        out.indented(words.say("explain.cure." + reason.code()));
    }

    private String reason(Reason reason) {
        return words.say("reason." + reason.code(), "minimum", minimumGroupSize);
    }

    private void printStanding(Standing standing) {
        String made =
                standing.isSame()
                        ? "explain.inputs.same"
                        : standing.changes().isPresent()
                                ? "explain.inputs.changed"
                                : "explain.inputs.unknown";
        out.line(
                words.say("explain.edition", "edition", standing.edition())
                        + " "
                        + words.say(made));
        Map<MadeFrom.Kind, List<String>> changes = new TreeMap<>();
        standing.changes()
                .orElse(List.of())
                .forEach(
                        it ->
                                changes.computeIfAbsent(it.kind(), kind -> new ArrayList<>())
                                        .add(it.name()));
        changes.forEach(
                (kind, names) ->
                        out.indented(
                                words.code("explain.change", code(kind))
                                        + ": "
                                        + String.join(", ", names)));
        if (!standing.isReproduced() && !value.isWithheld()) {
            out.line(words.say("explain.not_reproduced"));
        }
    }

    private void printFormula() {
        out.heading(words.say("explain.formula"));
        out.indented(words.pick(kpi.formula()));
        explanation.arithmetic().ifPresent(this::printArithmetic);
        if (!value.isWithheld()) {
            out.indented(
                    words.say(
                            "explain.known",
                            "coverage",
                            share(value.coverage()),
                            "measured",
                            share(value.measuredShare()),
                            "minimum",
                            Numbers.plain(explanation.minimumCoverage())));
        }
        out.indented(
                words.say("explain.source", "source", words.pick(kpi.source()))
                        + " ["
                        + kpi.grade()
                        + "]");
    }

    private void printArithmetic(Arithmetic arithmetic) {
        String numeratorUnit = kpi.isRatio() ? kpi.numeratorUnit() : kpi.unit();
        StringBuilder line = new StringBuilder(amount(arithmetic.counted(), numeratorUnit));
        if (kpi.isRatio()) {
            line.append(" (").append(words.pick(kpi.numerator())).append(")");
        }
        arithmetic
                .completedBy()
                .ifPresent(
                        share ->
                                line.append(" ÷ ")
                                        .append(Numbers.plain(share))
                                        .append(" (")
                                        .append(words.say("explain.coverage"))
                                        .append(")"));
        arithmetic
                .dividedBy()
                .ifPresent(
                        by ->
                                line.append(" ÷ ")
                                        .append(amount(by, kpi.denominatorUnit()))
                                        .append(" (")
                                        .append(words.pick(kpi.denominator()))
                                        .append(")"));
        boolean isOfMonths = value.period() != Period.MONTH;
        out.indented((isOfMonths ? words.say("explain.of_months") : "=") + " " + line);
        BigDecimal result = arithmetic.result();
        if (result.compareTo(arithmetic.value()) != 0) {
            out.indented("= " + Numbers.plain(result));
        }
        out.indented(
                words.say(
                        arithmetic.isSame() ? "explain.rounded" : "explain.differs",
                        "value",
                        amount(arithmetic.value(), value.unit())));
    }

    private void printMonths() {
        if (explanation.months().isEmpty()) {
            return;
        }
        out.heading(words.say("explain.months"));
        out.indented(words.say("over." + code(kpi.overTime())));
        out.table(
                values(
                        words.say("explain.column.month"),
                        explanation.months(),
                        month -> month.month().toString()));
    }

    private void printParts(Parts parts) {
        String kind = words.code("kind", parts.kind());
        out.heading(words.say("explain.parts"));
        out.indented(words.say("explain.parts." + code(parts.rule()), "kind", kind));
        if (!parts.values().isEmpty()) {
            out.table(values(kind, parts.values(), part -> part.scope().id()));
        }
        parts.sum()
                .ifPresent(
                        sum ->
                                out.indented(
                                        "= "
                                                + Numbers.plain(sum.numerator())
                                                + sum.denominator()
                                                        .map(it -> " ÷ " + Numbers.plain(it))
                                                        .orElse("")
                                                + ": "
                                                + words.say(
                                                        sum.isSame()
                                                                ? "explain.sum.same"
                                                                : "explain.sum.differs")));
        if (parts.withheld() > 0) {
            out.indented(words.count("explain.parts_withheld", parts.withheld()));
        }
    }

    private List<List<String>> values(
            String name, List<KpiValue> values, Function<KpiValue, String> named) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        name,
                        words.say("explain.column.numerator"),
                        words.say("explain.column.denominator"),
                        words.say("explain.coverage"),
                        words.say("explain.column.value")));
        for (KpiValue it : values) {
            rows.add(
                    List.of(
                            named.apply(it),
                            it.numerator().map(Numbers::plain).orElse(""),
                            it.denominator().map(Numbers::plain).orElse(""),
                            share(it.coverage()),
                            it.value()
                                    .map(Numbers::plain)
                                    .orElseGet(() -> it.reason().map(this::reason).orElse("–"))));
        }
        return rows;
    }

    private void printFactors() {
        List<FactorLine> factors = explanation.factors();
        if (factors.isEmpty()) {
            return;
        }
        out.heading(words.say("explain.factors"));
        List<String> uncounted = new ArrayList<>();
        for (FactorLine line : factors) {
            if (!line.isCounted().orElse(true)) {
                uncounted.add(line.factorId());
                continue;
            }
            String purposes =
                    line.purposes().isEmpty()
                            ? ""
                            : " (" + String.join(", ", line.purposes()) + ")";
            out.indented(line.factorId() + purposes + ": " + factor(line));
        }
        if (!uncounted.isEmpty()) {
            out.indented(
                    words.say(
                            "explain.factors_uncounted", "factors", String.join(", ", uncounted)));
        }
    }

    private String factor(FactorLine line) {
        if (line.factor().isEmpty()) {
            return words.say("explain.factor.gone");
        }
        Factor factor = line.factor().get();
        FactorWords said = new FactorWords(words);
        List<String> parts = new ArrayList<>();
        parts.add(
                factor.value()
                        .map(it -> amount(it, factor.unit()))
                        .orElseGet(() -> words.say("not_known")));
        factor.year().ifPresent(it -> parts.add("" + it));
        if (line.isProvisional()) {
            parts.add(words.say("explain.factor.provisional"));
        }
        for (String part :
                List.of(
                        said.source(factor),
                        said.vintage(factor),
                        said.basis(factor),
                        said.licence(factor))) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return words.parts(parts) + " [" + factor.grade() + "]";
    }

    private static String amount(BigDecimal amount, String unit) {
        return Numbers.plain(amount) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String share(Optional<Double> share) {
        return share.map(Numbers::plain).orElse("–");
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
