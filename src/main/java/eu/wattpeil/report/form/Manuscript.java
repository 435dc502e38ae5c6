package eu.wattpeil.report.form;

import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.page.PageWriter;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.workbook.ReportWorkbook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A report on its way to its forms: what several of them need is made once, when the first asks for
 * it. Threads may share it.
 */
public final class Manuscript {

    private final MonthlyReport report;
    private final List<Form.File> files;
    private final Map<Locale, ReportPage> pages = new ConcurrentHashMap<>();
    private final Map<String, byte[]> texts = new ConcurrentHashMap<>();
    private @Nullable ReportWorkbook workbook;

    /**
     * @param files of the report, in all its forms
     */
    public Manuscript(MonthlyReport report, List<Form.File> files) {
        this.report = report;
        this.files = List.copyOf(files);
    }

    MonthlyReport report() {
        return report;
    }

    /** The files of the report, in all its forms. */
    List<Form.File> files() {
        return files;
    }

    /** The report in one of its languages. */
    ReportPage page(Locale language) {
        return pages.computeIfAbsent(language, it -> PageWriter.page(report, it));
    }

    /** The content of {@link KpiCsv#FILE}. */
    byte[] values() {
        return texts.computeIfAbsent(KpiCsv.FILE, it -> bytes(KpiCsv.text(report)));
    }

    /** The content of {@link ReportJson#FILE}. */
    byte[] machines() {
        return texts.computeIfAbsent(ReportJson.FILE, it -> bytes(ReportJson.text(report)));
    }

    /** The report as a workbook, of which every language has a file. */
    synchronized ReportWorkbook workbook() {
        if (workbook == null) {
            workbook = ReportWorkbook.of(report);
        }
        return workbook;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
