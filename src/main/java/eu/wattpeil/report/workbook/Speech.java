package eu.wattpeil.report.workbook;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.FactorWords;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Reasons;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Cells in a language. */
final class Speech {

    /** Many cells say the same. */
    private final Map<String, Cell> texts = new HashMap<>();

    private final Map<Scope, Cell> scopeNames = new HashMap<>();
    private final Map<String, Cell> kinds = new HashMap<>();
    private final Map<Period, Cell> periods = new EnumMap<>(Period.class);

    private final Map<String, String> titles = new HashMap<>();
    private final Words words;
    private final Numerals numerals;
    private final Reasons reasons;
    private final Scopes scopes;
    private final FactorWords factorWords;

    Speech(MonthlyReport report, Locale language) {
        MonthlyFacts facts = report.facts();
        words = Words.of(facts.texts(), language);
        numerals = new Numerals(words);
        reasons = new Reasons(words, facts.organisation().minimumGroupSize(), facts.unread());
        scopes = new Scopes(facts.organisation(), words);
        factorWords = new FactorWords(words);
        facts.catalogue().forEach(kpi -> titles.put(kpi.kpiId(), words.pick(kpi.title())));
        for (Period period : Period.values()) {
            periods.put(period, text(say("period." + period.code())));
        }
    }

    Words words() {
        return words;
    }

    Reasons reasons() {
        return reasons;
    }

    Cell text(String text) {
        return texts.computeIfAbsent(text, Cell::text);
    }

    /** A word of a workbook. */
    String say(String key) {
        return words.say("book." + key);
    }

    Scopes scopes() {
        return scopes;
    }

    FactorWords factorWords() {
        return factorWords;
    }

    /** The title of a KPI of that id; the id where there is none. */
    String titleOf(String kpiId) {
        return titles.getOrDefault(kpiId, kpiId);
    }

    Cell title(Kpi kpi) {
        return text(words.pick(kpi.title()));
    }

    Cell scope(Scope scope) {
        return scopeNames.computeIfAbsent(scope, it -> text(scopes.name(it)));
    }

    Cell kind(Scope scope) {
        return kinds.computeIfAbsent(scope.kind(), it -> text(words.code("kind", it)));
    }

    Cell period(Period period) {
        return periods.getOrDefault(period, Cell.BLANK);
    }

    /** Of a class of a label its letter; of a share nothing, since its number says percent. */
    Cell unit(Kpi kpi, Optional<Double> value) {
        if (kpi.isLabelClass()) {
            return text(value.map(it -> numerals.bare(kpi, it)).orElse(""));
        }
        return kpi.isShare() ? Cell.BLANK : text(numerals.unit(kpi));
    }

    Cell unit(String unit) {
        return text(numerals.unit(unit));
    }

    /** What is counted, and in which unit where it does not say so itself. */
    Cell counted(String what, String unit) {
        String read = numerals.unit(unit);
        return text(
                read.isEmpty() || what.contains(read)
                        ? what
                        : what.isEmpty() ? read : what + " (" + read + ")");
    }

    static Cell value(Kpi kpi, Optional<Double> value) {
        return value.<Cell>map(it -> new Cell.Amount(it, Formats.of(kpi, it))).orElse(Cell.BLANK);
    }

    /** What is derived from values: a path, a pace, a forecast. */
    static Cell derived(Optional<Double> value, String format) {
        return value.<Cell>map(it -> new Cell.Amount(Numerals.derived(it), format))
                .orElse(Cell.BLANK);
    }

    /** What a value counts; of a KPI that is no ratio, in the unit of the value. */
    static Cell numerator(Kpi kpi, Optional<BigDecimal> amount) {
        return kpi.isShare() && !kpi.isRatio()
                ? amount.<Cell>map(it -> new Cell.Amount(it, Formats.of(kpi))).orElse(Cell.BLANK)
                : amount(amount);
    }

    static Cell amount(Optional<BigDecimal> amount) {
        return amount.<Cell>map(it -> new Cell.Amount(it, Formats.amount(decimals(it))))
                .orElse(Cell.BLANK);
    }

    /** Digits of an amount that it needs, three at most. */
    private static int decimals(BigDecimal amount) {
        return Math.max(0, Math.min(3, amount.stripTrailingZeros().scale()));
    }

    /** A share, which is whole at most. */
    static Cell share(Optional<Double> share) {
        return share.<Cell>map(it -> new Cell.Amount(Numerals.share(it), Formats.COVERAGE))
                .orElse(Cell.BLANK);
    }

    /** What keeps a value from being measured in full and for good. */
    Cell marks(Figure figure, KpiValue row) {
        if (row.value().isEmpty()) {
            return Cell.BLANK;
        }
        String mark = "";
        if (figure.isAtLeast(row)) {
            mark = words.say("mark.at_least");
        } else if (figure.isEstimated(row)) {
            boolean isModelled = row.measuredShare().filter(share -> share == 0).isPresent();
            mark = words.say(isModelled ? "mark.modelled" : "mark.estimated");
        }
        if (!row.isProvisional()) {
            return text(mark);
        }
        String provisional = words.say("mark.provisional");
        return text(mark.isEmpty() ? provisional : mark + ", " + provisional);
    }
}
