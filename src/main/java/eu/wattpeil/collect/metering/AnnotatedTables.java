package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.bytes.TextDocument;
import eu.wattpeil.collect.table.ColumnRef;
import eu.wattpeil.collect.table.Header;
import eu.wattpeil.collect.table.HeaderFit;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the tables of an annotated CSV as one, with the columns that a definition asks for. */
final class AnnotatedTables implements Tables {

    private static final int HEAD_BYTES = 1 << 16;

    private static final String EXPECTED =
            "annotated CSV, whose lines begin with #datatype, #group, #default or a comma";

    private final TableSettings settings;
    private final List<ColumnRef> columns;

    AnnotatedTables(TableSettings settings) {
        this.settings = settings;
        columns =
                Stream.concat(settings.columns().stream(), settings.optionalColumns().stream())
                        .flatMap(ColumnRef::names)
                        .distinct()
                        .map(ColumnRef::new)
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
            if (text.flaw().isPresent()) {
                throw new UnusableDocumentException(
                        text.flaw().get().reason(), EXPECTED, text.flaw().get().found());
            }
            InputStream in = new BufferedInputStream(text.stream(), HEAD_BYTES);
            in.mark(HEAD_BYTES);
            byte[] head = in.readNBytes(HEAD_BYTES);
            in.reset();
            check(head, text.charset());
            isOpen = true;
            return new AnnotatedTable(document, text.charset(), rows(in, text.charset()));
        } finally {
            if (!isOpen) {
                text.close();
            }
        }
    }

    private AnnotatedRows rows(InputStream in, Charset charset) {
        return new AnnotatedRows(new DelimitedText(in, ',', 1), charset, columns);
    }

    private void check(byte[] head, Charset charset) throws IOException, UnusableDocumentException {
        boolean isWhole = head.length < HEAD_BYTES;
        DelimitedText first = new DelimitedText(new ByteArrayInputStream(head), ',', 1);
        if (!first.next()) {
            throw new UnusableDocumentException(
                    isWhole ? Reason.EMPTY_DOCUMENT : Reason.NOT_THIS_FORMAT, EXPECTED, "");
        }
        if (first.isBroken()
                || first.fields() < 2
                || !first.isEmpty(0) && !first.text(0, charset).startsWith("#")) {
            throw new UnusableDocumentException(Reason.NOT_THIS_FORMAT, EXPECTED, "");
        }
        if (isWhole) {
            checkColumns(head, charset);
        }
    }

    /** A column that no table has is misspelt; one that some tables lack is empty in these. */
    private void checkColumns(byte[] head, Charset charset)
            throws IOException, UnusableDocumentException {
        Set<String> names = new LinkedHashSet<>();
        AnnotatedRows rows = rows(new ByteArrayInputStream(head), charset);
        boolean hasRows = false;
        while (rows.next()) {
            if (rows.isBroken()) {
                return;
            }
            hasRows = true;
            names.addAll(rows.header());
        }
        if (!hasRows) {
            return;
        }
        HeaderFit fit = HeaderFit.of(settings, new Header(List.copyOf(names), names.size()));
        if (!fit.missing().isEmpty()) {
            throw new UnusableDocumentException(
                    Reason.NOT_THIS_FORMAT,
                    fit.expectedColumns() + fit.hint(settings),
                    "tables without");
        }
    }

    private final class AnnotatedTable implements Table {

        private final Document document;
        private final Charset charset;
        private final Rows rows;

        AnnotatedTable(Document document, Charset charset, Rows rows) {
            this.document = document;
            this.charset = charset;
            this.rows = rows;
        }

        @Override
        public Header header() {
            return new Header(columns.stream().map(ColumnRef::text).toList(), columns.size());
        }

        @Override
        public Charset charset() {
            return charset;
        }

        @Override
        public Rows rows() {
            return rows;
        }

        @Override
        public Rows firstRows() throws IOException {
            TextDocument text = TextDocument.open(document, StandardCharsets.UTF_8);
            return AnnotatedTables.this.rows(text.stream(), text.charset());
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
