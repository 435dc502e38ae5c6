package eu.wattpeil.report.form;

import eu.wattpeil.report.chart.ColumnSvg;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.page.PageWriter;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A page for each language of the organisation, by the template {@code report.html}. */
public final class HtmlForm implements Form {

    static final String NAME = "html";

    public static final String TEMPLATE = "report.html";

    /** The classes that the cells of a kind of column have. */
    private static final Map<ReportPage.Column.Kind, String> KINDS =
            Map.of(
                    ReportPage.Column.Kind.WORD,
                    "word",
                    ReportPage.Column.Kind.NUMBER,
                    "n",
                    ReportPage.Column.Kind.NOTE,
                    "soft",
                    ReportPage.Column.Kind.LINES,
                    "lines soft");

    private final HtmlTemplate html;

    public HtmlForm(UnaryOperator<String> templates) {
        html = new HtmlTemplate(templates);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<File> files(List<Locale> languages) {
        return languages.stream()
                .map(language -> new File(pageName(language), Optional.of(language)))
                .toList();
    }

    @Override
    public List<Rendered> render(MonthlyReport report) {
        return report.facts().organisation().languages().stream()
                .map(language -> page(report, language))
                .toList();
    }

    private Rendered page(MonthlyReport report, Locale language) {
        ReportPage page = PageWriter.page(report, language);
        Words words = Words.of(report.facts().texts(), language);
        String text = set(page, words);
        return new Rendered(pageName(language), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The markup of a page. */
    public String set(ReportPage page, Words words) {
        Map<String, Object> data = Map.of("page", page, "charts", charts(page), "kinds", KINDS);
        return html.set(TEMPLATE, words, data);
    }

    /** The markup of the charts by the ids of their blocks. */
    private static Map<String, String> charts(ReportPage page) {
        Map<String, String> charts = new HashMap<>();
        for (ReportPage.Section section : page.sections()) {
            for (ReportPage.Block block : section.blocks()) {
                block.chart()
                        .columns()
                        .ifPresent(chart -> charts.put(block.id(), ColumnSvg.of(chart)));
            }
        }
        return charts;
    }

    private static String pageName(Locale language) {
        return "report." + language.getLanguage() + ".html";
    }
}
