package eu.wattpeil.report.page;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.Verdict;
import eu.wattpeil.kpi.edition.LaterChange;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.query.CategoryFacts;
import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.kpi.query.MeterFacts.Conflict;
import eu.wattpeil.kpi.query.MeterFacts.UnknownMeter;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Report;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a month's report in a language. */
public final class PageWriter {

    private static final int CHANGES = 3;
    private static final int MOST_NAMED = 5;

    private final MonthlyReport report;
    private final Words words;
    private final Numerals numerals;
    private final Sentences sentences;
    private final GoalWords goals;
    private final Blocks blocks;
    private final Appendix appendix;

    private PageWriter(MonthlyReport report, Locale language) {
        this.report = report;
        words = Words.of(report.facts().texts(), language);
        numerals = new Numerals(words);
        sentences =
                new Sentences(
                        words,
                        numerals,
                        report.facts().organisation().minimumGroupSize(),
                        report.facts().unread());
        Scopes scopes = new Scopes(report.facts().organisation());
        goals = new GoalWords(words, numerals, sentences, scopes);
        blocks = new Blocks(words, numerals, sentences, goals, scopes, report::breaks);
        appendix = new Appendix(report, words, numerals, scopes);
    }

    /** The page of a report in one of its languages. */
    public static ReportPage page(MonthlyReport report, Locale language) {
        return new PageWriter(report, language).page();
    }

    private ReportPage page() {
        String organisation = report.facts().organisation().name();
        String month = words.month(report.month());
        Optional<YearMonth> base = changesBase();
        return new ReportPage(
                words.language().getLanguage(),
                organisation + " · " + month,
                organisation,
                words.capitalised(month),
                summary(),
                report.assessments().stream().map(this::goal).toList(),
                base.map(when -> words.say("changes.base", "month", words.month(when)))
                        .orElseGet(() -> words.say("changes.none")),
                base.map(this::changes).orElse(List.of()),
                missing(),
                report.definition().sections().stream().map(this::section).toList(),
                appendix.restated(),
                appendix.sources(),
                appendix.rejects(),
                appendix.rules(),
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

    private String summary() {
        Map<Verdict, Long> verdicts =
                report.assessments().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Assessment::verdict, TreeMap::new, Collectors.counting()));
        return sentences.whole(report.figures().get(0), verdicts);
    }

    private ReportPage.GoalLine goal(Assessment assessment) {
        Kpi kpi = report.kpi(assessment.goal().kpiId());
        boolean isShown = report.figures().stream().anyMatch(figure -> figure.kpi().equals(kpi));
        return goals.line(assessment, kpi, isShown ? Blocks.anchor(kpi) : "");
    }

    private ReportPage.Section section(Report.Section section) {
        List<Figure> figures = report.figuresOf(section);
        return new ReportPage.Section(
                section.sectionId(),
                words.pick(section.title()),
                sentences.opening(figures),
                figures.stream().map(figure -> blocks.block(figure, figures)).toList());
    }

    /** Last year's month where anything can be compared with it, else last month. */
    private Optional<YearMonth> changesBase() {
        List<YearMonth> candidates =
                List.of(report.month().minusYears(1), report.month().minusMonths(1));
        return candidates.stream()
                .filter(
                        month ->
                                report.figures().stream()
                                        .anyMatch(figure -> change(figure, month).isPresent()))
                .findFirst();
    }

    /** What changed most: at most one figure of a section, so that it is not said three times. */
    private List<ReportPage.Item> changes(YearMonth base) {
        return report.definition().sections().stream()
                .flatMap(
                        section ->
                                report.figuresOf(section).stream()
                                        .filter(figure -> change(figure, base).isPresent())
                                        .max(Comparator.comparing(figure -> size(figure, base)))
                                        .stream())
                .distinct()
                .sorted(
                        Comparator.comparing((Figure figure) -> size(figure, base))
                                .reversed()
                                .thenComparing(figure -> figure.kpi().kpiId()))
                .limit(CHANGES)
                .map(figure -> changeItem(figure, base))
                .toList();
    }

    private static double size(Figure figure, YearMonth base) {
        return Math.abs(change(figure, base).orElseThrow());
    }

    /** The change as a share of the base; empty where it cannot be told or is too small to tell. */
    private static Optional<Double> change(Figure figure, YearMonth base) {
        return figure.comparedWith(base)
                .filter(
                        compared ->
                                Numerals.isAboveNoise(
                                        figure.kpi(), compared.then(), compared.per()))
                .map(Figure.Compared::share)
                .filter(share -> Math.abs(share) >= Figure.SMALLEST_CHANGE);
    }

    private ReportPage.Item changeItem(Figure figure, YearMonth base) {
        Kpi kpi = figure.kpi();
        Figure.Compared compared = figure.comparedWith(base).orElseThrow();
        double now = compared.now();
        double then = compared.then();
        String tone =
                figure.isBetter(compared)
                        .map(is -> words.say("tone." + (is ? "better" : "worse")))
                        .orElseGet(() -> words.say("tone.context"));
        String size =
                kpi.isShare()
                        ? numerals.difference(kpi, now, then, compared.per())
                        : numerals.percent(compared.share());
        return new ReportPage.Item(
                words.pick(kpi.title()),
                words.say(
                        "changes.item",
                        "then",
                        numerals.rate(kpi, then, compared.per()),
                        "now",
                        numerals.rate(kpi, now, compared.per()),
                        "size",
                        size,
                        "tone",
                        tone),
                Blocks.anchor(kpi));
    }

    private List<ReportPage.Item> missing() {
        List<ReportPage.Item> missing = new ArrayList<>();
        MeterFacts meters = report.facts().meters();
        addMeters(missing, "meters", meters.unknown().stream().map(UnknownMeter::meterKey));
        addMeters(missing, "conflicts", meters.conflicts().stream().map(Conflict::meterKey));
        addCategories(missing, report.facts().categories());
        addUnknown(missing);
        addPartial(missing);
        addNamed(missing, "provisional", KpiValue::isProvisional);
        long hidden =
                report.figures().stream()
                        .flatMap(figure -> figure.parts().stream())
                        .filter(Figure::isHidden)
                        .count();
        if (hidden > 0) {
            String minimum = numerals.whole(report.facts().organisation().minimumGroupSize());
            add(missing, "hidden", words.count("missing.hidden.text", hidden, "minimum", minimum));
        }
        appendix.rejectedRows().ifPresent(text -> add(missing, "rejects", text));
        return missing;
    }

    private void addMeters(List<ReportPage.Item> missing, String key, Stream<String> meterKeys) {
        List<String> all = meterKeys.distinct().toList();
        if (!all.isEmpty()) {
            String text =
                    words.count("missing." + key + ".text", all.size(), "meters", firstOf(all));
            add(missing, key, text);
        }
    }

    private void addCategories(List<ReportPage.Item> missing, List<CategoryFacts> categories) {
        if (!categories.isEmpty()) {
            long devices = categories.stream().mapToLong(CategoryFacts::devices).sum();
            List<String> counted =
                    categories.stream()
                            .map(it -> it.category() + " (" + numerals.whole(it.devices()) + ")")
                            .toList();
            String text =
                    words.count("missing.categories.text", devices, "categories", firstOf(counted));
            add(missing, "categories", text);
        }
    }

    /** The first few of them, the others counted. */
    private String firstOf(List<String> all) {
        List<String> named = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST_NAMED)));
        if (all.size() > MOST_NAMED) {
            named.add(words.count("missing.more", all.size() - MOST_NAMED));
        }
        return words.list(named);
    }

    /** Figures without a value, those with the same reason together. */
    private void addUnknown(List<ReportPage.Item> missing) {
        Map<String, List<String>> byReason = new TreeMap<>();
        for (Figure figure : report.figures()) {
            if (figure.value().isEmpty()) {
                byReason.computeIfAbsent(reason(figure), key -> new ArrayList<>())
                        .add(words.pick(figure.kpi().title()));
            }
        }
        byReason.forEach(
                (reason, titles) ->
                        missing.add(new ReportPage.Item(words.list(titles), reason, "")));
    }

    /** Why a figure has no value, and what would give it one where nobody reads what it needs. */
    private String reason(Figure figure) {
        List<String> datasets = sentences.unread(figure);
        return datasets.isEmpty()
                ? sentences.reason(figure)
                : words.say(
                        "missing.unread.text",
                        "reason",
                        sentences.reason(figure),
                        "datasets",
                        String.join(", ", datasets));
    }

    private void addPartial(List<ReportPage.Item> missing) {
        List<String> partial =
                report.figures().stream()
                        .filter(figure -> figure.value().isPresent())
                        .flatMap(
                                figure ->
                                        figure.row().filter(Figure::isPartial).stream()
                                                .map(
                                                        row ->
                                                                words.pick(figure.kpi().title())
                                                                        + ": "
                                                                        + sentences.coverage(row)))
                        .toList();
        if (!partial.isEmpty()) {
            add(missing, "partial", String.join("; ", partial));
        }
    }

    private void addNamed(
            List<ReportPage.Item> missing, String key, Function<KpiValue, Boolean> condition) {
        List<String> titles =
                report.figures().stream()
                        .filter(figure -> figure.value().isPresent())
                        .filter(figure -> figure.row().filter(condition::apply).isPresent())
                        .map(figure -> words.pick(figure.kpi().title()))
                        .toList();
        if (!titles.isEmpty()) {
            String text = words.say("missing." + key + ".text", "titles", words.list(titles));
            add(missing, key, text);
        }
    }

    private void add(List<ReportPage.Item> missing, String key, String text) {
        missing.add(new ReportPage.Item(words.say("missing." + key), text, ""));
    }
}
