package eu.wattpeil.report.page;

import eu.wattpeil.kpi.edition.InputDocument;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.query.RejectFacts;
import eu.wattpeil.kpi.query.SourceFacts;
import eu.wattpeil.kpi.query.UnkeptRejects;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.FactorWords;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what an auditor reads: restatement, sources, rejects, method and factors. */
public final class Appendix {

    /** A list that is longer is read by a program. */
    private static final int DOCUMENTS = 200;

    private final MonthlyReport report;
    private final Words words;
    private final Numerals numerals;
    private final Scopes scopes;
    private final FactorWords factorWords;
    private final List<InputDocument> documents;

    Appendix(MonthlyReport report, Words words, Numerals numerals, Scopes scopes) {
        this.report = report;
        this.words = words;
        this.numerals = numerals;
        this.scopes = scopes;
        factorWords = new FactorWords(words);
        documents = report.facts().provenance().documents();
    }

    /** KPI, scope, old, new, why. What prints the same is left out. */
    Table restated() {
        return new Table(
                List.of(
                        Table.Column.text(words.say("label.figure")),
                        Table.Column.text(words.say("label.scope")),
                        Table.Column.number(words.say("label.old")),
                        Table.Column.number(words.say("label.new")),
                        Table.Column.text(words.say("label.why"))),
                report.restated().stream()
                        .filter(
                                change ->
                                        !Figure.isHidden(change.now())
                                                && !Figure.isHidden(change.old()))
                        .map(
                                change ->
                                        Table.Row.of(
                                                words.pick(kpi(change.now()).title()),
                                                scope(change.now()),
                                                text(change.old()),
                                                text(change.now()),
                                                why(change)))
                        .filter(row -> !row.cells().get(2).equals(row.cells().get(3)))
                        .toList());
    }

    private String why(MonthlyReport.Restated change) {
        return change.why().isEmpty()
                ? words.say("none")
                : words.parts(
                        change.why().stream()
                                .map(one -> words.code("restated", one.code()))
                                .toList());
    }

    /** Definition, table, documents, records, rejects, last reading. */
    Table sources() {
        ZoneId zone = report.facts().organisation().zone();
        return new Table(
                List.of(
                        Table.Column.text(words.say("label.definition")),
                        Table.Column.text(words.say("label.dataset")),
                        Table.Column.number(words.say("label.documents")),
                        Table.Column.number(words.say("label.records")),
                        Table.Column.number(words.say("label.rejected")),
                        Table.Column.number(words.say("label.last_reading"))),
                report.facts().sources().stream()
                        .map(
                                source ->
                                        Table.Row.of(
                                                source.definition(),
                                                source.dataset(),
                                                numerals.whole(source.documents()),
                                                numerals.whole(source.records()),
                                                numerals.whole(source.rejects()),
                                                source.lastAt()
                                                        .map(instant -> time(instant.atZone(zone)))
                                                        .orElseGet(() -> words.say("none"))))
                        .toList());
    }

    /** Definition, table, document, rows, fingerprint; no more than a page can hold. */
    Table documents() {
        return new Table(
                List.of(
                        Table.Column.text(words.say("label.definition")),
                        Table.Column.text(words.say("label.dataset")),
                        Table.Column.of(Table.Column.Kind.CODE, words.say("label.document")),
                        Table.Column.number(words.say("label.records")),
                        Table.Column.of(Table.Column.Kind.CODE, "SHA-256")),
                documents.stream()
                        .limit(DOCUMENTS)
                        .map(
                                document ->
                                        Table.Row.of(
                                                document.definition(),
                                                document.dataset(),
                                                document.documentId(),
                                                numerals.whole(document.records()),
                                                document.sha256()))
                        .toList());
    }

    /** What the list of documents is, and how many of them it does not show. */
    String documentsNote() {
        int rest = documents.size() - DOCUMENTS;
        String text = words.count("documents.text", documents.size());
        return rest <= 0 ? text : text + " " + words.count("documents.rest", rest);
    }

    /** Definition, reason, count, examples. */
    Table rejects() {
        return new Table(
                List.of(
                        Table.Column.text(words.say("label.definition")),
                        Table.Column.text(words.say("label.reason")),
                        Table.Column.number(words.say("label.count")),
                        Table.Column.of(Table.Column.Kind.LINES, words.say("label.examples"))),
                Stream.concat(report.facts().rejects().stream().map(this::reject), unkeptRejects())
                        .toList());
    }

    private Table.Row reject(RejectFacts reject) {
        return Table.Row.of(
                reject.definition(),
                words.code("reject", reject.reason()),
                numerals.whole(reject.count()),
                String.join("\n", reject.examples().stream().map(this::example).toList()));
    }

    private Stream<Table.Row> unkeptRejects() {
        return UnkeptRejects.of(report.facts().sources(), report.facts().rejects()).stream()
                .map(
                        unkept ->
                                Table.Row.of(
                                        unkept.definition(),
                                        words.say("reject.counted_only"),
                                        numerals.whole(unkept.count()),
                                        ""));
    }

    /** How many rows of how many could not be used; empty where all could. */
    Optional<String> rejectedRows() {
        long rejects = report.facts().sources().stream().mapToLong(SourceFacts::rejects).sum();
        long records = report.facts().sources().stream().mapToLong(SourceFacts::records).sum();
        return rejects == 0
                ? Optional.empty()
                : Optional.of(
                        words.count(
                                "missing.rejects.text",
                                rejects,
                                "all",
                                numerals.whole(records + rejects)));
    }

    /** The rules that hold for every number. */
    List<String> rules() {
        String people = numerals.whole(report.facts().organisation().minimumGroupSize());
        String minimum = numerals.coverage(report.facts().organisation().minimumCoverage());
        return List.of(
                words.say("rule.coverage", "minimum", minimum),
                words.say("rule.ratio"),
                words.say("rule.comparison"),
                words.say("rule.length"),
                words.say("rule.verdict"),
                words.say("rule.forecast"),
                words.say("rule.people", "minimum", people),
                words.say("rule.chart"));
    }

    /** Title, formula, how it adds up, source. */
    Table methods() {
        return new Table(
                List.of(
                        Table.Column.text(words.say("label.figure")),
                        Table.Column.text(words.say("label.formula")).named(),
                        Table.Column.text(words.say("label.over_time")).named(),
                        Table.Column.note(words.say("label.definition_source"))),
                report.figures().stream()
                        .map(Figure::kpi)
                        .map(
                                kpi ->
                                        Table.Row.of(
                                                words.pick(kpi.title()),
                                                words.pick(kpi.formula()),
                                                words.say(
                                                        "over."
                                                                + kpi.overTime()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT)),
                                                words.pick(kpi.source())))
                        .toList());
    }

    /** Value, what it is, year, source, licence. */
    Table factors() {
        return new Table(
                List.of(
                        Table.Column.of(Table.Column.Kind.WORD, words.say("label.value")),
                        Table.Column.text(words.say("label.factor")),
                        Table.Column.text(words.say("label.year")).named(),
                        Table.Column.note(words.say("label.source")),
                        Table.Column.note(words.say("label.licence"))),
                report.factors().stream().map(this::factor).toList());
    }

    private Table.Row factor(Factor factor) {
        String value = factorWords.value(factor).orElseGet(() -> words.say("none"));
        String year = factor.year().map(String::valueOf).orElse("");
        return Table.Row.of(
                value,
                factorWords.name(factor),
                report.isProvisional(factor)
                        ? year + " (" + words.say("mark.provisional") + ")"
                        : year,
                factorWords.source(factor),
                factorWords.licence(factor));
    }

    /** What was expected is for those who mend it: {@code status} tells it, in their words. */
    private String example(RejectFacts.Example example) {
        String place =
                example.line() > 0 ? example.document() + ":" + example.line() : example.document();
        String subject = example.field().isEmpty() ? "" : example.field() + " ";
        return example.found().isEmpty()
                ? words.say("reject.hidden", "place", place, "field", subject)
                : words.say(
                        "reject.example",
                        "place",
                        place,
                        "field",
                        subject,
                        "found",
                        example.found());
    }

    private String time(ZonedDateTime time) {
        return words.date(time.toLocalDate())
                + String.format(Locale.ROOT, " %02d:%02d", time.getHour(), time.getMinute());
    }

    private Kpi kpi(KpiValue row) {
        return report.kpi(row.kpiId());
    }

    private String scope(KpiValue row) {
        String name = scopes.name(row.scope());
        return row.period() == Period.ROLLING_YEAR
                ? name + " " + words.say("goal.rolling_year")
                : name;
    }

    private String text(KpiValue row) {
        return row.value()
                .map(value -> numerals.value(kpi(row), value))
                .orElseGet(() -> words.say("not_known"));
    }
}
