package eu.wattpeil.collect.xlsx;

import eu.wattpeil.collect.table.UnusableDocumentException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The first rows of a workbook as a text, to see of which format it is. */
public final class XlsxHead {

    private static final int ROWS = 20_000;

    /** What of a number format is no letter of a date. */
    private static final Pattern LITERAL =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[[^\\]]*]|(?i)general");

    private static final Pattern DATE = Pattern.compile("(?i)[yd]");
    private static final Pattern CLOCK = Pattern.compile("(?i)[hs]");

    private XlsxHead() {}

    /**
     * A line for each of the first rows of the sheets that are not hidden, with tabs between cells;
     * empty where the bytes are no workbook that can be read. Numbers that Excel shows as dates or
     * times are written as ISO 8601 has them.
     *
     * @param workbook all of it
     */
    public static Optional<String> text(byte[] workbook) {
        // A workbook may lack the part with its formats.
        return text(workbook, true).or(() -> text(workbook, false));
    }

    private static Optional<String> text(byte[] workbook, boolean hasFormats) {
        try (ReadableWorkbook opened =
                hasFormats ? Workbooks.openWithFormats(workbook) : Workbooks.open(workbook)) {
            CellTexts texts = new CellTexts('.', opened.isDate1904());
            StringBuilder text = new StringBuilder();
            for (Sheet sheet : opened.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    append(sheet, texts, text);
                }
            }
            return Optional.of(text.toString());
        } catch (IOException | RuntimeException | UnusableDocumentException unreadable) {
            return Optional.empty();
        }
    }

    private static void append(Sheet sheet, CellTexts texts, StringBuilder text)
            throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            rows.limit(ROWS).forEach(row -> text.append(line(row, texts)).append('\n'));
        }
    }

    private static String line(Row row, CellTexts texts) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(i -> shown(row.getOptionalCell(i).orElse(null), texts))
                .map(cell -> cell.replaceAll("[\t\r\n]+", " "))
                .collect(Collectors.joining("\t"));
    }

    private static String shown(@Nullable Cell cell, CellTexts texts) {
        String format = cell == null ? null : cell.getDataFormatString();
        if (format == null) {
            return texts.of(cell, null);
        }
        String letters = LITERAL.matcher(format).replaceAll("");
        if (DATE.matcher(letters).find()) {
            return texts.of(cell, CLOCK.matcher(letters).find() ? "iso" : "yyyy-MM-dd");
        }
        return texts.of(cell, CLOCK.matcher(letters).find() ? "HH:mm:ss" : null);
    }
}
