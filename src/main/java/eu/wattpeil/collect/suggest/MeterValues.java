package eu.wattpeil.collect.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which columns of a table are values of meters, of what, and in which unit. */
final class MeterValues {

    private static final Pattern UNIT =
            Pattern.compile(
                    "(?<![\\p{L}\\d])(kWh|KWH|kwh|Kwh|MWh|MWH|mwh|GWh|Wh|WH|kW|KW|MW|W|Watt|watt|m3|m³|°C|GJ|MJ)(?![\\p{L}\\d])");
    private static final Map<String, String> UNITS = units();
    private final TableDraft table;
    private final Draft draft;
    private @Nullable String unitOfRows;

    MeterValues(TableDraft table) {
        this.table = table;
        draft = table.draft();
    }

    private static Map<String, String> units() {
        Map<String, String> units = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String unit : List.of("kWh", "MWh", "GWh", "Wh", "kW", "W", "m3", "°C", "GJ", "MJ")) {
            units.put(unit, unit);
        }
        units.put("m³", "m3");
        units.put("watt", "W");
        return units;
    }

    private static Optional<String> unitIn(String text) {
        Matcher matcher = UNIT.matcher(text);
        return matcher.find()
                ? Optional.of(
                        matcher.group(1).equals("MW")
                                ? "MW"
                                : Objects.requireNonNull(UNITS.get(matcher.group(1))))
                : Optional.empty();
    }

    /** A column that says the unit of each row: rows of energy are read, or of power. */
    void unitColumn() {
        for (Column column : table.left()) {
            List<String> texts = new ArrayList<>(column.counts().keySet());
            boolean areUnits =
                    !texts.isEmpty()
                            && texts.size() < 8
                            && texts.stream().anyMatch(UNITS::containsKey)
                            && texts.stream()
                                    .allMatch(
                                            text ->
                                                    text.length() < 8
                                                            && text.matches("[\\p{L}°³%\\d/]+"));
            if (!areUnits) {
                continue;
            }
            table.take(column);
            List<String> fitting =
                    texts.stream()
                            .filter(UNITS::containsKey)
                            .filter(text -> !text.matches("m3|m³|°C"))
                            .toList();
            String unit = fitting.isEmpty() ? texts.get(0) : fitting.get(0);
            unitOfRows = UNITS.get(unit);
            if (texts.size() > 1) {
                draft.option("only", Map.of(column.reference(), List.of(unit)));
                draft.doubt(
                        "only: rows of "
                                + unit
                                + " are read, those in other units of "
                                + Draft.text(column.reference())
                                + " are passed over");
            }
            return;
        }
    }

    /** The columns of values, those of energy before those of power. */
    List<Column> columns() {
        List<Column> numeric =
                table.left().stream()
                        .filter(column -> !table.isTime(column))
                        .filter(table::isNumeric)
                        .toList();
        List<Column> fitting =
                numeric.stream()
                        .filter(
                                column ->
                                        !table.is(column, Heading.NO_ENERGY)
                                                || unitIn(column.name())
                                                        .filter(unit -> unit.endsWith("Wh"))
                                                        .isPresent())
                        .toList();
        List<Column> energy = withUnit(fitting, "kWh|Wh|MWh|GWh|GJ|MJ");
        List<Column> chosen =
                !energy.isEmpty()
                        ? energy
                        : first(
                                withUnit(fitting, "kW|W|MW"),
                                alike(
                                        fitting.stream()
                                                .filter(
                                                        column ->
                                                                table.is(column, Heading.VALUE)
                                                                        || table.is(
                                                                                column,
                                                                                Heading.BACK)
                                                                        || isBareTariff(column))
                                                .toList()),
                                withUnit(numeric, "m3|°C"),
                                fitting.size() == 1 || !table.grid().hasHeader()
                                        ? last(fitting)
                                        : List.of());
        for (Column column : numeric) {
            if (!chosen.contains(column) && unitIn(column.name()).isPresent()) {
                draft.doubt("value: " + Draft.text(column.reference()) + " is left out");
            }
        }
        return chosen;
    }

    /** Whether the name is that of a tariff and nothing else, as in an export of registers. */
    private boolean isBareTariff(Column column) {
        List<String> others = new ArrayList<>(List.of(Words.plain(column.name()).split(" ")));
        others.removeIf(word -> word.matches("tarief|tariff|tarif") && others.size() > 1);
        if (others.size() > 1 && !quantityOf(others.get(0)).isEmpty()) {
            others.remove(0);
        }
        return table.vocabulary().words(Heading.TARIFF_ALONE).contains(String.join(" ", others));
    }

    /** Of columns without a unit those that are called as the first one is, but for numbers. */
    private List<Column> alike(List<Column> columns) {
        if (columns.isEmpty()) {
            return columns;
        }
        String stem = columns.get(0).name().replaceAll("\\d", "");
        boolean isNumbered = columns.get(0).name().matches(".*\\d");
        List<Column> alike =
                isNumbered
                        ? columns.stream()
                                .filter(it -> it.name().replaceAll("\\d", "").equals(stem))
                                .toList()
                        : columns;
        columns.stream()
                .filter(column -> !alike.contains(column))
                .forEach(
                        it -> draft.doubt("value: " + Draft.text(it.reference()) + " is left out"));
        return alike;
    }

    private static List<Column> last(List<Column> columns) {
        return columns.isEmpty() ? columns : List.of(columns.get(columns.size() - 1));
    }

    @SafeVarargs
    private static List<Column> first(List<Column>... choices) {
        for (List<Column> choice : choices) {
            if (!choice.isEmpty()) {
                return choice;
            }
        }
        return List.of();
    }

    private static List<Column> withUnit(List<Column> columns, String units) {
        return columns.stream()
                .filter(column -> unitIn(column.name()).filter(it -> it.matches(units)).isPresent())
                .toList();
    }

    /** The unit of a column. */
    String unit(Column column) {
        Optional<String> unit =
                unitIn(column.name())
                        .or(() -> Optional.ofNullable(unitOfRows))
                        .or(() -> constantUnit())
                        .or(() -> unitIn(table.grid().words()));
        if (unit.isEmpty()) {
            String assumed = table.is(column, Heading.POWER) ? "W" : "kWh";
            draft.doubt("unit: the file names none; " + assumed + " is taken");
            return assumed;
        }
        return unit.get();
    }

    /** Gas is kept as energy; what a m³ of it holds is on the bill. */
    void putUnit(Map<String, Object> value, Column column) {
        String unit = unit(column);
        boolean isGas = draft.constantOf("quantity").equals("gas") && unit.equals("m3");
        value.put("unit", isGas ? "kWh" : unit);
        if (isGas) {
            value.put("factor", MetricUnit.TODO);
            draft.note("value", "factor: the kWh of one m³, as on the bill");
            draft.doubt("value: gas in m³ needs the kWh of one m³ as factor, which no file tells");
        }
    }

    private Optional<String> constantUnit() {
        for (Column column : table.left()) {
            if (column.counts().size() == 1) {
                String text = column.counts().keySet().iterator().next();
                if (UNITS.containsKey(text)) {
                    return Optional.ofNullable(UNITS.get(text));
                }
            }
        }
        return Optional.empty();
    }

    /** What is measured: by a column of words, or by the words of the table. */
    void quantity() {
        for (Column column : table.left()) {
            Map<String, Object> meanings = new LinkedHashMap<>();
            column.counts().keySet().stream()
                    .limit(10)
                    .filter(text -> !quantityOf(text).isEmpty())
                    .forEach(text -> meanings.put(text, quantityOf(text)));
            if (!meanings.isEmpty() && meanings.size() == column.counts().size()) {
                table.take(column);
                if (meanings.size() > 1) {
                    Map<String, Object> section = new LinkedHashMap<>();
                    section.put("column", column.reference());
                    section.put("values", meanings);
                    draft.column("quantity", section);
                } else {
                    draft.constant("quantity", meanings.values().iterator().next().toString());
                }
                return;
            }
        }
        String unit =
                table.left().stream()
                        .flatMap(it -> unitIn(it.name()).stream())
                        .findFirst()
                        .orElse(unitOfRows == null ? "" : unitOfRows);
        String byUnit =
                "m3".equals(unit) ? "water" : "°C".equals(unit) ? "temperature" : "electricity";
        String byWords = quantityOf(table.grid().words());
        draft.constant("quantity", byWords.isEmpty() ? byUnit : byWords);
    }

    /** What a text says is measured; empty where it does not. */
    private String quantityOf(String text) {
        return table.vocabulary().code("quantity", text);
    }

    /** Whether values are measured, where a column of words says it. */
    void quality() {
        for (Column column : table.left()) {
            Map<String, Object> meanings = new LinkedHashMap<>();
            for (String text : column.counts().keySet().stream().limit(10).toList()) {
                String code = table.vocabulary().codeOfWhole("quality", text);
                if (!code.isEmpty()) {
                    meanings.put(text, code);
                }
            }
            if (!meanings.isEmpty() && meanings.size() == column.counts().size()) {
                table.take(column);
                Map<String, Object> section = new LinkedHashMap<>();
                section.put("column", column.reference());
                section.put("values", meanings);
                draft.column("quality", section);
                return;
            }
        }
    }

    /**
     * Fills the value, or a record for each direction.
     *
     * @return the kind of all
     */
    String fill(
            List<Column> numbers,
            Map<Column, Series> series,
            boolean hasMeters,
            boolean hasStart,
            String key) {
        Optional<Column> factor = factor(numbers);
        String unit = unit(numbers.get(0));
        String kind =
                hasStart ? "interval" : kind(numbers.get(0), series.get(numbers.get(0)), unit);
        List<Column> forth = numbers.stream().filter(it -> !table.is(it, Heading.BACK)).toList();
        List<Column> back = numbers.stream().filter(it -> table.is(it, Heading.BACK)).toList();
        boolean isBoth = !forth.isEmpty() && !back.isEmpty() && !hasMeters;
        if (!forth.isEmpty() && !back.isEmpty() && hasMeters) {
            draft.doubt(
                    "value: what is returned ("
                            + Draft.text(back.get(0).reference())
                            + ") is left out; it is another meter, in a definition of its own");
        }
        List<Object> records = new ArrayList<>();
        for (List<Column> group :
                isBoth ? List.of(forth, back) : List.of(forth.isEmpty() ? back : forth)) {
            for (List<Column> one : parts(group, hasMeters)) {
                Map<String, Object> value = new LinkedHashMap<>();
                if (one.size() == 1 && factor.isPresent()) {
                    value.put("product", List.of(one.get(0).reference(), factor.get().reference()));
                } else if (one.size() == 1) {
                    value.put("column", one.get(0).reference());
                } else {
                    value.put("sum", one.stream().map(Column::reference).toList());
                    if (kind.equals("interval")) {
                        value.put("needs", "any");
                    }
                }
                putUnit(value, one.get(0));
                value.put("kind", kind);
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("columns", Map.of("value", value));
                String suffix = group.equals(back) ? "-return" : "";
                boolean isOne = parts(group, hasMeters).size() == 1;
                String part =
                        isOne ? suffix : "-" + Words.plain(one.get(0).name()).replace(' ', '-');
                entry.put("constants", Map.of("meter_key", key + part));
                records.add(entry);
                if (records.size() == 1) {
                    draft.column("value", value);
                }
            }
        }
        if (records.size() > 1) {
            draft.forget("value");
            draft.forget("meter_key");
            draft.option("records", records);
            draft.note("records", "a row has several values: each is a meter of its own");
        }
        return kind;
    }

    /** What the value of each row is to be multiplied by. */
    private Optional<Column> factor(List<Column> numbers) {
        Optional<Column> factor =
                numbers.size() == 1
                        ? table.left().stream()
                                .filter(column -> table.is(column, Heading.FACTOR))
                                .filter(table::isNumeric)
                                .findFirst()
                        : Optional.empty();
        boolean isNegative =
                factor.stream()
                        .flatMap(column -> column.filled().stream())
                        .anyMatch(text -> text.startsWith("-"));
        if (isNegative) {
            Map<String, Object> below = Map.of(factor.get().reference(), Map.of("matches", "-.*"));
            Map<String, Object> returned = new LinkedHashMap<>();
            returned.put("only", below);
            returned.put("columns", Map.of("value", Map.of("factor", -1)));
            draft.option("records", List.of(Map.of("not", below), returned));
            draft.note("records", "what is returned has a factor below 0");
            draft.doubt(
                    "value: a factor below 0 is taken for what is returned, as a meter of its own");
        }
        return factor;
    }

    /** The sum of tariffs or phases, a total instead of its parts, or each on its own. */
    private List<List<Column>> parts(List<Column> group, boolean hasMeters) {
        if (group.size() == 1) {
            return List.of(group);
        }
        Optional<Column> total =
                group.stream().filter(it -> table.is(it, Heading.TOTAL)).findFirst();
        if (total.isPresent()
                && group.stream().filter(it -> table.is(it, Heading.TOTAL)).count() == 1) {
            return List.of(List.of(total.get()));
        }
        if (group.stream().allMatch(it -> table.is(it, Heading.TARIFF))) {
            return List.of(group);
        }
        if (!hasMeters) {
            return group.stream().map(List::of).toList();
        }
        group.subList(1, group.size())
                .forEach(
                        column ->
                                draft.doubt(
                                        "value: "
                                                + Draft.text(column.reference())
                                                + " is left out; it is another meter, in a"
                                                + " definition of its own"));
        return List.of(group.subList(0, 1));
    }

    private String kind(Column column, @Nullable Series series, String unit) {
        if (unit.matches("k?W|MW|°C")) {
            return "power";
        }
        Optional<Boolean> isGrowing = series == null ? Optional.empty() : series.isGrowing();
        boolean isRegister = series != null && series.isFarFromZero();
        boolean isNamed = table.is(column, Heading.COUNTER);
        if (isGrowing.isEmpty()) {
            String kind = isNamed ? "counter" : "interval";
            draft.doubt(
                    "kind: "
                            + kind
                            + ", for its header; too few rows tell whether the values only grow");
            return kind;
        }
        if (isGrowing.get() && table.is(column, Heading.USAGE)) {
            String kind = isRegister ? "counter" : "interval";
            draft.doubt(
                    "kind: "
                            + kind
                            + "; the header speaks of what is used, but the values only grow");
            return kind;
        }
        if (isNamed && !isGrowing.get()) {
            draft.doubt(
                    "kind: the header speaks of a register, but the values do not only grow: interval is taken");
        }
        return isGrowing.get() ? "counter" : "interval";
    }
}
