package eu.wattpeil.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

final class WorkbookFileTest {

    @Test
    void keepsTextAsTextWhateverItBeginsWith() throws IOException {
        List<String> texts =
                List.of(
                        "=cmd|' /C calc'!A0",
                        "+1",
                        "-1+2",
                        "@sum(A1)",
                        "\t=1",
                        "\r=1",
                        "12",
                        "TRUE",
                        "<b>&amp;\"'",
                        "\u05d0 right to left",
                        "😀",
                        "two\nlines");

        byte[] file = of(texts.stream().map(Cell::text).toArray(Cell[]::new));

        assertThat(rows(file).subList(1, texts.size() + 1))
                .extracting(row -> row.getCell(0).asString())
                .isEqualTo(texts);
        assertThat(rows(file)).allMatch(row -> row.getCell(0).getType() == CellType.STRING);
        assertThat(part(file, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void takesOutWhatAFileMayNotHold() throws IOException {
        byte[] file = of(Cell.text("a\u0000b\u0007c\ud83dd\uffff\u202ee"));

        assertThat(rows(file).get(1).getCell(0).asString()).isEqualTo("abcde");
    }

    @Test
    void saysACodedCharacterAsItIsWritten() throws IOException {
        byte[] file = of(Cell.text("_x0041_ and _x_ and _x00411_"));

        assertThat(part(file, "xl/sharedStrings.xml"))
                .contains("_x005F_x0041_ and _x_ and _x00411_");
    }

    @Test
    void cutsATextThatNoCellHolds() throws IOException {
        byte[] file = of(Cell.text("x".repeat(32_766) + "😀"));

        assertThat(rows(file).get(1).getCell(0).asString()).isEqualTo("x".repeat(32_766));
    }

    @Test
    void writesNumbersAndDaysAsSuch() throws IOException {
        byte[] file =
                of(
                        new Cell.Amount(new BigDecimal("1234567.890123"), "#,##0.0"),
                        new Cell.Amount(0.1 + 0.2, "0.0%"),
                        new Cell.Day(LocalDate.of(2026, 10, 1), Formats.MONTH),
                        new Cell.Flag(true),
                        Cell.BLANK);
        List<Row> rows = rows(file);

        assertThat(rows.get(1).getCellAsNumber(0)).contains(new BigDecimal("1234567.890123"));
        assertThat(rows.get(1).getCell(0).getDataFormatString()).isEqualTo("#,##0.0");
        assertThat(rows.get(2).getCellAsNumber(0)).contains(new BigDecimal("0.3"));
        assertThat(rows.get(3).getCellAsDate(0)).contains(LocalDate.of(2026, 10, 1).atStartOfDay());
        assertThat(rows.get(4).getCellAsBoolean(0)).contains(true);
        assertThat(rows).hasSize(5);
    }

    @Test
    void keepsTheHeaderInSightAndLetsChoose() throws IOException {
        String sheet = part(of(Cell.text("a"), Cell.text("b")), "xl/worksheets/sheet1.xml");

        assertThat(sheet)
                .contains("xSplit=\"1\" ySplit=\"1\"", "state=\"frozen\"")
                .contains("<autoFilter ref=\"A1:A3\">");
    }

    @Test
    void makesColumnsAsWideAsTheyNeedAndBreaksWhatIsLonger() throws IOException {
        String sheet =
                part(
                        of(Cell.text("x".repeat(40)), Cell.text("word ".repeat(40))),
                        "xl/worksheets/sheet1.xml");

        assertThat(sheet).contains("width=\"63.0\"").contains("<row r=\"3\" ht=\"45.0\"");
    }

    @Test
    void writesTheSameBytesAtAnyTimeAndInAnyZone() throws Exception {
        byte[] first = of(Cell.text("a"), Cell.month(java.time.YearMonth.of(2026, 10)));
        TimeZone before = TimeZone.getDefault();
        byte[] second;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            second = of(Cell.text("a"), Cell.month(java.time.YearMonth.of(2026, 10)));
        } finally {
            TimeZone.setDefault(before);
        }

        assertThat(second).isEqualTo(first);
        assertThat(part(first, "docProps/core.xml"))
                .contains("<dc:title>A title</dc:title>")
                .doesNotContain("created");
        assertThat(times(first)).containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
    }

    private static List<LocalDateTime> times(byte[] file) throws IOException {
        List<LocalDateTime> times = new ArrayList<>();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                times.add(part.getTimeLocal());
            }
        }
        return times;
    }

    private static byte[] of(Cell... cells) {
        return WorkbookFile.of(
                "A title",
                List.of(
                        new Sheet(
                                "one",
                                List.of("header"),
                                Sheet.Kind.TABLE,
                                Arrays.stream(cells).map(List::of).toList())));
    }

    private static List<Row> rows(byte[] file) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(
                        new ByteArrayInputStream(file),
                        new org.dhatim.fastexcel.reader.ReadingOptions(true, false))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }
}
