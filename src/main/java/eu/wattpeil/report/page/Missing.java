package eu.wattpeil.report.page;

import eu.wattpeil.kpi.query.CategoryFacts;
import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.kpi.query.MeterFacts.Conflict;
import eu.wattpeil.kpi.query.MeterFacts.UnknownMeter;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says what is missing in a month, and what would mend it. */
final class Missing {

    private static final int MOST_NAMED = 5;

    /** The detail of hours in which meters told nothing. */
    private static final String SILENT = "gaps";

    private final MonthlyReport report;
    private final Words words;
    private final Numerals numerals;
    private final Sentences sentences;
    private final Appendix appendix;

    Missing(
            MonthlyReport report,
            Words words,
            Numerals numerals,
            Sentences sentences,
            Appendix appendix) {
        this.report = report;
        this.words = words;
        this.numerals = numerals;
        this.sentences = sentences;
        this.appendix = appendix;
    }

    /** How much is missing, a line for each kind of it. */
    List<ReportPage.Item> counted() {
        List<ReportPage.Item> gaps = new ArrayList<>();
        addMetersAndCategories(gaps);
        addSilentHours(gaps);
        long unknown = count(figure -> figure.value().isEmpty());
        if (unknown > 0) {
            String all = numerals.whole(report.figures().size());
            add(gaps, "unknown", words.count("missing.unknown.text", unknown, "all", all));
        }
        long partial = count(Missing::isPartial);
        if (partial > 0) {
            add(gaps, "partial", words.count("missing.partial.text", partial));
        }
        addHiddenAndRejects(gaps);
        return gaps;
    }

    /** All that is missing by name. */
    List<ReportPage.Item> named() {
        List<ReportPage.Item> gaps = new ArrayList<>();
        addMetersAndCategories(gaps);
        addUnknown(gaps);
        addPartial(gaps);
        addProvisional(gaps);
        addHiddenAndRejects(gaps);
        return gaps;
    }

    private void addMetersAndCategories(List<ReportPage.Item> gaps) {
        MeterFacts meters = report.facts().meters();
        addMeters(gaps, "meters", meters.unknown().stream().map(UnknownMeter::meterKey));
        addMeters(gaps, "conflicts", meters.conflicts().stream().map(Conflict::meterKey));
        addCategories(gaps, report.facts().categories());
    }

    /** How long meters were silent; the page of the data lists when, and why. */
    private void addSilentHours(List<ReportPage.Item> gaps) {
        List<Breakdown.Cell> silent =
                report.breakdown(SILENT).map(Breakdown::known).orElse(List.of());
        if (!silent.isEmpty()) {
            BigDecimal hours =
                    silent.stream()
                            .map(it -> it.value().orElseThrow())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            String sum = numerals.amount(hours, silent.get(0).unit());
            add(gaps, "silent", words.count("detail.gaps.text", silent.size(), "sum", sum));
        }
    }

    private void addHiddenAndRejects(List<ReportPage.Item> gaps) {
        long hidden =
                report.figures().stream()
                        .flatMap(figure -> figure.parts().stream())
                        .filter(Figure::isHidden)
                        .count();
        if (hidden > 0) {
            String minimum = numerals.whole(report.facts().organisation().minimumGroupSize());
            add(gaps, "hidden", words.count("missing.hidden.text", hidden, "minimum", minimum));
        }
        appendix.rejectedRows().ifPresent(text -> add(gaps, "rejects", text));
    }

    private long count(Predicate<Figure> isMeant) {
        return report.figures().stream().filter(isMeant).count();
    }

    private void addMeters(List<ReportPage.Item> gaps, String key, Stream<String> meterKeys) {
        List<String> all = meterKeys.distinct().toList();
        if (!all.isEmpty()) {
            String text =
                    words.count("missing." + key + ".text", all.size(), "meters", firstOf(all));
            add(gaps, key, text);
        }
    }

    private void addCategories(List<ReportPage.Item> gaps, List<CategoryFacts> categories) {
        if (!categories.isEmpty()) {
            long devices = categories.stream().mapToLong(CategoryFacts::devices).sum();
            List<String> counted =
                    categories.stream()
                            .map(it -> it.category() + " (" + numerals.whole(it.devices()) + ")")
                            .toList();
            String text =
                    words.count("missing.categories.text", devices, "categories", firstOf(counted));
            add(gaps, "categories", text);
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
    private void addUnknown(List<ReportPage.Item> gaps) {
        Map<String, List<String>> byReason = new TreeMap<>();
        for (Figure figure : report.figures()) {
            if (figure.value().isEmpty()) {
                byReason.computeIfAbsent(reason(figure), key -> new ArrayList<>())
                        .add(words.pick(figure.kpi().title()));
            }
        }
        byReason.forEach(
                (reason, titles) -> gaps.add(new ReportPage.Item(words.list(titles), reason, "")));
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

    private void addPartial(List<ReportPage.Item> gaps) {
        List<String> partial =
                report.figures().stream()
                        .filter(Missing::isPartial)
                        .map(
                                figure ->
                                        words.told(
                                                words.pick(figure.kpi().title()),
                                                sentences.coverage(figure.row().orElseThrow())))
                        .toList();
        if (!partial.isEmpty()) {
            add(gaps, "partial", words.parts(partial));
        }
    }

    private static boolean isPartial(Figure figure) {
        return figure.value().isPresent() && figure.row().filter(Figure::isPartial).isPresent();
    }

    private void addProvisional(List<ReportPage.Item> gaps) {
        List<String> titles =
                report.figures().stream()
                        .filter(figure -> figure.value().isPresent())
                        .filter(figure -> figure.row().filter(KpiValue::isProvisional).isPresent())
                        .map(figure -> words.pick(figure.kpi().title()))
                        .toList();
        if (!titles.isEmpty()) {
            String text = words.say("missing.provisional.text", "titles", words.list(titles));
            add(gaps, "provisional", text);
        }
    }

    private void add(List<ReportPage.Item> gaps, String key, String text) {
        gaps.add(new ReportPage.Item(words.say("missing." + key), text, ""));
    }
}
