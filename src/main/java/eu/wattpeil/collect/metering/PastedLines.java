package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.bytes.TextDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a text that were pasted into one column of a spreadsheet and saved again, so that
 * each is one field in quotes: as they were, each on its line.
 */
final class PastedLines extends InputStream {

    private static final int ROWS_LOOKED_AT = 20;
    private static final char DELIMITER = ';';
    private static final int FIELDS = 5;

    private final DelimitedText rows;
    private byte[] line = new byte[0];
    private int at;
    private long lineNumber = 1;

    /**
     * @param in closed by {@link #close()}
     */
    PastedLines(InputStream in) {
        rows = new DelimitedText(in, DELIMITER, 1);
    }

    /** Whether any of the first lines of a document is such a field. */
    static boolean areIn(Document document) throws IOException {
        try (TextDocument text = TextDocument.open(document, StandardCharsets.UTF_8);
                DelimitedText rows = new DelimitedText(text.stream(), DELIMITER, 1)) {
            for (int i = 0; i < ROWS_LOOKED_AT && rows.next(); i++) {
                String first = rows.text(0, text.charset());
                boolean isAlone = rows.fields() == 1 && !rows.isBroken();
                if (isAlone && first.chars().filter(c -> c == DELIMITER).count() >= FIELDS) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (at == line.length && !nextLine()) {
            return -1;
        }
        int taken = Math.min(length, line.length - at);
        System.arraycopy(line, at, target, offset, taken);
        at += taken;
        return taken;
    }

    private boolean nextLine() throws IOException {
        if (!rows.next()) {
            return false;
        }
        ByteArrayOutputStream next = new ByteArrayOutputStream();
        while (lineNumber < rows.line()) {
            next.write('\n');
            lineNumber++;
        }
        for (int i = 0; i < rows.fields(); i++) {
            if (i > 0) {
                next.write(DELIMITER);
            }
            next.write(rows.bytes(), rows.from(i), rows.to(i) - rows.from(i));
        }
        next.write('\n');
        lineNumber++;
        line = next.toByteArray();
        at = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
