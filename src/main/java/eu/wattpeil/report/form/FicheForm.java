package eu.wattpeil.report.form;

import eu.wattpeil.report.chart.TimeSvg;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.page.FichePage;
import eu.wattpeil.report.page.PageWriter;
import eu.wattpeil.report.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What finished measures came to, for other organisations, in each language of the organisation, by
 * the template {@code fiches.html}: a printed page each, without a name of a room or a department,
 * and without a link that leads out.
 */
public final class FicheForm implements Form {

    public static final String NAME = "fiches";

    private static final String TEMPLATE = "fiches.html";

    /** What it is made of: the page, and the look. */
    public static final List<String> TEMPLATES = List.of(TEMPLATE, HtmlForm.DESIGN);

    private final HtmlTemplate html;
    private final String design;

    public FicheForm(UnaryOperator<String> templates) {
        html = new HtmlTemplate(templates);
        design = templates.apply(HtmlForm.DESIGN);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<File> files(List<Locale> languages) {
        return File.each(languages, FicheForm::fileName);
    }

    @Override
    public List<Rendered> render(Manuscript manuscript) {
        return manuscript.each(language -> page(manuscript.report(), language));
    }

    private Rendered page(MonthlyReport report, Locale language) {
        FichePage page = PageWriter.fichePage(report, language);
        String text = set(page, Words.of(report.facts().texts(), language));
        return new Rendered(fileName(language), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The markup of a page. */
    public String set(FichePage page, Words words) {
        Map<String, String> charts = new HashMap<>();
        for (FichePage.Fiche fiche : page.fiches()) {
            fiche.chart().ifPresent(it -> charts.put(fiche.id(), TimeSvg.of(it)));
        }
        return html.set(TEMPLATE, words, Map.of("page", page, "design", design, "charts", charts));
    }

    private static String fileName(Locale language) {
        return "fiches." + language.getLanguage() + ".html";
    }
}
