package eu.wattpeil.report.form;

import eu.wattpeil.report.chart.TimeSvg;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.page.PageWriter;
import eu.wattpeil.report.page.PublicPage;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A summary for staff and inhabitants in each language of the organisation, by the template {@code
 * public.html}: without rooms, hosts, departments and findings, and without a link.
 */
public final class PublicForm implements Form {

    public static final String NAME = "public";

    private static final String TEMPLATE = "public.html";

    /** What it is made of: the page, and the look. */
    public static final List<String> TEMPLATES = List.of(TEMPLATE, HtmlForm.DESIGN);

    private final HtmlTemplate html;
    private final String design;

    public PublicForm(UnaryOperator<String> templates) {
        html = new HtmlTemplate(templates);
        design = templates.apply(HtmlForm.DESIGN);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<File> files(List<Locale> languages) {
        return File.each(languages, PublicForm::fileName);
    }

    @Override
    public List<Rendered> render(Manuscript manuscript) {
        return manuscript.each(language -> page(manuscript.report(), language));
    }

    private Rendered page(MonthlyReport report, Locale language) {
        PublicPage page = PageWriter.publicPage(report, language);
        String text = set(page, Words.of(report.facts().texts(), language));
        return new Rendered(fileName(language), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The markup of a page. */
    public String set(PublicPage page, Words words) {
        Map<String, String> charts = new HashMap<>();
        for (ReportPage.Block block : page.figures()) {
            block.chart().time().ifPresent(it -> charts.put(block.id(), TimeSvg.of(it)));
        }
        return html.set(TEMPLATE, words, Map.of("page", page, "design", design, "charts", charts));
    }

    private static String fileName(Locale language) {
        return "public." + language.getLanguage() + ".html";
    }
}
