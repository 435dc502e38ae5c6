package eu.wattpeil.collect.xlsx;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;

/**
 * The lines of a delimited text that was put into a sheet as it is, one in each row. Where commas
 * in it parted a line into cells, they are put back.
 */
final class PastedLines extends InputStream {

    private static final CellTexts TEXTS = new CellTexts('.', false);

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private long nextRow;
    private byte[] line = new byte[0];
    private int at;

    /**
     * Lines from the one of a row on; a row that is not there is an empty line.
     *
     * @param stream of a sheet, closed with this
     */
    PastedLines(Stream<Row> stream, long firstRow) {
        this.stream = stream;
        this.rows = stream.iterator();
        this.nextRow = firstRow;
    }

    /** The text in a row, without its line end. */
    static String text(Row row) {
        String text =
                IntStream.range(0, row.getCellCount())
                        .mapToObj(i -> TEXTS.of(row.getOptionalCell(i).orElse(null), null))
                        .collect(Collectors.joining(","));
        return text.replaceAll(",+$", "").replaceAll("[\r\n]+", " ");
    }

    @Override
    public int read() {
        while (at == line.length) {
            if (!nextLine()) {
                return -1;
            }
        }
        return line[at++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        while (at == line.length) {
            if (!nextLine()) {
                return -1;
            }
        }
        int taken = Math.min(length, line.length - at);
        System.arraycopy(line, at, target, offset, taken);
        at += taken;
        return taken;
    }

    private boolean nextLine() {
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.getRowNum() < nextRow) {
                continue;
            }
            String gap = "\n".repeat((int) (row.getRowNum() - nextRow));
            nextRow = row.getRowNum() + 1L;
            line = (gap + text(row) + "\n").getBytes(StandardCharsets.UTF_8);
            at = 0;
            return true;
        }
        return false;
    }

    @Override
    public void close() {
        stream.close();
    }
}
