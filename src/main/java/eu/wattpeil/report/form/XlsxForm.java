package eu.wattpeil.report.form;

import eu.wattpeil.report.workbook.ReportWorkbook;
import java.util.List;
import java.util.Locale;

/** A workbook for each language of the organisation, as {@link ReportWorkbook} says. */
public final class XlsxForm implements Form {

    static final String NAME = "xlsx";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<File> files(List<Locale> languages) {
        return File.each(languages, XlsxForm::fileName);
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public byte[] render(Manuscript manuscript, File file) {
        return manuscript.workbook().in(file.language().orElseThrow());
    }

    private static String fileName(Locale language) {
        return "report." + language.getLanguage() + ".xlsx";
    }
}
