package eu.wattpeil.collect.xlsx;

import eu.wattpeil.collect.bytes.Rows;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, without empty ones; cells that a row lacks at its end are empty. */
final class SheetRows implements Rows {

    private static final int FIRST_BYTES = 1 << 10;

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final CellTexts texts;
    private final @Nullable String[] timePatterns;
    private long line;
    private int fields;
    private byte[] bytes = new byte[FIRST_BYTES];
    private int[] ends;
    private boolean isBroken;
    private boolean isAtEnd;

    /**
     * Rows from the one after a row on.
     *
     * @param stream of a sheet, closed with this
     * @param after the number of a row, from 1
     * @param timePatterns by column: of dates and times, or null
     */
    SheetRows(Stream<Row> stream, long after, CellTexts texts, @Nullable String[] timePatterns) {
        this.stream = stream;
        this.rows = stream.iterator();
        this.texts = texts;
        this.timePatterns = timePatterns.clone();
        this.line = after;
        this.ends = new int[Math.max(1, timePatterns.length)];
    }

    @Override
    public boolean next() {
        long after = line;
        try {
            while (!isAtEnd && rows.hasNext()) {
                Row row = rows.next();
                if (row.getRowNum() > after && take(row)) {
                    line = row.getRowNum();
                    return true;
                }
            }
        } catch (RuntimeException damaged) {
            // What the library throws where the sheet is no good: the rows before are.
            isAtEnd = true;
            isBroken = true;
            fields = 0;
            line++;
            return true;
        }
        return false;
    }

    /** Whether the row has anything in it. */
    private boolean take(Row row) {
        int width = timePatterns.length;
        int last = -1;
        int length = 0;
        int cells = row.getCellCount();
        for (int i = 0; i < Math.max(cells, width); i++) {
            String pattern = i < width ? timePatterns[i] : null;
            String text = i < cells ? texts.of(row.getOptionalCell(i).orElse(null), pattern) : "";
            byte[] field = text.getBytes(StandardCharsets.UTF_8);
            if (length + field.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, (length + field.length) * 2);
            }
            System.arraycopy(field, 0, bytes, length, field.length);
            length += field.length;
            if (i == ends.length) {
                ends = Arrays.copyOf(ends, i * 2);
            }
            ends[i] = length;
            last = text.isEmpty() ? last : i;
        }
        fields = Math.max(width, last + 1);
        return last >= 0;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int fields() {
        return fields;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int from(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    @Override
    public int to(int field) {
        return ends[field];
    }

    @Override
    public boolean isEmpty(int field) {
        return field >= fields || from(field) == to(field);
    }

    @Override
    public boolean isBroken() {
        return isBroken;
    }

    @Override
    public String whole() {
        return "a sheet that can be read to its end";
    }

    @Override
    public boolean isCutOff() {
        return false;
    }

    @Override
    public void close() {
        stream.close();
    }
}
