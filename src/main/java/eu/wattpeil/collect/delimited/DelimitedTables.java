package eu.wattpeil.collect.delimited;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.bytes.ByteRange;
import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.bytes.Part;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.bytes.Stretches;
import eu.wattpeil.collect.bytes.TextDocument;
import eu.wattpeil.collect.table.Header;
import eu.wattpeil.collect.table.Table;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.Tables;
import eu.wattpeil.collect.table.UnusableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table of a delimited text. A large plain file is read in parts; the same bytes give the
 * same rows, however the parts fall.
 */
final class DelimitedTables implements Tables {

    /** What the header, the delimiter and the order of the rows are found in. */
    static final int HEAD_BYTES = 1 << 18;

    private final TextSettings texts;
    private final TableSettings settings;
    private final long stretchBytes;

    DelimitedTables(TextSettings texts, TableSettings settings, long stretchBytes) {
        this.texts = texts;
        this.settings = settings;
        this.stretchBytes = stretchBytes;
    }

    @Override
    public List<Opening> pieces(Document document) throws IOException {
        return parts(document).stream().map(part -> opening(document, part)).toList();
    }

    List<Part> parts(Document document) throws IOException {
        boolean mayBeCut =
                !settings.isWide()
                        && document.content().stretch().isPresent()
                        && document.bytes() > stretchBytes;
        if (!mayBeCut) {
            return List.of(Part.WHOLE);
        }
        try (Opened opened = open(document)) {
            if (opened.text().isTranscoded()) {
                return List.of(Part.WHOLE);
            }
            Predicate<Rows> isQuiet = settings.isFarFromRepeatedHour(opened.found().header());
            return Stretches.cut(
                    document.content().stretch().get(),
                    document.content().outline(),
                    opened.found().delimiter(),
                    opened.text().skipped() + opened.found().offset(),
                    document.bytes(),
                    stretchBytes,
                    isQuiet::test);
        } catch (UnusableDocumentException unusable) {
            // Reading the whole says why.
            return List.of(Part.WHOLE);
        }
    }

    private Opening opening(Document document, Part part) {
        return () -> new DelimitedTable(document, part, open(document));
    }

    private Opened open(Document document) throws IOException, UnusableDocumentException {
        TextDocument text = TextDocument.open(document, texts.charset());
        boolean isOpen = false;
        try {
            if (text.flaw().isPresent()) {
                throw new UnusableDocumentException(text.flaw().get());
            }
            byte[] head = text.stream().readNBytes(HEAD_BYTES);
            HeaderSearch.Found found = HeaderSearch.find(texts, settings, head, text.charset());
            isOpen = true;
            return new Opened(text, found, head);
        } finally {
            if (!isOpen) {
                text.close();
            }
        }
    }

    /** A document with its table found. */
    private record Opened(TextDocument text, HeaderSearch.Found found, byte[] head)
            implements Closeable {

        InputStream rowsOfHead() {
            int offset = (int) found.offset();
            return new ByteArrayInputStream(head, offset, head.length - offset);
        }

        /** The rows up to a byte of the document. */
        InputStream rows(long to) {
            InputStream all = new SequenceInputStream(rowsOfHead(), text.stream());
            return to == Long.MAX_VALUE
                    ? all
                    : new ByteRange(all, to - text.skipped() - found.offset());
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }

    private static final class DelimitedTable implements Table {

        private final Document document;
        private final Part part;
        private final Opened opened;
        private @Nullable DelimitedText rows;

        DelimitedTable(Document document, Part part, Opened opened) {
            this.document = document;
            this.part = part;
            this.opened = opened;
        }

        @Override
        public Header header() {
            return opened.found().header();
        }

        @Override
        public Charset charset() {
            return opened.text().charset();
        }

        @Override
        public Rows rows() throws IOException {
            boolean isFirst = part.from() == 0;
            DelimitedText text =
                    new DelimitedText(
                            isFirst ? opened.rows(part.to()) : stretch(),
                            opened.found().delimiter(),
                            isFirst ? opened.found().line() : part.firstLine());
            rows = text;
            return text;
        }

        private InputStream stretch() throws IOException {
            long to = Math.min(part.to(), document.bytes());
            return document.content().stretch().orElseThrow().open(part.from(), to);
        }

        @Override
        public Rows firstRows() {
            return new DelimitedText(opened.rowsOfHead(), opened.found().delimiter(), 1);
        }

        @Override
        public void close() throws IOException {
            try (Opened closed = opened) {
                if (rows != null) {
                    rows.close();
                }
            }
        }
    }
}
