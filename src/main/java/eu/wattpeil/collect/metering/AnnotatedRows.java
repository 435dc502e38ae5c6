package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.table.ColumnRef;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all tables of an annotated CSV, with the columns that a definition asks for: each
 * table has a header of its own, and what stands for empty fields in it. A column that a table has
 * not is empty.
 *
 * @see <a href="https://docs.influxdata.com/influxdb/v2/reference/syntax/annotated-csv/">Annotated
 *     CSV</a>
 */
final class AnnotatedRows implements Rows {

    private static final byte[] NOTHING = new byte[0];
    private static final String ANNOTATION = "#";

    private final DelimitedText text;
    private final Charset charset;
    private final List<ColumnRef> columns;
    private final int[] places;
    private final int[] ends;
    private byte[] bytes = new byte[1 << 10];
    private List<String> header = List.of();
    private List<String> annotated = List.of();
    private byte[][] defaults = new byte[0][];
    private boolean isBeforeHeader = true;
    private @Nullable ColumnRef twice;
    private @Nullable Broken broken;

    private record Broken(String expected, String found) {}

    /** For a text whose first column is that of the annotations. */
    AnnotatedRows(DelimitedText text, Charset charset, List<ColumnRef> columns) {
        this.text = text;
        this.charset = charset;
        this.columns = columns;
        places = new int[columns.size()];
        ends = new int[columns.size() + 1];
    }

    @Override
    public boolean next() throws IOException {
        broken = null;
        while (text.next()) {
            if (text.isBroken()) {
                return giveBroken(text.whole(), text.found());
            }
            if (text.text(0, charset).startsWith(ANNOTATION)) {
                annotate();
            } else if (isBeforeHeader || isHeader()) {
                readHeader();
            } else {
                return take();
            }
        }
        return false;
    }

    /** The names of the columns of the table in which the row is. */
    List<String> header() {
        return header;
    }

    private void annotate() {
        if (!isBeforeHeader) {
            annotated = List.of();
        }
        isBeforeHeader = true;
        if (text.text(0, charset).equals("#default")) {
            annotated = fieldsOfRow();
        }
    }

    private List<String> fieldsOfRow() {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < text.fields(); i++) {
            fields.add(i == 0 ? "" : text.text(i, charset));
        }
        return fields;
    }

    /** Whether a table begins without annotations: an answer names its result and table first. */
    private boolean isHeader() {
        List<String> fields = fieldsOfRowIfShort();
        return fields.equals(header)
                || fields.size() > 2
                        && fields.get(1).equals("result")
                        && fields.get(2).equals("table")
                || isError(fields);
    }

    private List<String> fieldsOfRowIfShort() {
        boolean mayBeHeader =
                text.isEmpty(0)
                        && text.fields() > 1
                        && (isText(1, "result")
                                || isText(1, "error")
                                || header.size() > 1 && isText(1, header.get(1)));
        return mayBeHeader ? fieldsOfRow() : List.of();
    }

    private boolean isText(int field, String expected) {
        return text.to(field) - text.from(field) == expected.length()
                && text.text(field, charset).equals(expected);
    }

    private static boolean isError(List<String> names) {
        return names.contains("error") && names.contains("reference") && names.size() <= 3;
    }

    private void readHeader() {
        header = fieldsOfRow();
        if (!isBeforeHeader) {
            annotated = List.of();
        }
        isBeforeHeader = false;
        twice = null;
        defaults = new byte[columns.size()][];
        for (int i = 0; i < columns.size(); i++) {
            int place = columns.get(i).position(header, 0);
            if (place == ColumnRef.AMBIGUOUS) {
                twice = columns.get(i);
            }
            places[i] = place;
            boolean hasDefault = place >= 0 && place < annotated.size();
            defaults[i] = hasDefault ? annotated.get(place).getBytes(charset) : NOTHING;
        }
    }

    private boolean take() {
        if (isError(header)) {
            int place = header.indexOf("reference");
            String reference = text.text(place, charset);
            boolean isCode = reference.matches("\\d{1,9}");
            return giveBroken(
                    "an answer without an error",
                    isCode ? "an error with reference " + reference : "an error");
        }
        if (twice != null) {
            return giveBroken(
                    "the column \"" + twice.text() + "\" once in the header", "more than one");
        }
        if (text.fields() != header.size()) {
            return giveBroken("a row of " + header.size() + " fields", text.found());
        }
        lay();
        return true;
    }

    private void lay() {
        int end = 0;
        byte[] own = text.bytes();
        for (int i = 0; i < places.length; i++) {
            boolean isOwn = places[i] >= 0 && !text.isEmpty(places[i]);
            int length = isOwn ? text.to(places[i]) - text.from(places[i]) : defaults[i].length;
            if (end + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, (end + length) * 2);
            }
            if (isOwn) {
                System.arraycopy(own, text.from(places[i]), bytes, end, length);
            } else {
                System.arraycopy(defaults[i], 0, bytes, end, length);
            }
            end += length;
            ends[i + 1] = end;
        }
    }

    private boolean giveBroken(String expected, String found) {
        broken = new Broken(expected, found);
        Arrays.fill(ends, 0);
        return true;
    }

    @Override
    public long line() {
        return text.line();
    }

    @Override
    public int fields() {
        return places.length;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int from(int field) {
        return ends[field];
    }

    @Override
    public int to(int field) {
        return ends[field + 1];
    }

    @Override
    public boolean isEmpty(int field) {
        return field >= places.length || ends[field] == ends[field + 1];
    }

    @Override
    public boolean isBroken() {
        return broken != null;
    }

    @Override
    public String whole() {
        return broken == null ? "a row" : broken.expected();
    }

    @Override
    public String found() {
        return broken == null ? "" : broken.found();
    }

    @Override
    public boolean isCutOff() {
        return text.isCutOff();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
