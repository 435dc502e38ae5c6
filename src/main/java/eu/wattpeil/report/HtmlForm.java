package eu.wattpeil.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A page for each language of the organisation, by the template {@code report.html}. */
final class HtmlForm implements Form {

    static final String NAME = "html";

    private static final String TEMPLATE = "report.html";

    private final HtmlTemplate html;

    HtmlForm(UnaryOperator<String> templates) {
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
        return report.facts().workspace().settings().languages().stream()
                .map(language -> page(report, language))
                .toList();
    }

    private Rendered page(MonthlyReport report, Locale language) {
        ReportPage page = PageWriter.page(report, language);
        String text = html.set(TEMPLATE, Words.of(report.facts().texts(), language), "page", page);
        return new Rendered(pageName(language), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String pageName(Locale language) {
        return "report." + language.getLanguage() + ".html";
    }
}
