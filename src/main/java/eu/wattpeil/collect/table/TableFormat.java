package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Any table, read into any dataset as the mapping of a definition says.
 *
 * <p>A field that cannot be read rejects its row; a document without a table, or whose table lacks
 * a column, is rejected as a whole.
 */
public final class TableFormat implements Format {

    private final Tables tables;
    private final TableSettings settings;

    /** The format of a definition for tables of a kind. */
    public TableFormat(Tables tables, TableSettings settings) {
        this.tables = tables;
        this.settings = settings;
    }

    @Override
    public List<Piece> pieces(Document document) throws IOException {
        List<Tables.Opening> openings = tables.pieces(document);
        return IntStream.range(0, openings.size())
                .mapToObj(number -> (Piece) records -> read(document, openings, number, records))
                .toList();
    }

    private void read(Document document, List<Tables.Opening> openings, int number, Records records)
            throws IOException {
        try (Table table = openings.get(number).open()) {
            TableReader reader =
                    new TableReaders(
                                    settings,
                                    table.header(),
                                    table.charset(),
                                    document,
                                    record -> new FoundOrder(table, order(table, record)))
                            .reader();
            if (!reader.read(table.rows(), records) && number == 0) {
                throw new UnusableDocumentException(Reason.EMPTY_DOCUMENT, "rows", "only a header");
            }
        } catch (UnusableDocumentException unusable) {
            records.reject(unusable.reject());
        }
    }

    private Optional<RowOrder> order(Table table, RecordSettings record) {
        return settings.rowOrder(record, table.header(), table.charset());
    }

    /**
     * Whether the newest row comes first: looks at the first rows when asked, which most documents
     * never need.
     */
    private static final class FoundOrder implements BooleanSupplier {

        private final Table table;
        private final Optional<RowOrder> order;
        private Optional<Boolean> found = Optional.empty();

        FoundOrder(Table table, Optional<RowOrder> order) {
            this.table = table;
            this.order = order;
        }

        @Override
        public boolean getAsBoolean() {
            if (found.isEmpty()) {
                found = Optional.of(order.isPresent() && goesBack(order.get()));
            }
            return found.get();
        }

        private boolean goesBack(RowOrder times) {
            try (Rows rows = table.firstRows()) {
                return times.isNewestFirst(rows);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
