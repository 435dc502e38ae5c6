package eu.wattpeil.report.form;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import eu.wattpeil.workspace.CsvDialect;
import eu.wattpeil.workspace.TextDirection;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

/**
 * Rows of a table as text (RFC 4180) in the dialect of the organisation's spreadsheets. Closing it
 * closes what it writes to.
 */
final class CsvText implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** A spreadsheet takes a text that begins with one of these as a formula. */
    private static final String FORMULA_SIGNS = "=+-@\t\r\n";

    private final CsvDialect dialect;
    private final CsvWriter csv;

    CsvText(CsvDialect dialect, Writer out) throws IOException {
        this.dialect = dialect;
        if (dialect.hasByteOrderMark()) {
            out.write(BYTE_ORDER_MARK);
        }
        csv =
                CsvWriter.builder()
                        .fieldSeparator(dialect.separator())
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(out);
    }

    /**
     * @param fields texts, numbers and what says itself as text
     */
    void row(List<?> fields) {
        csv.writeRecord(fields.stream().map(this::field).toList());
    }

    private String field(Object field) {
        return field instanceof BigDecimal number
                ? number.toPlainString().replace('.', dialect.decimal())
                : safe(TextDirection.settled(field.toString()));
    }

    /** A text that no spreadsheet runs; an apostrophe in front makes it plain text. */
    private static String safe(String text) {
        boolean isFormula = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
