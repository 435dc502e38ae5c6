package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.value.RepeatedHour;
import eu.wattpeil.collect.value.WallClock;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes what turns the rows of one document into the records of one kind. */
final class RowShapes {

    private static final int NO_COLUMN = -1;

    private final TableSettings settings;
    private final RecordSettings record;
    private final Header header;
    private final Charset charset;
    private final Document document;
    private final BooleanSupplier isNewestFirst;
    private final MissingWords missing;
    private final WallClock clock;

    /**
     * For one document.
     *
     * @param document whose given name may hold values
     * @param isNewestFirst asked when the order of the rows matters
     */
    RowShapes(
            TableSettings settings,
            RecordSettings record,
            Header header,
            Charset charset,
            Document document,
            BooleanSupplier isNewestFirst) {
        this.settings = settings;
        this.record = record;
        this.header = header;
        this.charset = charset;
        this.document = document;
        this.isNewestFirst = isNewestFirst;
        this.missing = new MissingWords(settings.missing(), charset);
        this.clock = new WallClock(settings.zone());
    }

    /** What makes the records. */
    RowShape shape() throws UnusableDocumentException, IOException {
        if (settings.times().isPresent()) {
            return timesRows(settings.times().get());
        }
        return settings.isWide() ? wideRows() : longRows();
    }

    private LongRows longRows() throws UnusableDocumentException, IOException {
        boolean hasBoth = index("started_at") >= 0 && fills("started_at");
        return new LongRows(
                fixed(record.mappings()),
                hasBoth ? index("started_at") : NO_COLUMN,
                index("measured_at"));
    }

    private FixedColumns fixed(List<Mapping> mappings)
            throws UnusableDocumentException, IOException {
        return new FixedColumns(constants(), columnReaders(mappings).toArray(ColumnReader[]::new));
    }

    private TimesRows timesRows(TimeHeaders headers) throws UnusableDocumentException, IOException {
        Mapping time = mapping("measured_at");
        Mapping value = mapping("value");
        boolean isNewest = headers.isNewestFirst(header.names());
        RowSeries series = new RowSeries(settings.dataset());
        InstantField.Bounds bounds = bounds(time);
        InstantField field =
                new InstantField(
                        headers.pattern(),
                        clock,
                        new RepeatedHour(settings.repeatedHour(), true, () -> isNewest),
                        series,
                        bounds);
        return new TimesRows(
                fixed(without(time, value)),
                TimeSlot.of(
                        header,
                        field,
                        bounds.start(),
                        bounds.end(),
                        new RowBlock(settings.dataset(), 1)),
                new TimesRows.Values(
                        FieldReaders.of(value, settings.signs(), charset),
                        missing,
                        bounds.start(),
                        bounds.end()),
                charset);
    }

    private WideRows wideRows() throws UnusableDocumentException, IOException {
        Dataset dataset = settings.dataset();
        Mapping day = mapping("measured_at");
        Mapping value = mapping("value");
        boolean isInterval =
                mapping("kind").source() instanceof Mapping.Constant kind
                        && kind.text().equals("interval");
        WideLayout layout = settings.wide().orElseThrow().stepped(header);
        InstantField dayField =
                new InstantField(
                        day.pattern(),
                        new WallClock(ZoneOffset.UTC),
                        RepeatedHour.rejected(),
                        new RowSeries(dataset),
                        InstantField.Bounds.moment(day.index()));
        return new WideRows(
                fixed(without(day, value)),
                new WideRows.Day(columnReader(day, dayField), label(day)),
                new WideRows.Values(
                        FieldReaders.of(value, settings.signs(), charset),
                        missing,
                        isInterval ? index("started_at") : NO_COLUMN,
                        index("measured_at"),
                        layout.stepMicros(),
                        settings.repeatedHour() == RepeatedHour.Mode.REJECT),
                WideSlot.of(layout, header, isInterval, settings.isStartStamped()),
                clock,
                charset);
    }

    private List<Mapping> without(Mapping time, Mapping value) {
        return record.mappings().stream()
                .filter(mapping -> mapping != time && mapping != value)
                .toList();
    }

    private int index(String column) {
        return settings.dataset().columns().stream().anyMatch(known -> known.name().equals(column))
                ? settings.dataset().index(column)
                : NO_COLUMN;
    }

    private boolean fills(String column) {
        return record.mappings().stream()
                .anyMatch(mapping -> mapping.column().name().equals(column));
    }

    private Mapping mapping(String column) {
        return record.mappings().stream()
                .filter(mapping -> mapping.column().name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /** Instants come last: in a repeated hour they need to know whose they are. */
    private List<ColumnReader> columnReaders(List<Mapping> mappings) {
        return mappings.stream()
                .filter(mapping -> isThere(mapping))
                .sorted(Comparator.comparing(RowShapes::isInstant))
                .map(mapping -> columnReader(mapping, fieldReader(mapping)))
                .toList();
    }

    /** Whether the mapping reads fields, and the document has them. */
    private boolean isThere(Mapping mapping) {
        return !mapping.source().columns().isEmpty()
                && (!mapping.isOptional() || mapping.isIn(header));
    }

    private static boolean isInstant(Mapping mapping) {
        return mapping.column().type() == ColumnType.TIMESTAMP;
    }

    private static boolean isDate(Mapping mapping) {
        return mapping.column().type() == ColumnType.DATE;
    }

    /** Reads the columns of the mapping, or those that stand for them in turn. */
    private ColumnReader columnReader(Mapping mapping, FieldReader reader) {
        List<ColumnRef> columns = mapping.source().columns();
        if (columns.size() != 1) {
            return columnReader(mapping, columns, reader, null);
        }
        List<ColumnRef> inTurn = columns.get(0).inTurn(header.names());
        ColumnReader next = null;
        for (int i = inTurn.size() - 1; i >= 0; i--) {
            // A column that is there twice is not guessed at; of the first the header is refused.
            if (i == 0 || isThereOnce(inTurn.get(i))) {
                next = columnReader(mapping, List.of(inTurn.get(i)), reader, next);
            }
        }
        return Objects.requireNonNull(next);
    }

    private boolean isThereOnce(ColumnRef column) {
        return column.position(header.names(), header.width()) >= 0;
    }

    private ColumnReader columnReader(
            Mapping mapping,
            List<ColumnRef> columns,
            FieldReader reader,
            @Nullable ColumnReader next) {
        int[] positions = positions(columns);
        CellNumber number =
                mapping.source() instanceof Mapping.Numbers numbers
                        ? new CellNumber(
                                positions,
                                numbers.combination(),
                                missing,
                                settings.signs(),
                                charset)
                        : null;
        return new ColumnReader(
                new ColumnReader.Cells(positions, label(mapping, columns), charset),
                reader,
                mapping,
                number,
                WhenMissing.of(mapping, settings.skipsMissing()),
                settings.dataset().name(),
                missing,
                next);
    }

    private int[] positions(List<ColumnRef> columns) {
        return columns.stream()
                .mapToInt(column -> column.position(header.names(), header.width()))
                .filter(position -> position >= 0)
                .toArray();
    }

    private String label(Mapping mapping) {
        return label(mapping, mapping.source().columns());
    }

    private String label(Mapping mapping, List<ColumnRef> columns) {
        // What looks like a header may be a row: of personal data the definition names the columns.
        List<String> names = settings.dataset().isPersonal() ? List.of() : header.names();
        String sign =
                mapping.source() instanceof Mapping.Numbers numbers
                        ? numbers.combination().sign
                        : " ";
        return columns.stream()
                .map(column -> column.label(names))
                .collect(Collectors.joining(sign));
    }

    private FieldReader fieldReader(Mapping mapping) {
        if (isDate(mapping)) {
            return new DateField(mapping.index(), mapping.pattern(), clock);
        }
        if (!isInstant(mapping)) {
            return FieldReaders.of(mapping, settings.signs(), charset);
        }
        RowSeries series = new RowSeries(settings.dataset());
        RepeatedHour repeatedHour =
                new RepeatedHour(settings.repeatedHour(), series.isOnePerTime(), isNewestFirst);
        return new InstantField(mapping.pattern(), clock, repeatedHour, series, bounds(mapping));
    }

    private InstantField.Bounds bounds(Mapping mapping) {
        boolean isReading = mapping.column().name().equals("measured_at");
        if (isReading && record.interval().isPresent()) {
            return InstantField.Bounds.both(
                    index("started_at"),
                    mapping.index(),
                    record.interval().get(),
                    settings.isStartStamped());
        }
        return isReading && fills("started_at")
                ? InstantField.Bounds.end(mapping.index())
                : InstantField.Bounds.moment(mapping.index());
    }

    private ConstantColumn[] constants() throws UnusableDocumentException, IOException {
        List<ConstantColumn> constants = new ArrayList<>();
        for (Mapping mapping : record.mappings()) {
            if (mapping.source() instanceof Mapping.Constant constant) {
                constants.add(constant(mapping, constant.text() + mapping.suffix()));
            }
            if (mapping.source() instanceof Mapping.DocumentName name) {
                constants.add(constant(mapping, found(name, mapping) + mapping.suffix()));
            }
        }
        return constants.toArray(ConstantColumn[]::new);
    }

    private String found(Mapping.DocumentName name, Mapping mapping)
            throws UnusableDocumentException, IOException {
        Matcher matcher = name.expression().matcher(document.givenName());
        if (!matcher.find()) {
            throw new UnusableDocumentException(
                    Reason.NOT_THIS_FORMAT,
                    "a document name with "
                            + name.expression()
                            + " in it, for "
                            + mapping.column().name(),
                    document.name());
        }
        String text = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        return text == null ? "" : text;
    }

    private ConstantColumn constant(Mapping mapping, String text) throws UnusableDocumentException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        RowBlock rows = new RowBlock(settings.dataset(), 1);
        FieldReader reader =
                isInstant(mapping) || isDate(mapping)
                        ? fieldReader(mapping)
                        : ConstantColumn.reader(mapping, settings.dataset());
        Flaw flaw = reader.read(bytes, 0, bytes.length, rows);
        if (flaw != null) {
            throw new UnusableDocumentException(
                    flaw.reason(),
                    flaw.expected() + " in the document's name, for " + mapping.column().name(),
                    text);
        }
        return ConstantColumn.of(rows, mapping);
    }
}
