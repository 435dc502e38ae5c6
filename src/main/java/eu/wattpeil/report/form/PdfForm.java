package eu.wattpeil.report.form;

import eu.wattpeil.report.chart.StackSvg;
import eu.wattpeil.report.chart.TimeSvg;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.pdf.Attachment;
import eu.wattpeil.report.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;

/**
 * A PDF for each language of the organisation, by the template {@code report-print.html}: tagged,
 * to be archived, with all values and the report for machines inside.
 */
public final class PdfForm implements Form {

    static final String NAME = "pdf";

    private final PrintTemplate print;

    public PdfForm(UnaryOperator<String> templates) {
        this(new PrintTemplate(templates));
    }

    PdfForm(PrintTemplate print) {
        this.print = print;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<File> files(List<Locale> languages) {
        return File.each(languages, PdfForm::fileName);
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public byte[] render(Manuscript manuscript, File file) {
        Locale language = file.language().orElseThrow();
        MonthlyReport report = manuscript.report();
        Words words = Words.of(report.facts().texts(), language);
        ReportPage page = manuscript.page(language);
        List<Attachment> attachments =
                List.of(
                        new Attachment(
                                KpiCsv.FILE,
                                "text/csv",
                                words.say("pdf.kpis"),
                                manuscript.values()),
                        new Attachment(
                                ReportJson.FILE,
                                "application/json",
                                words.say("pdf.report"),
                                manuscript.machines()));
        return print.file(set(page, words), file.name(), report, page, words, attachments).bytes();
    }

    /** The markup of a report. */
    public Document set(ReportPage page, Words words) {
        return print.set(
                PrintTemplate.REPORT, page, words, Map.of("charts", charts(page), "isWhole", true));
    }

    /** The charts at the heads of sections, by the ids of their blocks or their own. */
    private static Map<String, String> charts(ReportPage page) {
        Map<String, String> charts = new HashMap<>();
        for (ReportPage.Section section : page.sections()) {
            for (ReportPage.Block block : section.leads()) {
                block.chart()
                        .time()
                        .ifPresent(it -> charts.put(block.id(), described(TimeSvg.of(it))));
            }
            section.stack()
                    .map(ReportPage.Stack::chart)
                    .ifPresent(it -> charts.put(it.id(), described(StackSvg.of(it))));
        }
        return charts;
    }

    /** Paper knows what a chart shows as the text that stands for it. */
    private static String described(String svg) {
        return svg.replaceFirst(" role=\"img\" aria-label=", " alt=");
    }

    private static String fileName(Locale language) {
        return "report." + language.getLanguage() + ".pdf";
    }
}
