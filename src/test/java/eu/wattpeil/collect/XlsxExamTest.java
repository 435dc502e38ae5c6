package eu.wattpeil.collect;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.wattpeil.collect.Reject.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class XlsxExamTest extends FormatExam {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final long MOST_ROWS = 1_048_576;

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "xlsx",
                "meter_readings",
                "columns:\n"
                        + "  meter_key: Meter\n"
                        + "  measured_at: Time\n"
                        + "  value: {column: Reading, unit: kWh, kind: counter}\n"
                        + "constants: {quantity: electricity}\n",
                "Reader|Meter|Time|Reading|Remark",
                row ->
                        "Kanarie|m"
                                + row / 5000
                                + '|'
                                + START.plusSeconds(row % 5000 * 900L)
                                + "|="
                                + row % 5000
                                + ".25|Kanarie"
                                + row,
                Set.of('|', '='));
    }

    @Override
    byte[] bytes(String text) throws IOException {
        return TestWorkbook.of(text);
    }

    @Override
    InputStream stream(int rows) throws IOException {
        return new ByteArrayInputStream(
                TestWorkbook.of(new InputStreamReader(paper.stream(rows), UTF_8)));
    }

    /** To write the workbook takes longer than to read it. */
    @Override
    int many() {
        return 100_000;
    }

    @Override
    long lines(byte[] document) {
        return MOST_ROWS;
    }

    /** The table of its parts stands at its end. */
    @Override
    @Test
    void whatIsAboveACutIsAsWithoutIt() throws IOException {
        byte[] whole = bytes(paper.text(ROWS));
        for (int length = 4; length < whole.length; length += 7) {
            MemoryRecords records = read(Arrays.copyOf(whole, length));

            assertThat(records.accepted()).as("cut to %d bytes", length).isEmpty();
            assertThat(records.rejects())
                    .as("cut to %d bytes", length)
                    .extracting(Reject::line, Reject::reason)
                    .containsExactly(tuple(0L, Reason.DAMAGED_DOCUMENT));
        }
    }

    /** A text is no workbook, with a mark or without. */
    @Override
    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        for (Charset charset : List.of(UTF_8, UTF_16LE)) {
            assertIsOneReject(
                    Reason.NOT_THIS_FORMAT, ("\uFEFF" + paper.text(ROWS)).getBytes(charset));
        }
    }

    @Test
    void aPartThatIsLargeWhenUnpackedIsOneReject() throws IOException {
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');

        assertIsOneReject(
                Reason.DAMAGED_DOCUMENT, zip("xl/sharedStrings.xml", "<sst>", blanks, 200));
    }

    @Test
    void aCellThatNoSheetHasIsOneReject() throws IOException {
        assertIsOneReject(Reason.DAMAGED_DOCUMENT, sheet("<c r=\"ZZZZZZ1\" t=\"b\"><v>1</v></c>"));
        assertIsOneReject(
                Reason.DAMAGED_DOCUMENT, sheet("<c r=\"A1\" t=\"s\"><v>2000000000</v></c>"));
    }

    @Test
    void aSheetThatIsNoXmlIsOneReject() throws IOException {
        for (String sheet : List.of("--", "\0", "<?xml version=\"9\"?>", "<a></b>")) {
            assertIsOneReject(
                    Reason.DAMAGED_DOCUMENT,
                    zip("xl/worksheets/sheet1.xml", sheet, new byte[0], 0));
        }
    }

    @Test
    void anEntityIsNotLookedUp() throws IOException {
        MemoryRecords records =
                read(
                        zip(
                                "xl/worksheets/sheet1.xml",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                                        + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\""
                                        + " t=\"inlineStr\"><is><t>&e;</t></is></c></row>"
                                        + "</sheetData></worksheet>",
                                new byte[0],
                                0));

        assertThat(records.accepted()).isEmpty();
        assertThat(records.rejects()).hasSize(1);
    }

    private static byte[] sheet(String cell) throws IOException {
        return zip(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"1\">" + cell + "</row></sheetData></worksheet>",
                new byte[0],
                0);
    }

    /** A workbook with one part of its own. */
    private static byte[] zip(String part, String start, byte[] more, int times)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", "<Types></Types>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
                            + "</workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
                            + "</Relationships>");
            zip.putNextEntry(new ZipEntry(part));
            zip.write(start.getBytes(UTF_8));
            for (int i = 0; i < times; i++) {
                zip.write(more);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }
}
