package eu.wattpeil.collect.xlsx;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.table.Table;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.Tables;
import eu.wattpeil.collect.table.UnusableDocumentException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Finds the table in a workbook. */
final class XlsxTables implements Tables {

    private final Optional<String> sheet;
    private final boolean hasHeader;
    private final TableSettings settings;

    /**
     * @param sheet its name or number; empty for the first that has the columns
     */
    XlsxTables(Optional<String> sheet, boolean hasHeader, TableSettings settings) {
        this.sheet = sheet;
        this.hasHeader = hasHeader;
        this.settings = settings;
    }

    @Override
    public List<Opening> pieces(Document document) {
        return List.of(() -> open(document));
    }

    private Table open(Document document) throws IOException, UnusableDocumentException {
        ReadableWorkbook workbook = Workbooks.open(document);
        boolean isOpen = false;
        try {
            CellTexts texts = new CellTexts(settings.signs().decimal(), workbook.isDate1904());
            SheetHeader header = header(workbook, texts);
            isOpen = true;
            return new SheetTable(workbook, header, texts, settings);
        } catch (IOException | RuntimeException damaged) {
            // From memory: the library throws these where a part is not what it should be.
            throw Workbooks.damaged("a sheet that cannot be read");
        } finally {
            if (!isOpen) {
                workbook.close();
            }
        }
    }

    private SheetHeader header(ReadableWorkbook workbook, CellTexts texts)
            throws IOException, UnusableDocumentException {
        List<SheetHeader> found = new ArrayList<>();
        for (Sheet each : sheets(workbook)) {
            List<SheetHeader> headers = SheetHeader.of(each, settings, texts, hasHeader);
            found.addAll(headers);
            if (headers.stream().anyMatch(header -> header.flaws() == 0)) {
                break;
            }
        }
        SheetHeader best =
                found.stream()
                        .min(Comparator.comparingInt(SheetHeader::flaws))
                        .orElseThrow(() -> nothing());
        if (best.flaws() > 0) {
            throw unfit(best);
        }
        return best;
    }

    private UnusableDocumentException nothing() {
        return new UnusableDocumentException(
                Reason.EMPTY_DOCUMENT, hasHeader ? "a header and rows" : "rows", "empty sheets");
    }

    private List<Sheet> sheets(ReadableWorkbook workbook) throws UnusableDocumentException {
        List<Sheet> all = workbook.getSheets().toList();
        if (sheet.isEmpty()) {
            return all.stream()
                    .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
        }
        String name = sheet.get();
        Optional<Sheet> named =
                all.stream().filter(each -> each.getName().strip().equals(name)).findFirst();
        boolean isNumber = name.matches("[1-9]\\d{0,3}") && Integer.parseInt(name) <= all.size();
        if (named.isEmpty() && !isNumber) {
            throw new UnusableDocumentException(
                    Reason.NOT_THIS_FORMAT,
                    "a sheet \"" + name + "\"",
                    all.stream()
                            .map(each -> "\"" + each.getName() + "\"")
                            .collect(Collectors.joining(", ")));
        }
        return List.of(named.orElseGet(() -> all.get(Integer.parseInt(name) - 1)));
    }

    /** A row in which none of the columns is named may be one with values, which is not quoted. */
    private UnusableDocumentException unfit(SheetHeader best) {
        List<String> names = best.fit().header().names();
        String expected =
                !hasHeader
                        ? "rows with the columns of the definition"
                        : best.fit().ambiguous().isEmpty()
                                ? best.fit().expectedColumns() + best.fit().hint(settings)
                                : best.fit().expectedOnce();
        String found =
                hasHeader && best.fit().isHeader(settings)
                        ? "row " + best.row() + ": " + String.join(" | ", names)
                        : best.fit().header().width() + " columns";
        return new UnusableDocumentException(Reason.NOT_THIS_FORMAT, expected, found);
    }
}
