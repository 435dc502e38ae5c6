package eu.wattpeil.report.page;

import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.KeyWords;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Reasons;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what a month takes apart: a picture with its sentences, each as its definition asks. */
final class Breakdowns {

    static final Table NO_TABLE = new Table(List.of(), List.of());

    private final MonthlyReport report;
    private final Words words;
    private final Numerals numerals;
    private final HeatMaps heatMaps;
    private final CountGrids counts;
    private final DetailBars bars;
    private final Calendars calendars;
    private final DetailLists lists;

    Breakdowns(MonthlyReport report, Words words, Numerals numerals, Scopes scopes) {
        this.report = report;
        this.words = words;
        this.numerals = numerals;
        KeyWords keys =
                new KeyWords(words, scopes, report.facts().organisation().zone(), this::title);
        int minimum = report.facts().organisation().minimumGroupSize();
        Reasons reasons = new Reasons(words, minimum, report.facts().unread());
        heatMaps = new HeatMaps(words, numerals, scopes, keys, this::figure);
        counts = new CountGrids(words, numerals, keys);
        bars = new DetailBars(report, words, numerals, keys, reasons);
        calendars = new Calendars(report.month(), words, numerals, scopes, keys);
        lists = new DetailLists(words, numerals, scopes, keys);
    }

    /** Those of some ids of which the month has anything, in their order. */
    List<ReportPage.Detail> details(List<String> ids) {
        return ids.stream()
                .flatMap(id -> report.breakdown(id).flatMap(this::detail).stream())
                .toList();
    }

    private Optional<ReportPage.Detail> detail(Breakdown all) {
        if (all.cells().isEmpty()) {
            return nothing(all.detail());
        }
        return Optional.of(
                switch (all.detail().picture()) {
                    case HEAT_MAP -> heatMaps.detail(all, title(all.detail()));
                    case COUNTS ->
                            withFigure(counts.detail(all, title(all.detail())), all.detail());
                    case BARS -> bars.detail(all, title(all.detail()));
                    case CALENDAR -> calendars.detail(all, title(all.detail()));
                    case LIST -> lists.detail(all, title(all.detail()));
                });
    }

    /**
     * Where nothing is a result: it is one where its figure is there, so that it was looked for.
     */
    private Optional<ReportPage.Detail> nothing(Detail detail) {
        Optional<String> said = words.find("detail." + detail.detailId() + ".none");
        boolean isLookedFor =
                detail.figure()
                        .filter(
                                id ->
                                        report.history().current().stream()
                                                .anyMatch(row -> row.kpiId().equals(id)))
                        .isPresent();
        return said.filter(it -> isLookedFor)
                .map(
                        it ->
                                new ReportPage.Detail(
                                        anchor(detail),
                                        title(detail),
                                        List.of(words.say("detail." + detail.detailId() + ".none")),
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        NO_TABLE,
                                        false,
                                        List.of()));
    }

    private ReportPage.Detail withFigure(ReportPage.Detail shown, Detail detail) {
        List<String> lines = new ArrayList<>(shown.lines());
        figure(detail, Scope.ORGANISATION).ifPresent(lines::add);
        return new ReportPage.Detail(
                shown.id(),
                shown.title(),
                lines,
                shown.grids(),
                shown.bars(),
                shown.strips(),
                shown.table(),
                shown.isFolded(),
                shown.notes());
    }

    /** What the KPI of a detail comes to in a scope, as a sentence. */
    private Optional<String> figure(Detail detail, Scope scope) {
        return detail.figure()
                .flatMap(id -> report.shownValue(id, scope))
                .map(row -> figure(detail, row));
    }

    private String figure(Detail detail, KpiValue row) {
        String own = "detail." + detail.detailId() + ".figure";
        Kpi kpi = report.kpi(row.kpiId());
        return words.say(
                words.find(own).isPresent() ? own : "picture.figure",
                "title",
                words.pick(kpi.title()),
                "value",
                numerals.value(kpi, row.value().orElseThrow()));
    }

    private String title(String kpiId) {
        return report.facts().catalogue().stream()
                .filter(it -> it.kpiId().equals(kpiId))
                .findFirst()
                .map(it -> words.pick(it.title()))
                .orElse(kpiId);
    }

    private String title(Detail detail) {
        return words.say(Detail.title(detail.detailId()));
    }

    static String anchor(Detail detail) {
        return "detail-" + detail.detailId();
    }
}
