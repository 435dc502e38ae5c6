package eu.wattpeil.collect.table;

import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.NumberSigns;
import eu.wattpeil.collect.value.RepeatedHour;
import eu.wattpeil.collect.value.WallClock;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a definition maps the tables of its documents, read and checked.
 *
 * @param isStartStamped whether {@code measured_at} in the document is the start of the interval
 * @param missing texts that stand for no value
 * @param skipsMissing whether a row without a number that the dataset needs is no reject
 * @param common what rows keep to, whatever records they become
 * @param wide a row is a day
 * @param times value columns have times as their headers
 * @param records what a row becomes, each where it fits; at least one
 */
public record TableSettings(
        Dataset dataset,
        NumberSigns signs,
        ZoneId zone,
        boolean isStartStamped,
        RepeatedHour.Mode repeatedHour,
        List<String> missing,
        boolean skipsMissing,
        RowConditions common,
        Optional<WideLayout> wide,
        Optional<TimeHeaders> times,
        List<RecordSettings> records) {

    /** Every column that a document must have. */
    public List<ColumnRef> columns() {
        Stream<ColumnRef> mapped =
                mappings()
                        .filter(mapping -> !mapping.isOptional())
                        .flatMap(mapping -> mapping.source().columns().stream());
        Stream<ColumnRef> looked =
                Stream.concat(Stream.of(common), records.stream().map(RecordSettings::conditions))
                        .flatMap(RowConditions::columns);
        Stream<ColumnRef> first = wide.flatMap(WideLayout::first).stream();
        return Stream.of(mapped, looked, first).flatMap(columns -> columns).distinct().toList();
    }

    /** Columns that are read where a document has them. */
    public List<ColumnRef> optionalColumns() {
        List<ColumnRef> needed = columns();
        return mappings()
                .filter(Mapping::isOptional)
                .flatMap(mapping -> mapping.source().columns().stream())
                .filter(column -> !needed.contains(column))
                .distinct()
                .toList();
    }

    /**
     * The columns of a document that hold dates and times, with the pattern of each; of one whose
     * date and time are apart, the part of the pattern. Those that count seconds are none.
     */
    public Map<ColumnRef, String> timePatterns() {
        Map<ColumnRef, String> patterns = new LinkedHashMap<>();
        mappings().filter(TableSettings::isTime).forEach(mapping -> addPatterns(mapping, patterns));
        return patterns;
    }

    private static boolean isTime(Mapping mapping) {
        return (mapping.column().type() == ColumnType.TIMESTAMP
                        || mapping.column().type() == ColumnType.DATE)
                && !mapping.pattern().startsWith("epoch-");
    }

    private static void addPatterns(Mapping mapping, Map<ColumnRef, String> patterns) {
        List<ColumnRef> columns = mapping.source().columns();
        List<String> parts = List.of(mapping.pattern().split(" "));
        for (int i = 0; i < columns.size(); i++) {
            boolean isApart = columns.size() > 1 && columns.size() == parts.size();
            patterns.putIfAbsent(columns.get(i), isApart ? parts.get(i) : mapping.pattern());
        }
    }

    /** Columns of which a document has none, so that no row would become a record. */
    List<ColumnRef> withoutRecords(Header header) {
        return records.stream().anyMatch(record -> record.isIn(header))
                ? List.of()
                : mappings()
                        .filter(mapping -> mapping.isOptional() && mapping.column().isRequired())
                        .flatMap(mapping -> mapping.source().columns().stream())
                        .distinct()
                        .toList();
    }

    private Stream<Mapping> mappings() {
        return records.stream().flatMap(settings -> settings.mappings().stream());
    }

    /** Whether a row is a day, with values at all its times. */
    public boolean isWide() {
        return wide.isPresent();
    }

    /** The pattern of headers that are times; empty where they are texts. */
    public Optional<String> headerPattern() {
        return times.map(TimeHeaders::pattern)
                .or(() -> wide.filter(it -> it.labels().isPresent()).map(WideLayout::labelPattern));
    }

    /** How value columns are named in layout wide, where none of these names is one of them. */
    public Optional<ColumnRef> withoutValueColumns(List<String> names) {
        if (times.isPresent()) {
            TimeHeaders headers = times.get();
            return headers.isAnyOf(names)
                    ? Optional.empty()
                    : Optional.of(new ColumnRef(headers.pattern()));
        }
        return wide.filter(layout -> layout.labels().isPresent())
                .filter(layout -> names.stream().noneMatch(layout::isLabel))
                .map(layout -> new ColumnRef(layout.labelPattern()));
    }

    /** Looks at the times of rows as a record has them; empty where the table has none. */
    Optional<RowOrder> rowOrder(RecordSettings settings, Header header, Charset charset) {
        return settings.time(dataset).flatMap(time -> rowOrder(time, header, charset));
    }

    private static Optional<RowOrder> rowOrder(Mapping time, Header header, Charset charset) {
        Mapping.Fields source = (Mapping.Fields) time.source();
        int[] fields =
                source.columns().stream()
                        .mapToInt(column -> column.position(header.names(), header.width()))
                        .toArray();
        boolean isThere = Arrays.stream(fields).allMatch(field -> field >= 0);
        return isThere
                ? Optional.of(
                        new RowOrder(
                                time.pattern(), fields, new CellText(fields, source, "", charset)))
                : Optional.empty();
    }

    /**
     * Whether a document may be cut near a row: the two passes of a repeated hour are told apart by
     * the rows before, so that no part may start among them.
     */
    public Predicate<Rows> isFarFromRepeatedHour(Header header) {
        List<RowOrder> orders =
                records.stream()
                        .flatMap(settings -> settings.time(dataset).stream())
                        .distinct()
                        .flatMap(time -> rowOrder(time, header, StandardCharsets.UTF_8).stream())
                        .toList();
        WallClock clock = new WallClock(zone);
        return row -> orders.stream().allMatch(times -> isFar(times, row, clock));
    }

    private static boolean isFar(RowOrder times, Rows row, WallClock clock) {
        long local = times.local(row);
        return local != NoValue.UNREADABLE && (!times.isLocal() || !clock.isNearRepeated(local));
    }
}
