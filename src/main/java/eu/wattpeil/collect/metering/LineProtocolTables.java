package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.bytes.TextDocument;
import eu.wattpeil.collect.metering.LineProtocol.Precision;
import eu.wattpeil.collect.table.ColumnRef;
import eu.wattpeil.collect.table.Header;
import eu.wattpeil.collect.table.Table;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.Tables;
import eu.wattpeil.collect.table.UnusableDocumentException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads documents in line protocol as tables, with the columns that a definition asks for. */
final class LineProtocolTables implements Tables {

    /** So many lines that are none, and the document is of another kind. */
    private static final int MAX_BROKEN_BEFORE_FIRST = 100;

    private static final int HEAD_BYTES = 1 << 16;

    private static final String EXPECTED =
            "lines such as power,host=a watts=12.5 1767601800000000000";

    private final Precision precision;
    private final List<String> columns;

    LineProtocolTables(Precision precision, TableSettings settings) {
        this.precision = precision;
        columns =
                Stream.concat(settings.columns().stream(), settings.optionalColumns().stream())
                        .flatMap(ColumnRef::names)
                        .distinct()
                        .toList();
    }

    @Override
    public List<Opening> pieces(Document document) {
        return List.of(() -> open(document));
    }

    private Table open(Document document) throws IOException, UnusableDocumentException {
        TextDocument text = TextDocument.open(document, StandardCharsets.UTF_8);
        boolean isOpen = false;
        try {
            Optional<Reject> flaw = text.flaw();
            if (flaw.isPresent()) {
                throw new UnusableDocumentException(
                        flaw.get().reason(), EXPECTED, flaw.get().found());
            }
            InputStream in = new BufferedInputStream(text.stream(), HEAD_BYTES);
            in.mark(HEAD_BYTES);
            byte[] head = in.readNBytes(HEAD_BYTES);
            in.reset();
            checkFirstLines(head);
            isOpen = true;
            return new Lines(document, rows(in));
        } finally {
            if (!isOpen) {
                text.close();
            }
        }
    }

    private void checkFirstLines(byte[] head) throws IOException, UnusableDocumentException {
        Rows rows = rows(new ByteArrayInputStream(head));
        boolean hasRows = false;
        for (int i = 0; i < MAX_BROKEN_BEFORE_FIRST && rows.next(); i++) {
            hasRows = true;
            if (!rows.isBroken()) {
                return;
            }
        }
        boolean isEmpty = !hasRows && head.length < HEAD_BYTES;
        throw new UnusableDocumentException(
                isEmpty ? Reason.EMPTY_DOCUMENT : Reason.NOT_THIS_FORMAT, EXPECTED, "");
    }

    private Rows rows(InputStream in) {
        return new LineProtocol(in, precision, columns);
    }

    private final class Lines implements Table {

        private final Document document;
        private final Rows rows;

        Lines(Document document, Rows rows) {
            this.document = document;
            this.rows = rows;
        }

        @Override
        public Header header() {
            return new Header(columns, columns.size());
        }

        @Override
        public Charset charset() {
            return StandardCharsets.UTF_8;
        }

        @Override
        public Rows rows() {
            return rows;
        }

        @Override
        public Rows firstRows() throws IOException {
            TextDocument text = TextDocument.open(document, StandardCharsets.UTF_8);
            return LineProtocolTables.this.rows(text.stream());
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
