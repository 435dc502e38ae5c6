package eu.wattpeil.collect.xlsx;

import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.table.Header;
import eu.wattpeil.collect.table.HeaderFit;
import eu.wattpeil.collect.table.TableSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet as the header of a table.
 *
 * @param row its number, from 1; where rows have no header, that before the first row
 * @param delimiter where the sheet holds a delimited text, one line in each row
 */
record SheetHeader(Sheet sheet, long row, HeaderFit fit, Optional<Character> delimiter) {

    /** What comes before a table is no longer. */
    private static final int MAX_ROWS = 50;

    private static final List<Character> DELIMITERS = List.of(';', '\t', ',', '|');

    int flaws() {
        return fit.flaws();
    }

    /**
     * All that the first rows of a sheet may be, those of cells before those of delimited texts.
     */
    static List<SheetHeader> of(
            Sheet sheet, TableSettings settings, CellTexts texts, boolean hasHeader)
            throws IOException {
        List<SheetHeader> found = new ArrayList<>();
        for (Row row : firstRows(sheet, texts, hasHeader ? MAX_ROWS : 1)) {
            List<String> names = names(row, texts, settings.headerPattern().orElse(null));
            Header header = new Header(hasHeader ? names : List.of(), names.size());
            long number = hasHeader ? row.getRowNum() : row.getRowNum() - 1L;
            found.add(
                    new SheetHeader(
                            sheet, number, HeaderFit.of(settings, header), Optional.empty()));
        }
        if (hasHeader && found.stream().noneMatch(header -> header.flaws() == 0)) {
            addPasted(sheet, settings, texts, found);
        }
        return found;
    }

    private static void addPasted(
            Sheet sheet, TableSettings settings, CellTexts texts, List<SheetHeader> found)
            throws IOException {
        for (Row row : firstRows(sheet, texts, MAX_ROWS)) {
            for (char delimiter : DELIMITERS) {
                List<String> names = fields(PastedLines.text(row), delimiter);
                HeaderFit fit = HeaderFit.of(settings, new Header(names, names.size()));
                if (fit.flaws() == 0) {
                    found.add(new SheetHeader(sheet, row.getRowNum(), fit, Optional.of(delimiter)));
                }
            }
        }
    }

    private static List<Row> firstRows(Sheet sheet, CellTexts texts, int most) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.filter(row -> !names(row, texts, null).isEmpty()).limit(most).toList();
        }
    }

    /** The texts of the cells, without empty ones at the end. */
    private static List<String> names(Row row, CellTexts texts, @Nullable String timePattern) {
        List<String> names = new ArrayList<>();
        IntStream.range(0, row.getCellCount())
                .forEach(
                        i ->
                                names.add(
                                        texts.ofHeader(
                                                row.getOptionalCell(i).orElse(null), timePattern)));
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        return names;
    }

    private static List<String> fields(String line, char delimiter) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try (DelimitedText text =
                new DelimitedText(new ByteArrayInputStream(bytes), delimiter, 1)) {
            if (!text.next()) {
                return List.of();
            }
            return IntStream.range(0, text.fields())
                    .mapToObj(field -> text.text(field, StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
