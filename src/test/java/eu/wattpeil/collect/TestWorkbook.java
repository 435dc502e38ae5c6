package eu.wattpeil.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Workbooks written from texts, so that a case shows what is in its cells.
 *
 * <p>A line {@code #sheet Name} begins a sheet, {@code #hidden Name} a hidden one; {@code #1904}
 * counts days from that year. Other lines are rows of cells, parted by {@code |}: a text, inline; a
 * shared text after {@code &}; a number, as it stands in the file, after {@code =}; the value of a
 * formula after {@code f=} (a number) or {@code f&} (a text); an error after {@code !}; true or
 * false after {@code ?}. An empty cell is not there, and neither is an empty row.
 */
public final class TestWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final ZipOutputStream zip;
    private final List<String> sheets = new ArrayList<>();
    private final List<String> shared = new ArrayList<>();
    private boolean isFrom1904;
    private boolean isInSheet;
    private int row;

    private TestWorkbook(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /** The workbook that a file of a case describes, as a file. */
    public static Path write(Path description) throws IOException {
        Path file = Files.createTempDirectory("workbook").resolve("input.xlsx");
        file.toFile().deleteOnExit();
        file.getParent().toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file);
                Reader in = Files.newBufferedReader(description)) {
            new TestWorkbook(out).write(in);
        }
        return file;
    }

    static byte[] of(String description) throws IOException {
        return of(new StringReader(description));
    }

    static byte[] of(Reader description) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TestWorkbook(out).write(description);
        return out.toByteArray();
    }

    private void write(Reader description) throws IOException {
        try (BufferedReader lines = new BufferedReader(description)) {
            String line = lines.readLine();
            while (line != null) {
                take(line);
                line = lines.readLine();
            }
        }
        endSheet();
        put("xl/sharedStrings.xml", sharedStrings());
        put("xl/workbook.xml", workbook());
        put("xl/_rels/workbook.xml.rels", relations());
        put("[Content_Types].xml", contentTypes());
        zip.finish();
    }

    private void take(String line) throws IOException {
        if (line.equals("#1904")) {
            isFrom1904 = true;
        } else if (line.startsWith("#sheet ") || line.startsWith("#hidden ")) {
            endSheet();
            boolean isHidden = line.startsWith("#hidden");
            String name = line.substring(line.indexOf(' ') + 1);
            startSheet("name=\"" + name + "\"" + (isHidden ? " state=\"hidden\"" : ""));
        } else {
            if (!isInSheet) {
                startSheet("name=\"Sheet1\"");
            }
            row++;
            if (!line.isEmpty()) {
                text(row(line));
            }
        }
    }

    private void startSheet(String attributes) throws IOException {
        sheets.add(attributes);
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets.size() + ".xml"));
        text("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        isInSheet = true;
        row = 0;
    }

    private void endSheet() throws IOException {
        if (isInSheet) {
            text("</sheetData></worksheet>");
            zip.closeEntry();
            isInSheet = false;
        }
    }

    private String row(String line) {
        StringBuilder xml = new StringBuilder("<row r=\"" + row + "\">");
        String[] cells = line.split("\\|", -1);
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                String place =
                        (i < 26 ? "" : "" + (char) ('A' + i / 26 - 1)) + (char) ('A' + i % 26);
                xml.append(cell("<c r=\"" + place + row + "\"", cells[i]));
            }
        }
        return xml.append("</row>").toString();
    }

    private String cell(String start, String cell) {
        String rest = escaped(cell.substring(1));
        if (cell.startsWith("f=") || cell.startsWith("f&")) {
            String type = cell.startsWith("f&") ? " t=\"str\"" : "";
            return start + type + "><f>A1</f><v>" + escaped(cell.substring(2)) + "</v></c>";
        }
        return switch (cell.charAt(0)) {
            case '=' -> start + "><v>" + rest + "</v></c>";
            case '!' -> start + " t=\"e\"><v>" + rest + "</v></c>";
            case '?' -> start + " t=\"b\"><v>" + (rest.equals("true") ? 1 : 0) + "</v></c>";
            case '&' -> {
                shared.add(rest);
                yield start + " t=\"s\"><v>" + (shared.size() - 1) + "</v></c>";
            }
            default -> start + " t=\"inlineStr\"><is><t>" + escaped(cell) + "</t></is></c>";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private String sharedStrings() {
        StringBuilder xml = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
        for (String text : shared) {
            // As Excel writes a text of which a part is bold.
            int half = text.length() / 2;
            xml.append("<si><r><t>").append(text, 0, half).append("</t></r><r><t>");
            xml.append(text, half, text.length()).append("</t></r></si>");
        }
        return xml.append("</sst>").toString();
    }

    private String workbook() {
        StringBuilder xml = new StringBuilder("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"");
        xml.append(RELATIONS).append("\"><workbookPr date1904=\"").append(isFrom1904 ? 1 : 0);
        xml.append("\"/><sheets>");
        for (int i = 1; i <= sheets.size(); i++) {
            xml.append("<sheet ").append(sheets.get(i - 1));
            xml.append(" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(i, i));
        }
        return xml.append("</sheets></workbook>").toString();
    }

    private String relations() {
        StringBuilder xml =
                new StringBuilder(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 1; i <= sheets.size(); i++) {
            xml.append(
                    "<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                            .formatted(i, RELATIONS, i));
        }
        return xml.append("</Relationships>").toString();
    }

    private static String contentTypes() {
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
                + TYPE
                + "sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\""
                + TYPE
                + "sharedStrings+xml\"/></Types>";
    }

    private void put(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        text(xml);
        zip.closeEntry();
    }

    private void text(String text) throws IOException {
        zip.write(text.getBytes(UTF_8));
    }
}
