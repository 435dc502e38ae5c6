package eu.wattpeil.report.page;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.Outlook;
import eu.wattpeil.goal.Verdict;
import eu.wattpeil.kpi.model.Findings;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.Finding;
import eu.wattpeil.report.content.LargestChanges;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.FindingWords;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Measure;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Writes the first page: what management reads in two minutes. */
final class FrontWriter {

    /** Above its lists, the first page has no more words; names give way, goals' first. */
    private static final int MOST_WORDS = 150;

    private static final List<Named> NAMES =
            List.of(new Named(3, 2), new Named(2, 2), new Named(1, 2), new Named(1, 1));

    private static final int MEASURES = 4;

    /** The order in which goals ask for attention. */
    private static final List<Verdict> ATTENTION =
            List.of(Verdict.OFF_COURSE, Verdict.WATCH, Verdict.UNKNOWN, Verdict.STARTS);

    private final MonthlyReport report;
    private final Words words;
    private final Numerals numerals;
    private final Sentences sentences;
    private final GoalWords goals;
    private final CauseWords causes;
    private final MeasureWords measures;
    private final FindingWords findings;
    private final Scopes scopes;
    private final Missing missing;

    FrontWriter(
            MonthlyReport report,
            Words words,
            Numerals numerals,
            Sentences sentences,
            GoalWords goals,
            CauseWords causes,
            MeasureWords measures,
            FindingWords findings,
            Scopes scopes,
            Missing missing) {
        this.report = report;
        this.words = words;
        this.numerals = numerals;
        this.sentences = sentences;
        this.goals = goals;
        this.causes = causes;
        this.measures = measures;
        this.findings = findings;
        this.scopes = scopes;
        this.missing = missing;
    }

    /** How many goals and findings the brief calls by name. */
    private record Named(int goals, int findings) {}

    ReportPage.Front front() {
        LargestChanges changes = LargestChanges.of(report);
        String headline = sentences.figure(lead());
        List<ReportPage.Count> counts = counts();
        return new ReportPage.Front(
                headline,
                brief(headline, counts),
                counts,
                lines(it -> it.verdict() != Verdict.ON_COURSE),
                lines(it -> it.verdict() == Verdict.ON_COURSE),
                changes.base()
                        .map(when -> words.say("changes.base", "month", words.month(when)))
                        .orElseGet(() -> words.say("changes.none")),
                changes.figures().stream()
                        .map(figure -> change(figure, changes.base().orElseThrow()))
                        .toList(),
                report.measures().stream().limit(MEASURES).map(this::measure).toList(),
                missing.counted());
    }

    private Figure lead() {
        return report.figures().get(0);
    }

    private List<ReportPage.Item> brief(String headline, List<ReportPage.Count> counts) {
        int others =
                WordCount.of(headline)
                        + counts.stream()
                                .mapToInt(it -> 1 + WordCount.of(it.verdict().word()))
                                .sum();
        List<ReportPage.Item> brief = List.of();
        for (Named named : NAMES) {
            brief = brief(named);
            if (others + wordCount(brief) <= MOST_WORDS) {
                return brief;
            }
        }
        return brief;
    }

    private static int wordCount(List<ReportPage.Item> brief) {
        return brief.stream()
                .mapToInt(it -> WordCount.of(it.head()) + WordCount.of(it.text()))
                .sum();
    }

    private List<ReportPage.Item> brief(Named most) {
        List<ReportPage.Item> brief = new ArrayList<>();
        report.until()
                .ifPresent(
                        day ->
                                add(
                                        brief,
                                        "not_over",
                                        words.say("brief.not_over.text", "date", words.date(day)),
                                        ""));
        lead().comparisonMonth().ifPresent(month -> addWhy(brief, month));
        report.figures().stream()
                .filter(figure -> figure.kpi().unit().equals("EUR"))
                .filter(figure -> figure.value().isPresent())
                .findFirst()
                .ifPresent(
                        figure -> add(brief, "money", money(figure), Blocks.anchor(figure.kpi())));
        addGoals(brief, most.goals());
        addDecisions(brief, most.findings());
        return brief;
    }

    /** Of the headline's months, it need not say them again. */
    private String money(Figure figure) {
        return figure.isYearly() == lead().isYearly()
                        && figure.comparisonMonth().equals(lead().comparisonMonth())
                ? sentences.beside(figure)
                : sentences.figure(figure);
    }

    private void addWhy(List<ReportPage.Item> brief, YearMonth month) {
        String parts = causes.parts(lead(), month);
        if (!parts.isEmpty()) {
            String text = words.say("cause.since", "month", words.month(month), "parts", parts);
            add(brief, "why", text, Blocks.anchor(lead().kpi()));
        }
    }

    private void addGoals(List<ReportPage.Item> brief, int most) {
        if (report.assessments().isEmpty()) {
            add(brief, "behind", words.say("goals.none_set_yet"), "");
            return;
        }
        List<Assessment> behind =
                ordered(it -> it.verdict() == Verdict.OFF_COURSE || it.verdict() == Verdict.WATCH);
        String named =
                words.parts(
                        behind.stream()
                                .limit(most)
                                .map(it -> words.pick(it.goal().title()))
                                .toList());
        add(
                brief,
                "behind",
                words.count(
                        "brief.behind.text",
                        behind.size(),
                        "total",
                        numerals.whole(report.assessments().size()),
                        "named",
                        named),
                "goals");
        long reached = report.assessments().stream().filter(Assessment::isReached).count();
        long foreseen = report.assessments().stream().filter(this::isForeseen).count();
        add(
                brief,
                "reached",
                words.count(
                        "brief.reached.text",
                        reached,
                        "foreseen",
                        words.count("brief.foreseen", foreseen)),
                "goals");
    }

    /** Whether it will be reached by its forecast, whichever end of the interval comes. */
    private boolean isForeseen(Assessment assessment) {
        if (assessment.isReached()
                || assessment.target().isEmpty()
                || assessment.path().isEmpty()
                || !(assessment.outlook() instanceof Outlook.Forecast forecast)) {
            return false;
        }
        double target = assessment.target().get();
        return assessment.path().get().isFalling()
                ? forecast.high() <= target
                : forecast.low() >= target;
    }

    /** The largest of the findings that nobody decided on. */
    private void addDecisions(List<ReportPage.Item> brief, int most) {
        List<Finding> open =
                report.facts().insights().findings().stream()
                        .filter(it -> it.outcome() == Findings.Outcome.FOUND)
                        .filter(it -> it.state().isEmpty())
                        .toList();
        if (open.isEmpty()) {
            return;
        }
        List<String> named = new ArrayList<>();
        open.stream().limit(most).map(this::decision).forEach(named::add);
        if (open.size() > most) {
            named.add(words.count("brief.more", open.size() - most));
        }
        add(brief, "decide", words.parts(named) + ".", "findings");
    }

    private String decision(Finding finding) {
        String saving = findings.shortSaving(finding);
        String title = findings.title(finding) + " (" + scopes.name(finding.scope()) + ")";
        return saving.isEmpty() ? title : words.told(title, saving);
    }

    private List<ReportPage.Count> counts() {
        return Arrays.stream(Verdict.values())
                .map(verdict -> new ReportPage.Count(goals.mark(verdict), number(verdict)))
                .filter(count -> !count.number().equals("0"))
                .toList();
    }

    private String number(Verdict verdict) {
        return numerals.whole(
                report.assessments().stream().filter(it -> it.verdict() == verdict).count());
    }

    /** Goals that are meant, in the order in which they ask for attention. */
    List<ReportPage.GoalLine> lines(Predicate<Assessment> isMeant) {
        return ordered(isMeant).stream().map(this::line).toList();
    }

    /** The furthest behind first; those on course as the workspace has them. */
    private List<Assessment> ordered(Predicate<Assessment> isMeant) {
        return report.assessments().stream()
                .filter(isMeant)
                .sorted(
                        Comparator.comparing((Assessment it) -> ATTENTION.indexOf(it.verdict()))
                                .thenComparing(
                                        it ->
                                                it.verdict() == Verdict.ON_COURSE
                                                        ? 0
                                                        : -it.gap().orElse(0.0)))
                .toList();
    }

    private ReportPage.GoalLine line(Assessment assessment) {
        Kpi kpi = report.kpi(assessment.goal().kpiId());
        return goals.line(assessment, kpi, isShown(kpi) ? Blocks.anchor(kpi) : "");
    }

    private boolean isShown(Kpi kpi) {
        return report.figures().stream().anyMatch(figure -> figure.kpi().equals(kpi));
    }

    private ReportPage.Item change(Figure figure, YearMonth base) {
        Kpi kpi = figure.kpi();
        Figure.Compared compared = figure.comparedWith(base).orElseThrow();
        String tone =
                figure.isBetter(compared)
                        .map(is -> words.say("tone." + (is ? "better" : "worse")))
                        .orElseGet(() -> words.say("tone.context"));
        boolean isInPercent =
                !kpi.isShare() && Numerals.isAboveNoise(kpi, compared.then(), compared.per());
        String size =
                isInPercent
                        ? numerals.percent(compared.share())
                        : numerals.difference(kpi, compared.now(), compared.then(), compared.per());
        String parts = causes.parts(figure, base);
        String scope =
                figure.series().scope().isOrganisation() || figure.isOnlyPart()
                        ? ""
                        : " (" + scopes.name(figure.series().scope()) + ")";
        return new ReportPage.Item(
                words.pick(kpi.title()) + scope,
                words.say(
                        "changes.item",
                        "then",
                        numerals.rate(kpi, compared.then(), compared.per()),
                        "now",
                        numerals.rate(kpi, compared.now(), compared.per()),
                        "size",
                        size,
                        "tone",
                        tone,
                        "parts",
                        parts.isEmpty() ? "" : words.say("changes.parts", "parts", parts)),
                Blocks.anchor(kpi));
    }

    /** A measure with what it came to. */
    ReportPage.Item measure(Measure measure) {
        return new ReportPage.Item(
                words.pick(measure.title()),
                measures.result(measure),
                MeasureWords.anchor(measure));
    }

    private void add(List<ReportPage.Item> brief, String key, String text, String anchor) {
        brief.add(new ReportPage.Item(words.say("brief." + key), text, anchor));
    }
}
