package eu.wattpeil.collect.table;

import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.value.Ratio;
import eu.wattpeil.collect.value.TimeText;
import eu.wattpeil.collect.value.Units;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.ValueType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads the options {@code columns} and {@code constants}. */
final class MappingReader {

    private static final Set<String> OF_DOCUMENTS = Set.of("document_id", "line");

    private final Section definition;
    private final Section options;
    private final Dataset dataset;
    private final Layout layout;
    private final boolean isOneOfMany;
    private final Map<String, String> categories;
    private final Map<String, Mapping> mappings = new LinkedHashMap<>();

    /** What is a pattern of times, in an option of its own. */
    static final ValueType<String> TIME_PATTERN =
            ValueType.of(
                    "iso, epoch-seconds, epoch-milliseconds or letters for a date, such as"
                            + " dd/MM/yyyy HH:mm",
                    text -> {
                        TimeText.of(text);
                        return text;
                    });

    /**
     * For what a row becomes.
     *
     * @param options those of the definition, perhaps with those of one kind of record over them
     * @param isOneOfMany whether there are several kinds, so that a document may lack one
     */
    MappingReader(FormatContext context, Section options, Layout layout, boolean isOneOfMany) {
        this.definition = context.options();
        this.options = options;
        this.isOneOfMany = isOneOfMany;
        this.dataset = context.dataset();
        this.layout = layout;
        this.categories = context.categories();
    }

    /** One mapping for each column of the dataset that the definition fills. */
    List<Mapping> read() {
        Section columns = options.section("columns");
        Optional<Section> constants = TableOptions.CONSTANTS.read(options);
        for (String name : columns.keys()) {
            column(columns, "columns", name).ifPresent(column -> readMapping(columns, column));
        }
        constants.ifPresent(this::readConstants);
        if (layout == Layout.TIMES) {
            readTimeHeaders(columns);
        }
        if (isReadings()) {
            readKindAndUnit(columns);
        }
        checkRequired(columns);
        return List.copyOf(mappings.values());
    }

    /** Whether the kind, once read, may be interval. */
    boolean mayBeInterval() {
        return possible("kind").contains("interval");
    }

    /**
     * Notes what does not go together of the times, once read.
     *
     * @param interval whether there is one, and whether it is for other kinds of records only
     */
    void checkTimes(TimeChecks.IntervalOption interval) {
        Mapping kind = mappings.get("kind");
        boolean hasStart = mappings.containsKey("started_at");
        new TimeChecks(options, kind, possible("kind"), interval, hasStart, layout)
                .check(options.section("columns"), options);
    }

    private void readTimeHeaders(Section columns) {
        if (mappings.containsKey("measured_at")) {
            columns.problem(
                    "measured_at",
                    "measured_at is given with wide: {times: …}, expected the headers to be the"
                            + " times");
        }
        put(
                Mapping.plain(
                        dataset.columns().get(dataset.index("measured_at")),
                        dataset.index("measured_at"),
                        new Mapping.WideTimes()));
    }

    private boolean isReadings() {
        return dataset.name().equals("meter_readings");
    }

    private Optional<Column> column(Section section, String place, String name) {
        List<String> names =
                dataset.columns().stream()
                        .map(Column::name)
                        .filter(known -> !OF_DOCUMENTS.contains(known))
                        .toList();
        if (!names.contains(name)) {
            section.problem(
                    name,
                    place
                            + " is with \""
                            + name
                            + "\", which "
                            + dataset.name()
                            + " has not"
                            + Spelling.hint(name, names));
            return Optional.empty();
        }
        Column column = dataset.columns().get(dataset.index(name));
        if (column.type() == ColumnType.DOUBLE) {
            section.problem(
                    name, name + " is a floating-point number, expected no such column in a text");
            return Optional.empty();
        }
        return Optional.of(column);
    }

    private void readMapping(Section columns, Column column) {
        String name = column.name();
        if (!columns.isSection(name)) {
            String field = columns.text(name);
            Mapping.Source source = new Mapping.Fields(List.of(new ColumnRef(field)));
            put(plain(column, source));
            return;
        }
        Section section = columns.section(name);
        SourceReader source = new SourceReader(columns, section, column);
        ColumnOptions texts = new ColumnOptions(section, column);
        boolean isWideValue = layout != Layout.LONG && name.equals("value");
        put(
                new Mapping(
                        column,
                        dataset.index(name),
                        isWideValue ? source.readWide() : source.read(),
                        pattern(section, column, texts),
                        texts.factor(),
                        texts.beside(),
                        texts.codes(categories),
                        texts.isPresence(),
                        texts.isHashed(),
                        isOptional(section, column),
                        ""));
        if (isReadings() && name.equals("value")) {
            section.has("unit");
            section.has("kind");
        }
        section.rejectUnknownKeys();
    }

    /** A mapping without options of its own. */
    private Mapping plain(Column column, Mapping.Source source) {
        return Mapping.plain(column, dataset.index(column.name()), source);
    }

    private void put(Mapping mapping) {
        mappings.put(mapping.column().name(), mapping);
    }

    private boolean isOptional(Section section, Column column) {
        boolean isOptional = section.optional("optional", ValueType.BOOLEAN).orElse(false);
        if (isOptional && column.isRequired() && !isOneOfMany) {
            section.problem(
                    "optional",
                    "optional is given for "
                            + column.name()
                            + ", which "
                            + dataset.name()
                            + " needs, expected it for other columns only");
        }
        return isOptional;
    }

    private String pattern(Section section, Column column, ColumnOptions texts) {
        boolean isTime = column.type() == ColumnType.DATE || column.type() == ColumnType.TIMESTAMP;
        if (!isTime) {
            texts.rejectOption("pattern", "dates and times");
            return "iso";
        }
        Optional<String> pattern =
                section.optional(
                        "pattern",
                        ValueType.of(
                                "iso, epoch-seconds, epoch-milliseconds or letters for a date, such as"
                                        + " dd/MM/yyyy HH:mm",
                                text -> {
                                    if (column.type() == ColumnType.DATE) {
                                        TimeText.ofDay(text);
                                    } else {
                                        TimeText.ofInterval(text);
                                    }
                                    return text;
                                }));
        if (pattern.filter(TimeText::isNumbered).isPresent() && !hasIntervals(column)) {
            section.problem(
                    "pattern",
                    "pattern is with interval-number, expected it for measured_at, in layout long,"
                            + " with the option interval as hours, minutes or seconds (such as"
                            + " PT1H)");
        }
        return pattern.orElse("iso");
    }

    /** Whether the day can be told in intervals of the same length. */
    private boolean hasIntervals(Column column) {
        return column.name().equals("measured_at")
                && layout == Layout.LONG
                && TableOptions.INTERVAL.read(options).filter(it -> it.micros() > 0).isPresent();
    }

    private void readConstants(Section constants) {
        for (String name : constants.keys()) {
            Optional<Column> column = column(constants, "constants", name);
            String text = constants.text(name);
            if (column.isEmpty() || text.isEmpty()) {
                continue;
            }
            if (mappings.containsKey(name)) {
                constants.problem(
                        name, name + " is in columns and in constants, expected it in one of them");
                continue;
            }
            Mapping mapping = plain(column.get(), new Mapping.Constant(text));
            ConstantColumn.flaw(mapping, dataset, text)
                    .ifPresent(
                            expected ->
                                    constants.problem(
                                            name, name + " is \"" + text + "\"" + expected));
            put(mapping);
        }
    }

    /** The kind beside the value becomes a constant, its unit a factor. */
    private void readKindAndUnit(Section columns) {
        if (!columns.isSection("value")) {
            if (columns.has("value")) {
                lacking(
                        columns,
                        "value",
                        "value is without unit, expected {column: …, unit: kWh, kind: counter}");
            }
            return;
        }
        Section section = columns.section("value");
        Set<String> kinds = Set.copyOf(codesOf("kind"));
        Optional<String> kind = section.optional("kind", ValueType.oneOf(kinds));
        if (kind.isPresent() && mappings.containsKey("kind")) {
            section.problem(
                    "kind", "kind is given for value and as a column, expected one of them");
        } else if (kind.isPresent()) {
            Column column = dataset.columns().get(dataset.index("kind"));
            put(plain(column, new Mapping.Constant(kind.get())));
        }
        if (!section.has("unit")) {
            lacking(columns, "value", "value is without unit, expected one, such as kWh");
            return;
        }
        section.optionalText("unit").ifPresent(unit -> applyUnit(section, unit));
    }

    private void applyUnit(Section section, String unit) {
        Optional<Ratio> factor = Optional.empty();
        for (String quantity : possible("quantity")) {
            for (String kind : possible("kind")) {
                Map<String, Ratio> units = Units.of(quantity, kind);
                factor = Optional.ofNullable(units.get(unit));
                if (factor.isEmpty()) {
                    section.problem("unit", unfitting(unit, quantity, kind, units.keySet()));
                    return;
                }
            }
        }
        Mapping value = Objects.requireNonNull(mappings.get("value"));
        Ratio unitFactor = factor.orElse(Ratio.ONE);
        put(value.times(unitFactor));
    }

    private static String unfitting(String unit, String quantity, String kind, Set<String> units) {
        String subject = "unit is " + unit + " for quantity " + quantity + " and kind " + kind;
        if (units.isEmpty()) {
            String fitting = quantity.equals("temperature") ? "power" : "counter or interval";
            return subject + ", expected kind " + fitting + " for " + quantity;
        }
        String hint =
                quantity.equals("gas") && unit.matches("m3|m³")
                        ? " (gas is kept as energy: unit: kWh and the kWh of one m³ as factor; or"
                                + " quantity: natural_gas)"
                        : "";
        return subject + ", expected one of " + String.join(", ", units) + hint;
    }

    private List<String> codesOf(String column) {
        return dataset.columns().get(dataset.index(column)).codes();
    }

    private Set<String> possible(String column) {
        Set<String> codes = new LinkedHashSet<>();
        if (mappings.containsKey(column)) {
            codes.addAll(possible(mappings.get(column)));
            codes.retainAll(codesOf(column));
        }
        return codes;
    }

    private static Set<String> possible(Mapping mapping) {
        if (mapping.source() instanceof Mapping.Constant constant) {
            return Set.of(constant.text());
        }
        return mapping.codes().isEmpty()
                ? new LinkedHashSet<>(mapping.column().codes())
                : new LinkedHashSet<>(mapping.codes().values());
    }

    /** What a preset leaves open is lacking in the definition. */
    private void lacking(Section section, String key, String message) {
        boolean isOfPreset = !section.place(key).file().equals(definition.place().file());
        (isOfPreset ? definition : section).lacking(key, message);
    }

    private void checkRequired(Section columns) {
        for (Column column : dataset.columns()) {
            boolean isFilled =
                    mappings.containsKey(column.name()) || OF_DOCUMENTS.contains(column.name());
            if (column.isRequired() && !isFilled && !isMisread(columns, column.name())) {
                lacking(
                        options,
                        "columns",
                        "columns is without "
                                + column.name()
                                + ", expected it because "
                                + dataset.name()
                                + " needs it");
            }
        }
    }

    /** Whether a column is given, though not as it can be read: that is told where it stands. */
    private static boolean isMisread(Section columns, String name) {
        boolean isBesideValue =
                name.equals("kind")
                        && columns.isSection("value")
                        && columns.section("value").has("kind");
        return columns.has(name) || isBesideValue;
    }
}
