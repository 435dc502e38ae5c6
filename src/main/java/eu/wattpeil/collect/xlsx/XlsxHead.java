package eu.wattpeil.collect.xlsx;

import eu.wattpeil.collect.table.UnusableDocumentException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The first rows of a workbook as a text, to see of which format it is. */
public final class XlsxHead {

    private static final int ROWS = 50;
    private static final CellTexts TEXTS = new CellTexts('.', false);

    private XlsxHead() {}

    /**
     * A line for each of the first rows of the sheets that are not hidden, with tabs between cells;
     * empty where the bytes are no workbook that can be read.
     *
     * @param workbook all of it
     */
    public static Optional<String> text(byte[] workbook) {
        try (ReadableWorkbook opened = Workbooks.open(workbook)) {
            StringBuilder text = new StringBuilder();
            for (Sheet sheet : opened.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    append(sheet, text);
                }
            }
            return Optional.of(text.toString());
        } catch (IOException | RuntimeException | UnusableDocumentException unreadable) {
            return Optional.empty();
        }
    }

    private static void append(Sheet sheet, StringBuilder text) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            rows.limit(ROWS).forEach(row -> text.append(line(row)).append('\n'));
        }
    }

    private static String line(Row row) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(i -> TEXTS.of(row.getOptionalCell(i).orElse(null), null))
                .map(cell -> cell.replaceAll("[\t\r\n]+", " "))
                .collect(Collectors.joining("\t"));
    }
}
