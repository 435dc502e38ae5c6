package eu.wattpeil.report.page;

import eu.wattpeil.kpi.edition.LaterChange;
import eu.wattpeil.kpi.model.Findings;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.Finding;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.FindingWords;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says a month's report in a language. */
public final class PageWriter {

    /** Charts at the head of a section. */
    private static final int LEADS = 2;

    private final MonthlyReport report;
    private final Words words;
    private final Numerals numerals;
    private final Scopes scopes;
    private final Sentences sentences;
    private final FindingWords findings;
    private final MeasureWords measures;
    private final Blocks blocks;
    private final Stacks stacks;
    private final Breakdowns breakdowns;
    private final Appendix appendix;
    private final Missing missing;
    private final Served served;
    private final Shifts shifts;
    private final Glossary glossary;
    private final FrontWriter front;
    private final FicheWriter fiches;

    private PageWriter(MonthlyReport report, Locale language) {
        this.report = report;
        words = Words.of(report.facts().texts(), language);
        numerals = new Numerals(words);
        scopes = new Scopes(report.facts().organisation(), words);
        sentences =
                new Sentences(
                        words,
                        numerals,
                        report.facts().organisation().minimumGroupSize(),
                        report.facts().unread());
        findings = new FindingWords(report.facts().texts(), language);
        measures = new MeasureWords(report, words, numerals, scopes);
        GoalWords goals = new GoalWords(words, numerals, sentences, scopes);
        CauseWords causes = new CauseWords(report, words, numerals);
        blocks = new Blocks(words, numerals, sentences, goals, scopes, causes, report::breaks);
        stacks = new Stacks(words, numerals);
        breakdowns = new Breakdowns(report, words, numerals, scopes);
        appendix = new Appendix(report, words, numerals, scopes);
        missing = new Missing(report, words, numerals, sentences, appendix);
        served = new Served(report, words, goals);
        shifts = new Shifts(report, words, scopes);
        glossary = new Glossary(words);
        fiches = new FicheWriter(report, words, measures, new Charts(words, numerals, sentences));
        front =
                new FrontWriter(
                        report, words, numerals, sentences, goals, causes, measures, findings,
                        scopes, missing);
    }

    /** The page of a report in one of its languages. */
    public static ReportPage page(MonthlyReport report, Locale language) {
        return new PageWriter(report, language).page();
    }

    /** The summary of a report for staff and inhabitants, in one of its languages. */
    public static PublicPage publicPage(MonthlyReport report, Locale language) {
        return new PageWriter(report, language).publicPage();
    }

    /** What finished measures came to, for other organisations, in one of its languages. */
    public static FichePage fichePage(MonthlyReport report, Locale language) {
        return new PageWriter(report, language).fichePage();
    }

    private FichePage fichePage() {
        String organisation = report.facts().organisation().name();
        String month = words.month(report.month());
        List<FichePage.Fiche> all = fiches.fiches();
        return new FichePage(
                words.language().getLanguage(),
                words.say("fiche.title") + " · " + organisation + " · " + month,
                organisation,
                words.capitalised(month),
                all.isEmpty() ? words.say("fiche.none") : "",
                all,
                footer());
    }

    private PublicPage publicPage() {
        ReportPage.Front all = front.front();
        String month = words.month(report.month());
        String organisation = report.facts().organisation().name();
        return new PublicPage(
                words.language().getLanguage(),
                organisation + " · " + month,
                organisation,
                words.capitalised(month),
                all.headline(),
                all.counts(),
                report.definition().sections().stream()
                        .flatMap(section -> publicFigure(report.figuresOf(section)).stream())
                        .toList(),
                front.lines(it -> isPublic(it.goal().scope())),
                report.measures().stream()
                        .filter(it -> isPublic(it.scope()))
                        .map(front::measure)
                        .toList(),
                appendix.rules(),
                footer());
    }

    /** What is said of a whole or of a room, without its name, is said of nobody. */
    private static boolean isPublic(Scope scope) {
        return scope.isOrganisation() || scope.isOf("room") || scope.isOf("site");
    }

    private Optional<ReportPage.Block> publicFigure(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.value().isPresent())
                .filter(figure -> isPublic(figure.series().scope()))
                .map(blocks::block)
                .filter(block -> block.chart().time().isPresent())
                .findFirst();
    }

    private ReportPage page() {
        String organisation = report.facts().organisation().name();
        String month = words.month(report.month());
        return new ReportPage(
                words.language().getLanguage(),
                organisation + " · " + month,
                organisation,
                words.capitalised(month),
                front.front(),
                report.definition().sections().stream().map(this::section).toList(),
                found().stream().map(this::card).toList(),
                untried(),
                shifts.items(),
                served.goals(),
                report.assessments().isEmpty() ? "" : served.without(),
                report.measures().stream().map(this::card).toList(),
                missing.named(),
                breakdowns.details(report.definition().details()),
                appendix.restated(),
                appendix.sources(),
                appendix.documents(),
                appendix.documentsNote(),
                appendix.rejects(),
                appendix.rules(),
                glossary.terms(),
                appendix.methods(),
                appendix.factors(),
                footer());
    }

    private String footer() {
        String footer =
                words.say(
                        "footer",
                        "edition",
                        numerals.whole(report.edition()),
                        "version",
                        report.facts().softwareVersion(),
                        "fingerprint",
                        report.facts().inputsFingerprint());
        return report.facts().later().map(later -> footer + " · " + later(later)).orElse(footer);
    }

    private String later(LaterChange later) {
        LaterChange.Largest largest = later.largest();
        return words.say(
                "footer.later",
                "documents",
                later.documents(),
                "figures",
                later.figures(),
                "title",
                words.pick(report.kpi(largest.series().kpiId()).title()),
                "share",
                numerals.smallPercent(largest.share()));
    }

    private ReportPage.Section section(Report.Section section) {
        List<Figure> figures = report.figuresOf(section);
        List<ReportPage.Block> all = figures.stream().map(blocks::block).toList();
        return new ReportPage.Section(
                section.sectionId(),
                words.pick(section.title()),
                sentences.opening(figures),
                all.stream()
                        .filter(block -> block.chart().time().isPresent())
                        .limit(LEADS)
                        .toList(),
                stacks.stack(
                        "stack-" + section.sectionId(),
                        figures.stream()
                                .filter(it -> section.stack().contains(it.kpi().kpiId()))
                                .sorted(
                                        Comparator.comparing(
                                                it -> section.stack().indexOf(it.kpi().kpiId())))
                                .toList()),
                breakdowns.details(section.details()),
                all);
    }

    private List<Finding> found() {
        return report.facts().insights().findings().stream()
                .filter(it -> it.outcome() == Findings.Outcome.FOUND)
                .toList();
    }

    private ReportPage.FindingCard card(Finding finding) {
        return new ReportPage.FindingCard(
                "finding-" + finding.ruleId() + "-" + finding.scope().id(),
                findings.title(finding),
                scopes.name(finding.scope()),
                findings.status(finding),
                findings.saving(finding),
                findings.background(finding).stream()
                        .map(part -> new ReportPage.Item(part.word(), part.text(), ""))
                        .toList());
    }

    /**
     * What was tried and not found, or could not be judged: rule, scope, outcome, what is missing.
     */
    private Table untried() {
        return new Table(
                List.of(
                        Table.Column.text(words.say("label.rule")),
                        Table.Column.text(words.say("label.scope")),
                        Table.Column.text(words.say("label.outcome")),
                        Table.Column.note(words.say("finding.word.missing"))),
                report.facts().insights().findings().stream()
                        .filter(it -> it.outcome() != Findings.Outcome.FOUND)
                        .map(
                                it ->
                                        Table.Row.of(
                                                findings.title(it),
                                                scopes.name(it.scope()),
                                                findings.standing(it),
                                                it.missing().map(findings::missing).orElse("")))
                        .toList());
    }

    private ReportPage.MeasureCard card(Measure measure) {
        Kpi kpi = report.kpi(measure.kpiId());
        boolean isShown = report.figures().stream().anyMatch(it -> it.kpi().equals(kpi));
        return measures.card(measure, isShown);
    }
}
