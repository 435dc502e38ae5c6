package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Document;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Makes the reader of one document's table from the settings; one for each reading thread. */
final class TableReaders {

    private final TableSettings settings;
    private final Header header;
    private final Charset charset;
    private final Document document;
    private final Function<RecordSettings, BooleanSupplier> isNewestFirst;
    private final MissingWords missing;

    /**
     * For one document.
     *
     * @param document whose given name may hold values
     * @param isNewestFirst for each kind of record, asked when the order of the rows matters
     */
    TableReaders(
            TableSettings settings,
            Header header,
            Charset charset,
            Document document,
            Function<RecordSettings, BooleanSupplier> isNewestFirst) {
        this.settings = settings;
        this.header = header;
        this.charset = charset;
        this.document = document;
        this.isNewestFirst = isNewestFirst;
        this.missing = new MissingWords(settings.missing(), charset);
    }

    /** The reader of the rows. */
    TableReader reader() throws UnusableDocumentException, IOException {
        List<RecordSettings> records =
                settings.records().stream().filter(record -> record.isIn(header)).toList();
        if (records.size() == 1) {
            RecordSettings only = records.get(0);
            RowConditions all = settings.common().and(only.conditions());
            return new TableReader(filter(all), shape(only), header.width());
        }
        RowFilter[] filters = new RowFilter[records.size()];
        RowShape[] shapes = new RowShape[records.size()];
        for (int i = 0; i < shapes.length; i++) {
            filters[i] = filter(records.get(i).conditions());
            shapes[i] = shape(records.get(i));
        }
        return new TableReader(
                filter(settings.common()), new ManyRecords(filters, shapes), header.width());
    }

    private RowFilter filter(RowConditions conditions) {
        return new RowFilter(conditions, header, charset, missing);
    }

    private RowShape shape(RecordSettings record) throws UnusableDocumentException, IOException {
        return new RowShapes(
                        settings, record, header, charset, document, isNewestFirst.apply(record))
                .shape();
    }
}
