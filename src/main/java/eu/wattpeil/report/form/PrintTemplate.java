package eu.wattpeil.report.form;

import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.pdf.Attachment;
import eu.wattpeil.report.pdf.Identity;
import eu.wattpeil.report.pdf.Look;
import eu.wattpeil.report.pdf.PdfFile;
import eu.wattpeil.report.pdf.Press;
import eu.wattpeil.report.pdf.Signs;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.TextDirection;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Sets pages on paper, by templates whose markup is strict. */
public final class PrintTemplate {

    static final String REPORT = "report-print.html";
    static final String BOARD = "board-print.html";

    /** The look of paper; its colours are those of the pages. */
    static final String PRINT = "print.css";

    /** What they are made of. */
    public static final List<String> TEMPLATES =
            List.of(REPORT, BOARD, HtmlForm.TABLE, HtmlForm.DETAIL, PRINT, HtmlForm.DESIGN);

    private final HtmlTemplate html;
    private final Press press;
    private final String design;

    PrintTemplate(UnaryOperator<String> templates) {
        html = HtmlTemplate.strict(templates);
        Look look = new Look(templates.apply(HtmlForm.DESIGN));
        press = new Press(look);
        design = look.resolved(templates.apply(PRINT));
    }

    /**
     * The markup of a page.
     *
     * @param more what the template finds beside it, by name
     * @throws TemplateException where the template is wrong
     */
    Document set(String template, ReportPage page, Words words, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("page", page);
        data.put("design", design);
        data.put("kinds", HtmlForm.KINDS);
        data.put("isPaper", true);
        String markup = Signs.shown(TextDirection.marked(html.set(template, words, data)));
        try {
            DocumentBuilder parser = parser();
            parser.setErrorHandler(new DefaultHandler());
            return parser.parse(new InputSource(new StringReader(markup)));
        } catch (SAXParseException fault) {
            String reason =
                    "makes markup that is not well-formed, in its line "
                            + fault.getLineNumber()
                            + ": "
                            + fault.getMessage();
            throw new TemplateException(template, 1, reason, fault);
        } catch (SAXException | IOException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }

    private static DocumentBuilder parser() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The file of a page. */
    PdfFile file(
            Document markup,
            String name,
            MonthlyReport report,
            ReportPage page,
            Words words,
            List<Attachment> attachments) {
        return press.set(
                markup,
                new Identity(
                        page.title(),
                        page.language(),
                        page.organisation(),
                        "Wattpeil " + report.facts().softwareVersion(),
                        report.facts().inputsFingerprint() + " " + ofReport(report, name),
                        report.month().plusMonths(1).atDay(1),
                        words.say("pdf.link", "page", "{page}")),
                attachments);
    }

    /** No two files are the same document, whichever reports they are of. */
    private static String ofReport(MonthlyReport report, String file) {
        String name = report.definition().name();
        return name.equals(Report.MAIN) ? file : name + " " + file;
    }
}
