package eu.wattpeil.report.form;

import eu.wattpeil.report.chart.TimeChart;
import eu.wattpeil.report.chart.TimeSvg;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.page.FichePage;
import eu.wattpeil.report.page.PageWriter;
import eu.wattpeil.report.page.PublicPage;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A page in each language of the organisation that goes to others by itself, by the template of its
 * name: without a link that leads out.
 *
 * @param <P> what the template sees
 */
public final class SinglePage<P> implements Form {

    static final String PUBLIC = "public";
    static final String FICHES = "fiches";

    private static final String ENDING = ".html";

    private final String name;
    private final HtmlTemplate html;
    private final String design;
    private final BiFunction<MonthlyReport, Locale, P> writer;
    private final Function<P, Map<String, TimeChart>> charts;

    /**
     * @param charts of a page, by the names that the template has for them
     */
    private SinglePage(
            String name,
            UnaryOperator<String> templates,
            BiFunction<MonthlyReport, Locale, P> writer,
            Function<P, Map<String, TimeChart>> charts) {
        this.name = name;
        this.html = new HtmlTemplate(templates);
        this.design = templates.apply(HtmlForm.DESIGN);
        this.writer = writer;
        this.charts = charts;
    }

    /** A summary for staff and inhabitants: without rooms, hosts, departments and findings. */
    public static SinglePage<PublicPage> forPublic(UnaryOperator<String> templates) {
        return new SinglePage<>(PUBLIC, templates, PageWriter::publicPage, SinglePage::charts);
    }

    /**
     * What finished measures came to, for other organisations: a printed page each, without a name
     * of a room or a department.
     */
    public static SinglePage<FichePage> ofFiches(UnaryOperator<String> templates) {
        return new SinglePage<>(FICHES, templates, PageWriter::fichePage, SinglePage::charts);
    }

    private static Map<String, TimeChart> charts(PublicPage page) {
        Map<String, TimeChart> charts = new HashMap<>();
        for (ReportPage.Block block : page.figures()) {
            block.chart().time().ifPresent(it -> charts.put(block.id(), it));
        }
        return charts;
    }

    private static Map<String, TimeChart> charts(FichePage page) {
        Map<String, TimeChart> charts = new HashMap<>();
        for (FichePage.Fiche fiche : page.fiches()) {
            fiche.chart().ifPresent(it -> charts.put(fiche.id(), it));
        }
        return charts;
    }

    /** What the one of that name is made of: the page, and the look. */
    private static List<String> templates(String name) {
        return List.of(name + ENDING, HtmlForm.DESIGN);
    }

    /** What the summary is made of. */
    public static List<String> templatesOfPublic() {
        return templates(PUBLIC);
    }

    /** What the page of measures is made of. */
    public static List<String> templatesOfFiches() {
        return templates(FICHES);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<File> files(List<Locale> languages) {
        return File.each(languages, language -> name + "." + language.getLanguage() + ENDING);
    }

    @Override
    public byte[] render(Manuscript manuscript, File file) {
        MonthlyReport report = manuscript.report();
        Locale language = file.language().orElseThrow();
        return set(writer.apply(report, language), Words.of(report.facts().texts(), language))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The markup of a page. */
    public String set(P page, Words words) {
        Map<String, String> drawn = new HashMap<>();
        charts.apply(page).forEach((id, chart) -> drawn.put(id, TimeSvg.of(chart)));
        return html.set(
                name + ENDING, words, Map.of("page", page, "design", design, "charts", drawn));
    }
}
