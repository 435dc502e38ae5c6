package eu.wattpeil.collect.delimited;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Part;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.ByteRange;
import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.bytes.Stretches;
import eu.wattpeil.collect.bytes.TextDocument;
import eu.wattpeil.collect.table.Mapping;
import eu.wattpeil.collect.table.RowOrder;
import eu.wattpeil.collect.table.Settings;
import eu.wattpeil.collect.table.SettingsReader;
import eu.wattpeil.collect.table.TableReader;
import eu.wattpeil.collect.table.TableReaders;
import eu.wattpeil.collect.table.UnusableDocumentException;
import eu.wattpeil.collect.value.TimeText;
import eu.wattpeil.collect.value.WallClock;
import eu.wattpeil.store.ColumnType;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Any delimited text, read as the definition says: the format {@code delimited}.
 *
 * <p>It fills every dataset. A field that cannot be read rejects its row; a document that is no
 * delimited text, or lacks a column, is rejected as a whole. A large plain file is read in parts;
 * the same bytes give the same rows, however the parts fall.
 */
public final class DelimitedFormat implements Format {

    /** What the header, the delimiter and the order of the rows are found in. */
    static final int HEAD_BYTES = 1 << 18;

    private final Settings settings;
    private final long stretchBytes;

    private DelimitedFormat(Settings settings, long stretchBytes) {
        this.settings = settings;
        this.stretchBytes = stretchBytes;
    }

    /** The format of a definition; what is wrong with its options becomes problems. */
    public static DelimitedFormat of(FormatContext context) {
        return of(context, Stretches.BYTES);
    }

    /** As above, with parts of another size. */
    static DelimitedFormat of(FormatContext context, long stretchBytes) {
        return new DelimitedFormat(SettingsReader.read(context), stretchBytes);
    }

    @Override
    public List<Part> parts(Document document) throws IOException {
        boolean mayBeCut =
                settings.wide().isEmpty()
                        && document.content().stretch().isPresent()
                        && document.bytes() > stretchBytes;
        if (!mayBeCut) {
            return List.of(Part.WHOLE);
        }
        try (Opened opened = open(document)) {
            if (opened.text().isTranscoded()) {
                return List.of(Part.WHOLE);
            }
            return Stretches.cut(
                    document.content().stretch().get(),
                    opened.table().delimiter(),
                    opened.text().skipped() + opened.table().offset(),
                    document.bytes(),
                    stretchBytes,
                    isFarFromRepeatedHour(opened.table()));
        } catch (UnusableDocumentException unusable) {
            // Reading the whole says why.
            return List.of(Part.WHOLE);
        }
    }

    @Override
    public void read(Document document, Part part, Records records) throws IOException {
        try (Opened opened = open(document)) {
            boolean isFirst = part.from() == 0;
            Charset charset = opened.text().charset();
            HeaderSearch.Found table = opened.table();
            TableReader reader =
                    new TableReaders(settings, table.header(), charset, document, order(opened))
                            .reader();
            InputStream rows = isFirst ? opened.rows(part.to()) : stretch(document, part);
            long firstLine = isFirst ? table.line() : part.firstLine();
            try (DelimitedText text = new DelimitedText(rows, table.delimiter(), firstLine)) {
                if (!reader.read(text, records) && isFirst) {
                    throw new UnusableDocumentException(
                            Reason.EMPTY_DOCUMENT, "rows", "only a header");
                }
            }
        } catch (UnusableDocumentException unusable) {
            records.reject(unusable.reject());
        }
    }

    private static InputStream stretch(Document document, Part part) throws IOException {
        long to = Math.min(part.to(), document.bytes());
        return document.content().stretch().orElseThrow().open(part.from(), to);
    }

    /** A document with its table found. */
    private record Opened(TextDocument text, HeaderSearch.Found table, byte[] head)
            implements Closeable {

        /** The rows up to a byte of the document. */
        InputStream rows(long to) {
            int offset = (int) table.offset();
            InputStream all =
                    new SequenceInputStream(
                            new ByteArrayInputStream(head, offset, head.length - offset),
                            text.stream());
            return to == Long.MAX_VALUE ? all : new ByteRange(all, to - text.skipped() - offset);
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }

    private Opened open(Document document) throws IOException, UnusableDocumentException {
        TextDocument text = TextDocument.open(document, settings.charset());
        boolean isOpen = false;
        try {
            if (text.flaw().isPresent()) {
                throw new UnusableDocumentException(text.flaw().get());
            }
            byte[] head = text.stream().readNBytes(HEAD_BYTES);
            HeaderSearch.Found table = HeaderSearch.find(settings, head, text.charset());
            isOpen = true;
            return new Opened(text, table, head);
        } finally {
            if (!isOpen) {
                text.close();
            }
        }
    }

    /** Whether the newest row comes first, as the first rows show. */
    private BooleanSupplier order(Opened opened) {
        return new FoundOrder(opened, rowOrder(opened.table()))::isNewestFirst;
    }

    /** Looks at the first rows when the order is asked for, which most documents never need. */
    private static final class FoundOrder {

        private final Opened opened;
        private final Optional<RowOrder> order;
        private Optional<Boolean> found = Optional.empty();

        FoundOrder(Opened opened, Optional<RowOrder> order) {
            this.opened = opened;
            this.order = order;
        }

        boolean isNewestFirst() {
            if (found.isEmpty()) {
                found = Optional.of(order.isPresent() && goesBack(order.get()));
            }
            return found.get();
        }

        private boolean goesBack(RowOrder times) {
            HeaderSearch.Found table = opened.table();
            return times.isNewestFirst(opened.head(), (int) table.offset(), table.delimiter());
        }
    }

    private Optional<RowOrder> rowOrder(HeaderSearch.Found table) {
        String timeColumn = settings.dataset().timeColumn();
        return settings.mappings().stream()
                .filter(mapping -> mapping.column().name().equals(timeColumn))
                .filter(mapping -> mapping.column().type() == ColumnType.TIMESTAMP)
                .filter(mapping -> mapping.source() instanceof Mapping.Fields)
                .findFirst()
                .map(
                        mapping ->
                                new RowOrder(
                                        mapping.pattern(),
                                        ((Mapping.Fields) mapping.source())
                                                .columns().stream()
                                                        .mapToInt(
                                                                column ->
                                                                        column.position(
                                                                                table.header()
                                                                                        .names(),
                                                                                table.header()
                                                                                        .width()))
                                                        .toArray()));
    }

    /**
     * The two passes of a repeated hour are told apart by the rows before, so that no part may
     * start among them.
     */
    private Predicate<DelimitedText> isFarFromRepeatedHour(HeaderSearch.Found table) {
        Optional<RowOrder> order = rowOrder(table);
        if (order.isEmpty()) {
            return row -> true;
        }
        WallClock clock = new WallClock(settings.zone());
        RowOrder times = order.get();
        return row -> {
            long local = times.local(row);
            return local != TimeText.UNREADABLE
                    && (!times.isLocal() || !clock.isNearRepeated(local));
        };
    }
}
