package eu.wattpeil.report.form;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every KPI value of a month as a table of text, in the dialect of the organisation. */
public final class KpiCsv implements Form {

    public static final String NAME = "csv";

    static final String FILE = "kpis.csv";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<File> files(List<Locale> languages) {
        return List.of(File.forAll(FILE));
    }

    @Override
    public byte[] render(Manuscript manuscript, File file) {
        return manuscript.values();
    }

    static String text(MonthlyReport report) {
        List<Words> languages =
                report.facts().organisation().languages().stream()
                        .map(language -> Words.of(report.facts().texts(), language))
                        .toList();
        Scopes scopes = new Scopes(report.facts().organisation(), languages.get(0));
        StringWriter text = new StringWriter();
        try (CsvText csv = new CsvText(report.facts().organisation().csv(), text)) {
            csv.row(header(languages));
            for (KpiValue row : report.history().current()) {
                List<Object> fields = new ArrayList<>(List.of(row.month(), row.kpiId()));
                languages.forEach(
                        language -> fields.add(language.pick(report.kpi(row.kpiId()).title())));
                fields.addAll(KpiRow.of(row, scopes));
                csv.row(fields);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> header(List<Words> languages) {
        List<String> header = new ArrayList<>(List.of("month", "kpi_id"));
        languages.forEach(language -> header.add("title_" + language.language().getLanguage()));
        header.addAll(KpiRow.HEADER);
        return header;
    }
}
