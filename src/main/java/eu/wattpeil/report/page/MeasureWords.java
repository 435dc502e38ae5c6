package eu.wattpeil.report.page;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.content.Effect;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Says what was done and what it came to. */
final class MeasureWords {

    /** Kinds of scopes that others have, too. */
    private static final Set<String> PLACES =
            Set.of(
                    Scope.ORGANISATION_KIND,
                    Scope.DEPARTMENT_KIND,
                    Scope.CATEGORY_KIND,
                    "room",
                    "site",
                    "printer");

    private final MonthlyReport report;
    private final Words words;
    private final Numerals numerals;
    private final Scopes scopes;
    private final TagWords tags;
    private final ImpactWords impacts;

    MeasureWords(MonthlyReport report, Words words, Numerals numerals, Scopes scopes) {
        this.report = report;
        this.words = words;
        this.numerals = numerals;
        this.scopes = scopes;
        tags = new TagWords(words);
        impacts = new ImpactWords(report.month(), words, numerals);
    }

    static String anchor(Measure measure) {
        return "measure-" + measure.measureId();
    }

    /** A measure with what it came to. */
    ReportPage.MeasureCard card(Measure measure, boolean isShown) {
        Kpi kpi = report.kpi(measure.kpiId());
        return new ReportPage.MeasureCard(
                anchor(measure),
                words.pick(measure.title()),
                result(measure),
                facts(measure, kpi),
                isShown ? Blocks.anchor(kpi) : "");
    }

    /** What it came to, in one sentence that claims no more than its interval. */
    String result(Measure measure) {
        Kpi kpi = report.kpi(measure.kpiId());
        Optional<Effect> effect = report.effect(measure);
        if (effect.isEmpty() || effect.get().change().isEmpty()) {
            return words.say("effect.cannot_be_told_yet");
        }
        Effect.Change change = effect.get().change().get();
        return words.say(
                "effect." + effect.get().verdict(),
                "title",
                words.pick(kpi.title()),
                "change",
                amount(kpi, change, change.amount()),
                "low",
                amount(kpi, change, change.low()),
                "high",
                amount(kpi, change, change.high()));
    }

    /** In percent of what was before; of a share, in points. */
    private String amount(Kpi kpi, Effect.Change change, double part) {
        boolean isInPercent = !kpi.isShare() && change.before() != 0;
        Kpi.Per per = kpi.overTime() == Kpi.OverTime.SUM ? Kpi.Per.DAY : Kpi.Per.NONE;
        return isInPercent
                ? numerals.percent(change.share(part).orElseThrow())
                : numerals.difference(kpi, part, 0, per);
    }

    private List<ReportPage.Item> facts(Measure measure, Kpi kpi) {
        List<ReportPage.Item> facts = facts(measure, kpi, scopes::name);
        add(facts, "tags", tags.text(measure.tags()));
        return facts;
    }

    /** What is behind a result, for people who do not know the organisation. */
    List<ReportPage.Item> factsForOthers(Measure measure) {
        Kpi kpi = report.kpi(measure.kpiId());
        return facts(measure, kpi, scope -> words.say("fiche.where." + whereKey(scope)));
    }

    /** No name of a room and none of a department. */
    private static String whereKey(Scope scope) {
        return PLACES.contains(scope.kind()) ? scope.kind() : "part";
    }

    private List<ReportPage.Item> facts(Measure measure, Kpi kpi, Function<Scope, String> names) {
        List<ReportPage.Item> facts = new ArrayList<>();
        add(facts, "where", names.apply(measure.scope()));
        add(facts, "start", start(measure));
        add(facts, "measured_by", words.pick(kpi.title()));
        report.effect(measure)
                .flatMap(Effect::change)
                .ifPresent(change -> add(facts, "size", size(kpi, change)));
        report.effect(measure)
                .filter(Effect::isShown)
                .ifPresent(effect -> facts.addAll(impacts.items(effect)));
        add(facts, "expected", measure.expected().map(this::expected).orElse(""));
        add(facts, "control", measure.control().map(names).orElse(""));
        report.effect(measure)
                .flatMap(Effect::firstResultOn)
                .ifPresent(day -> add(facts, "first_result", firstResult(measure, day)));
        if (measure.isExperiment()) {
            add(
                    facts,
                    "scaled",
                    scaledOn(measure)
                            .map(day -> words.say("measure.scaled_on", "date", words.date(day)))
                            .orElseGet(() -> words.say("measure.not_scaled")));
        }
        return facts;
    }

    private Optional<LocalDate> scaledOn(Measure measure) {
        return measure.scaledOn().filter(day -> !day.isAfter(report.month().atEndOfMonth()));
    }

    private String start(Measure measure) {
        return measure.endedOn()
                .filter(day -> !day.isAfter(report.month().atEndOfMonth()))
                .map(
                        day ->
                                words.say(
                                        "measure.from_to",
                                        "from",
                                        words.date(measure.startedOn()),
                                        "to",
                                        words.date(day)))
                .orElseGet(() -> words.date(measure.startedOn()));
    }

    private String size(Kpi kpi, Effect.Change change) {
        Kpi.Per per = kpi.overTime() == Kpi.OverTime.SUM ? Kpi.Per.DAY : Kpi.Per.NONE;
        return words.say(
                "measure.size",
                "change",
                numerals.difference(kpi, change.amount(), 0, per),
                "low",
                numerals.difference(kpi, change.low(), 0, per),
                "high",
                numerals.difference(kpi, change.high(), 0, per),
                "before",
                numerals.rate(kpi, change.before(), per));
    }

    private String expected(BigDecimal share) {
        return numerals.setPercent(share);
    }

    private String firstResult(Measure measure, LocalDate day) {
        long days = ChronoUnit.DAYS.between(measure.startedOn(), day) + 1;
        return words.count("measure.after_days", days, "date", words.date(day));
    }

    private void add(List<ReportPage.Item> facts, String key, String text) {
        if (!text.isEmpty()) {
            facts.add(new ReportPage.Item(words.say("done." + key), text, ""));
        }
    }
}
