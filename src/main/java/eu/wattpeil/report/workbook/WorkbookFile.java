package eu.wattpeil.report.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The file of a workbook (ECMA-376, .xlsx). The same sheets give the same bytes. */
final class WorkbookFile {

    private static final String APPLICATION = "Wattpeil";

    /** When it was made, which the writer takes from the clock. */
    private static final Pattern CREATED =
            Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");

    private static final String CORE = "docProps/core.xml";

    /** The first that a ZIP file can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String HEADER_COLOUR = "FFE7EEF1";

    /** Height of a line of text, in points. */
    private static final double LINE = 15;

    /** Characters that an A4 page is wide at a size that can be read. */
    private static final int WIDTH_OF_PAGE = 180;

    /** Rows after which what is written leaves the memory. */
    private static final int ROWS_HELD = 1000;

    /** What follows of a text that a spreadsheet would take for a coded character. */
    private static final Pattern CODED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private WorkbookFile() {}

    /**
     * The bytes of a workbook.
     *
     * @param title that its properties tell
     */
    static byte[] of(String title, List<Sheet> sheets) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(bytes, APPLICATION, null)) {
                workbook.properties().setTitle(new Cell.Text(title).text());
                for (Sheet sheet : sheets) {
                    write(sheet, workbook);
                }
            }
            return timeless(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(Sheet sheet, Workbook workbook) throws IOException {
        Worksheet target = workbook.newWorksheet(sheet.name());
        List<String> header = sheet.header();
        Widths widths = Widths.of(sheet);
        for (int column = 0; column < header.size(); column++) {
            target.width(column, widths.of(column));
        }
        boolean isTable = sheet.kind() != Sheet.Kind.TEXT;
        layOut(target, isTable, widths.total());
        writeHeader(header, widths, target);
        ColumnStyles styles = new ColumnStyles(target, header.size());
        int at = 1;
        for (List<Cell> row : sheet.rows()) {
            int lines = sheet.kind() == Sheet.Kind.DATA ? 1 : widths.lines(row);
            if (lines > 1) {
                target.rowHeight(at, Math.min(Worksheet.MAX_ROW_HEIGHT, lines * LINE));
            }
            for (int column = 0; column < row.size(); column++) {
                Cell cell = row.get(column);
                write(cell, target, at, column);
                if (lines > 1 || !isTable) {
                    StyleSetter style = target.style(at, column);
                    boolean isWrapped = widths.isWrapped(column);
                    if (lines > 1) {
                        style.wrapText(isWrapped).verticalAlignment("top");
                    }
                    if (!isTable) {
                        style.horizontalAlignment("left");
                    }
                    cell.shownIn().ifPresent(style::format);
                    style.set();
                } else {
                    styles.add(at, column, cell);
                }
            }
            at++;
            if (at % ROWS_HELD == 0) {
                styles.set();
                target.flush();
            }
        }
        styles.set();
        if (isTable) {
            target.setAutoFilter(0, 0, at - 1, header.size() - 1);
        }
        target.close();
    }

    /**
     * The header stays in sight, and of a table the first column too, on paper as on the screen.
     */
    private static void layOut(Worksheet target, boolean isTable, int width) {
        target.freezePane(isTable ? 1 : 0, 1);
        target.repeatRows(0);
        if (isTable) {
            target.repeatCols(0);
        }
        target.paperSize(PaperSize.A4_PAPER);
        target.pageOrientation("landscape");
        target.setFitToPage(true);
        target.fitToWidth((short) (1 + width / WIDTH_OF_PAGE));
        target.fitToHeight((short) 0);
    }

    private static void writeHeader(List<String> header, Widths widths, Worksheet target) {
        for (int column = 0; column < header.size(); column++) {
            target.value(0, column, stored(new Cell.Text(header.get(column))));
        }
        target.rowHeight(
                0, Math.min(Worksheet.MAX_ROW_HEIGHT, widths.linesOfHeader(header) * LINE));
        target.range(0, 0, 0, header.size() - 1)
                .style()
                .bold()
                .fillColor(HEADER_COLOUR)
                .wrapText(true)
                .verticalAlignment("top")
                .set();
    }

    private static void write(Cell cell, Worksheet target, int row, int column) {
        if (cell instanceof Cell.Text text) {
            target.value(row, column, stored(text));
        } else if (cell instanceof Cell.Amount amount) {
            target.value(row, column, amount.value());
        } else if (cell instanceof Cell.Day day) {
            target.value(row, column, day.day());
        } else if (cell instanceof Cell.Flag flag) {
            target.value(row, column, flag.is());
        }
    }

    /** As the file says it: {@code _x0041_} stands for A there (ECMA-376 part 1, 22.9.2.19). */
    private static String stored(Cell.Text text) {
        return text.text().contains("_x")
                ? CODED.matcher(text.text()).replaceAll("_x005F_")
                : text.text();
    }

    /** The same file without the time at which it was made. */
    private static byte[] timeless(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(workbook.length);
        try (ZipFile from = ZipFile.builder().setByteArray(workbook).get();
                ZipArchiveOutputStream to = new ZipArchiveOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
                ZipArchiveEntry part = new ZipArchiveEntry(entry.getName());
                part.setTimeLocal(NO_TIME);
                if (entry.getName().equals(CORE)) {
                    to.putArchiveEntry(part);
                    to.write(withoutTime(from.getInputStream(entry)));
                    to.closeArchiveEntry();
                } else {
                    part.setMethod(entry.getMethod());
                    part.setCrc(entry.getCrc());
                    part.setSize(entry.getSize());
                    part.setCompressedSize(entry.getCompressedSize());
                    to.addRawArchiveEntry(part, from.getRawInputStream(entry));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] withoutTime(InputStream core) throws IOException {
        String text = new String(core.readAllBytes(), StandardCharsets.UTF_8);
        return CREATED.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }
}
