package eu.wattpeil.collect.lines;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.bytes.TextDocument;
import eu.wattpeil.collect.table.Header;
import eu.wattpeil.collect.table.Table;
import eu.wattpeil.collect.table.Tables;
import eu.wattpeil.collect.table.UnusableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes the lines of a text for the rows of a table, and named groups for its columns. */
final class LinesTables implements Tables {

    /** What the order of the rows is found in. */
    private static final int HEAD_BYTES = 1 << 18;

    private final LineSettings lines;

    LinesTables(LineSettings lines) {
        this.lines = lines;
    }

    @Override
    public List<Opening> pieces(Document document) {
        return List.of(() -> open(document));
    }

    private Table open(Document document) throws IOException, UnusableDocumentException {
        TextDocument text = TextDocument.open(document, lines.charset());
        boolean isOpen = false;
        try {
            if (text.flaw().isPresent()) {
                Reject flaw = text.flaw().get();
                throw new UnusableDocumentException(flaw.reason(), "lines of text", flaw.found());
            }
            byte[] head = text.stream().readNBytes(HEAD_BYTES);
            isOpen = true;
            return new LinesTable(text, head);
        } finally {
            if (!isOpen) {
                text.close();
            }
        }
    }

    private final class LinesTable implements Table {

        private final TextDocument text;
        private final byte[] head;

        LinesTable(TextDocument text, byte[] head) {
            this.text = text;
            this.head = head;
        }

        @Override
        public Header header() {
            List<String> groups = lines.groups();
            return new Header(groups, groups.size());
        }

        @Override
        public Charset charset() {
            return StandardCharsets.UTF_8;
        }

        @Override
        public Rows rows() {
            return new LineRows(
                    new TextLines(
                            new SequenceInputStream(new ByteArrayInputStream(head), text.stream()),
                            text.charset()),
                    lines);
        }

        @Override
        public Rows firstRows() {
            return new LineRows(
                    new TextLines(new ByteArrayInputStream(head), text.charset()), lines);
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
