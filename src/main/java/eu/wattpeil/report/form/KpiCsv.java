package eu.wattpeil.report.form;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Every KPI value of a month as comma-separated text (RFC 4180). Numbers are for machines: a point,
 * no grouping, shares from 0 to 1; what is not known is an empty field, never 0.
 */
public final class KpiCsv implements Form {

    static final String NAME = "csv";

    private static final String FILE = "kpis.csv";

    /** A spreadsheet takes a text that begins with one of these as a formula. */
    private static final String FORMULA_SIGNS = "=+-@\t\r\n";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<File> files(List<Locale> languages) {
        return List.of(File.forAll(FILE));
    }

    @Override
    public List<Rendered> render(MonthlyReport report, List<File> all) {
        return List.of(new Rendered(FILE, text(report).getBytes(StandardCharsets.UTF_8)));
    }

    static String text(MonthlyReport report) {
        List<Words> languages =
                report.facts().organisation().languages().stream()
                        .map(language -> Words.of(report.facts().texts(), language))
                        .toList();
        Scopes scopes = new Scopes(report.facts().organisation());
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(header(languages));
            for (KpiValue row : report.history().current()) {
                csv.writeRecord(record(row, report.kpi(row.kpiId()), languages, scopes));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> header(List<Words> languages) {
        List<String> header = new ArrayList<>(List.of("month", "kpi_id"));
        languages.forEach(language -> header.add("title_" + language.language().getLanguage()));
        header.addAll(
                List.of(
                        "period",
                        "scope_kind",
                        "scope_id",
                        "scope_name",
                        "numerator",
                        "denominator",
                        "value",
                        "unit",
                        "coverage",
                        "measured_share",
                        "reason",
                        "factor_ids",
                        "is_provisional",
                        "edition"));
        return header;
    }

    private static List<String> record(
            KpiValue row, Kpi kpi, List<Words> languages, Scopes scopes) {
        boolean isHidden = Figure.isHidden(row);
        List<String> fields = new ArrayList<>(List.of(row.month().toString(), row.kpiId()));
        languages.forEach(language -> fields.add(safe(language.pick(kpi.title()))));
        fields.add(row.period().code());
        fields.add(safe(row.scope().kind()));
        fields.add(safe(row.scope().id()));
        fields.add(safe(scopes.name(row.scope())));
        fields.add(isHidden ? "" : row.numerator().map(BigDecimal::toPlainString).orElse(""));
        fields.add(isHidden ? "" : row.denominator().map(BigDecimal::toPlainString).orElse(""));
        fields.add(isHidden ? "" : row.value().map(KpiCsv::plain).orElse(""));
        fields.add(safe(row.unit()));
        fields.add(isHidden ? "" : row.coverage().map(KpiCsv::plain).orElse(""));
        fields.add(isHidden ? "" : row.measuredShare().map(KpiCsv::plain).orElse(""));
        fields.add(safe(row.reason().map(Reason::code).orElse("")));
        fields.add(safe(String.join(",", row.factorIds())));
        fields.add(Boolean.toString(row.isProvisional()));
        fields.add(Integer.toString(row.edition()));
        return fields;
    }

    /** A text that no spreadsheet runs; an apostrophe in front makes it plain text. */
    private static String safe(String text) {
        boolean isFormula = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }

    private static String plain(double value) {
        return Numerals.plain(value).toPlainString();
    }
}
