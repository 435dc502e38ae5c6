package eu.wattpeil.report;

import eu.wattpeil.report.chart.StackChart;
import eu.wattpeil.report.chart.StripChart;
import eu.wattpeil.report.chart.TimeChart;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.page.FichePage;
import eu.wattpeil.report.page.PublicPage;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.page.ReportPage.VerdictMark;
import eu.wattpeil.report.page.Table;
import eu.wattpeil.report.page.Table.Column;
import eu.wattpeil.report.page.Table.Row;
import eu.wattpeil.report.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages of nobody, to try templates on. */
public final class MadeUpPages {

    private static final VerdictMark VERDICT = new VerdictMark("watch", "▲", "watch");
    private static final Table NOTHING = new Table(List.of(), List.of());

    private MadeUpPages() {}

    /** A report with something of everything that a report can have. */
    static ReportPage full(Words words) {
        Table table = table();
        ReportPage.Item item = new ReportPage.Item("head", "text", "block");
        ReportPage.Item plain = new ReportPage.Item("head", "text", "");
        List<ReportPage.GoalLine> goals =
                List.of(goal("1 kWh", "known: 99 %", "block"), goal("–", "", ""));
        return new ReportPage(
                words.language().getLanguage(),
                "title",
                "organisation",
                "month",
                new ReportPage.Front(
                        "headline",
                        List.of(item, plain),
                        List.of(new ReportPage.Count(VERDICT, "2")),
                        goals,
                        goals,
                        "note",
                        List.of(item),
                        List.of(item),
                        List.of(plain)),
                List.of(
                        new ReportPage.Section(
                                "energy",
                                "title",
                                List.of("one", "two"),
                                List.of(block()),
                                Optional.of(stack()),
                                details("section"),
                                List.of(block(), bareBlock()))),
                List.of(
                        new ReportPage.FindingCard(
                                "finding", "title", "where", "new", "1 kWh", List.of(plain)),
                        new ReportPage.FindingCard(
                                "other", "title", "where", "new", "", List.of())),
                table,
                List.of(plain),
                table,
                "practices",
                List.of(
                        new ReportPage.MeasureCard(
                                "measure", "title", "result", List.of(plain), "block"),
                        new ReportPage.MeasureCard("other-measure", "title", "", List.of(), "")),
                List.of(plain),
                details("data"),
                table,
                table,
                table,
                "documents",
                table,
                List.of("rule"),
                List.of(new ReportPage.Term("term-pue", "PUE", "meaning")),
                table,
                table,
                "footer");
    }

    /** A report with nothing of what a report can lack. */
    static ReportPage bare(Words words) {
        return new ReportPage(
                words.language().getLanguage(),
                "title",
                "organisation",
                "month",
                new ReportPage.Front(
                        "headline",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        List.of()),
                List.of(),
                List.of(),
                NOTHING,
                List.of(),
                NOTHING,
                "",
                List.of(),
                List.of(),
                List.of(),
                NOTHING,
                NOTHING,
                NOTHING,
                "",
                NOTHING,
                List.of(),
                List.of(),
                NOTHING,
                NOTHING,
                "footer");
    }

    /** Fiches with something of everything that they can have, and one without. */
    static FichePage fichesFull(Words words) {
        ReportPage.Item plain = new ReportPage.Item("head", "text", "");
        return new FichePage(
                words.language().getLanguage(),
                "title",
                "organisation",
                "month",
                "",
                List.of(
                        new FichePage.Fiche(
                                "fiche",
                                "title",
                                "tags",
                                "done",
                                "result",
                                List.of(plain),
                                chart().time(),
                                "lesson",
                                "repeat",
                                "method"),
                        new FichePage.Fiche(
                                "other",
                                "title",
                                "",
                                "",
                                "result",
                                List.of(),
                                Optional.empty(),
                                "",
                                "",
                                "method")),
                "footer");
    }

    /** Fiches where no measure is finished. */
    static FichePage fichesBare(Words words) {
        return new FichePage(
                words.language().getLanguage(),
                "title",
                "organisation",
                "month",
                "note",
                List.of(),
                "footer");
    }

    /** A summary with something of everything that it can have. */
    static PublicPage publicFull(Words words) {
        return new PublicPage(
                words.language().getLanguage(),
                "title",
                "organisation",
                "month",
                "headline",
                List.of(new ReportPage.Count(VERDICT, "2")),
                List.of(block(), bareBlock()),
                List.of(goal("1 kWh", "known: 99 %", "block")),
                List.of(new ReportPage.Item("head", "text", "")),
                List.of("rule"),
                "footer");
    }

    /** A summary with nothing of what it can lack. */
    static PublicPage publicBare(Words words) {
        return new PublicPage(
                words.language().getLanguage(),
                "title",
                "organisation",
                "month",
                "headline",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "footer");
    }

    /** Links of every kind. */
    static List<HtmlForm.Link> links() {
        return List.of(
                new HtmlForm.Link("label", "address", "nl"),
                new HtmlForm.Link("label", "address", ""));
    }

    /** A list of two months, one of which has two editions. */
    static IndexPage index(Words words) {
        List<IndexPage.Link> links =
                List.of(
                        new IndexPage.Link("label", "address", "nl"),
                        new IndexPage.Link("label", "address", ""));
        IndexPage.Edition edition = new IndexPage.Edition("edition", links);
        return new IndexPage(
                words.language().getLanguage(),
                "organisation",
                links,
                links,
                List.of(
                        new IndexPage.Head("month", "M", "2026"),
                        new IndexPage.Head("month", "M", "")),
                List.of(
                        new IndexPage.GoalStrip(
                                "goal", List.of(VERDICT, new ReportPage.VerdictMark("", "", "")))),
                List.of(
                        new IndexPage.Line("one", "month", List.of(edition, edition)),
                        new IndexPage.Line("other", "month", List.of(edition))));
    }

    /** The page of all figures without a figure. */
    static ExplorerPage explorer(Words words, String policy) {
        return new ExplorerPage(
                words.language().getLanguage(),
                "organisation",
                policy,
                List.of(
                        new IndexPage.Link("label", "address", "nl"),
                        new IndexPage.Link("label", "address", "")),
                List.of("note"),
                "{}");
    }

    private static ReportPage.GoalLine goal(String now, String coverage, String anchor) {
        return new ReportPage.GoalLine(
                VERDICT, "title", "practice", now, coverage, "target", "pace", "forecast", anchor);
    }

    private static ReportPage.Block block() {
        return new ReportPage.Block(
                "block",
                "title",
                "period",
                "1",
                "kWh",
                List.of("mark"),
                "",
                "coverage",
                List.of(VERDICT),
                List.of(
                        new ReportPage.Comparison("label", "+1", "+1 %", "1", "worse", "worse"),
                        new ReportPage.Comparison("label", "+1", "", "1", "", "")),
                List.of(new ReportPage.Aim(VERDICT, "title", List.of("line"))),
                "year",
                "rate",
                "absolute",
                List.of("cause"),
                List.of("measure"),
                chart(),
                "parts",
                List.of(
                        new ReportPage.Part("name", "1 kWh", "99 %", ""),
                        new ReportPage.Part("name", "", "", "reason")),
                "note",
                "formula",
                "source");
    }

    private static ReportPage.Block bareBlock() {
        return new ReportPage.Block(
                "bare",
                "title",
                "",
                "",
                "",
                List.of(),
                "reason",
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                "",
                List.of(),
                List.of(),
                new ReportPage.Chart(Optional.empty(), NOTHING),
                "",
                List.of(),
                "",
                "formula",
                "source");
    }

    /** One of every picture, and one of words alone. */
    private static List<ReportPage.Detail> details(String of) {
        ReportPage.Swatch swatch = new ReportPage.Swatch("hatched", "text");
        ReportPage.Grid grid =
                new ReportPage.Grid(
                        "caption",
                        "rows",
                        List.of("one", "other"),
                        List.of(
                                new ReportPage.GridRow(
                                        "row",
                                        "r",
                                        List.of(
                                                new ReportPage.GridCell("1", "tone-1", ""),
                                                new ReportPage.GridCell("", "hatched", "unknown")),
                                        false),
                                new ReportPage.GridRow(
                                        "sum",
                                        "",
                                        List.of(
                                                new ReportPage.GridCell("1", "total", ""),
                                                new ReportPage.GridCell("1", "total", "")),
                                        true)),
                        true,
                        List.of(swatch));
        ReportPage.Bars bars =
                new ReportPage.Bars(
                        "name",
                        "value",
                        List.of(
                                new ReportPage.Bar("one", "1 kWh", "", 0.5, 0.4),
                                new ReportPage.Bar("other", "", "reason", 0, -1)),
                        "line");
        ReportPage.Strips strips =
                new ReportPage.Strips(
                        "name",
                        "known",
                        List.of(new ReportPage.Week(1, 2)),
                        List.of(
                                new ReportPage.Strip(
                                        "one",
                                        "note",
                                        new StripChart(
                                                "description",
                                                List.of(
                                                        Optional.empty(),
                                                        Optional.of(List.of(0.5, 0.25)))),
                                        "75 %")),
                        List.of(swatch));
        return List.of(
                detail(of + "-grid", List.of(grid), Optional.empty(), Optional.empty(), false),
                detail(of + "-bars", List.of(), Optional.of(bars), Optional.empty(), false),
                detail(of + "-strips", List.of(), Optional.empty(), Optional.of(strips), true),
                new ReportPage.Detail(
                        of + "-words",
                        "title",
                        List.of("line"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        NOTHING,
                        false,
                        List.of()));
    }

    private static ReportPage.Detail detail(
            String id,
            List<ReportPage.Grid> grids,
            Optional<ReportPage.Bars> bars,
            Optional<ReportPage.Strips> strips,
            boolean isFolded) {
        return new ReportPage.Detail(
                id,
                "title",
                List.of("one", "two"),
                grids,
                bars,
                strips,
                table(),
                isFolded,
                List.of("note"));
    }

    private static ReportPage.Stack stack() {
        return new ReportPage.Stack(
                new StackChart(
                        "stack",
                        "description",
                        List.of(
                                new StackChart.Part("one", "one 40 %"),
                                new StackChart.Part("other", "other 60 %")),
                        List.of(
                                new StackChart.Month(Optional.empty(), "J", "2026", ""),
                                new StackChart.Month(
                                        Optional.of(List.of(4.0, 6.0)), "F", "", "10"))),
                table());
    }

    private static ReportPage.Chart chart() {
        TimeChart time =
                new TimeChart(
                        "chart",
                        "description",
                        TimeChart.Style.COLUMNS,
                        List.of(
                                point(Optional.of(1.0), Optional.empty()),
                                point(Optional.empty(), Optional.of(1.0))),
                        "target",
                        Optional.of(
                                new TimeChart.Ahead(
                                        "month",
                                        Optional.of(new TimeChart.Forecast(2, 1, 3, "2")),
                                        Optional.of(1.0))));
        return new ReportPage.Chart(Optional.of(time), table());
    }

    private static TimeChart.Point point(Optional<Double> value, Optional<Double> target) {
        return new TimeChart.Point(value, target, true, true, true, "J", "2026", "1");
    }

    /** A table with a column of every kind. */
    private static Table table() {
        List<Column> columns =
                Stream.concat(
                                Arrays.stream(Column.Kind.values())
                                        .map(kind -> Column.of(kind, "head")),
                                Stream.of(Column.number("head")))
                        .toList();
        return new Table(columns, List.of(new Row(columns.stream().map(Column::head).toList())));
    }
}
