package eu.wattpeil.collect.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which columns of a table are values of meters, and of what kind they are. */
final class MeterValues {

    private final TableDraft table;
    private final Draft draft;
    private final MeterUnits units;

    MeterValues(TableDraft table, MeterUnits units) {
        this.table = table;
        this.units = units;
        draft = table.draft();
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
                                                || MeterUnits.in(column.said())
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
            if (!chosen.contains(column) && MeterUnits.in(column.said()).isPresent()) {
                draft.doubt("value: " + Draft.text(column.reference()) + " is left out");
            }
        }
        return chosen;
    }

    /** Whether the name is that of a tariff and nothing else, as in an export of registers. */
    private boolean isBareTariff(Column column) {
        List<String> others = new ArrayList<>(List.of(Words.plain(column.name()).split(" ")));
        others.removeIf(word -> word.matches("tarief|tariff|tarif") && others.size() > 1);
        if (others.size() > 1 && !table.vocabulary().code("quantity", others.get(0)).isEmpty()) {
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
                .filter(
                        column ->
                                MeterUnits.in(column.said())
                                        .filter(it -> it.matches(units))
                                        .isPresent())
                .toList();
    }

    /**
     * Fills the value, or a record for each direction.
     *
     * @return the kind of all
     */
    String fill(
            List<Column> numbers,
            Map<Column, Series> series,
            Optional<Series.Step> step,
            boolean hasMeters,
            boolean hasStart,
            String key) {
        Optional<Column> factor = factor(numbers);
        Column first = numbers.get(0);
        Optional<Series.Step> mean = units.meanOver(first, step, hasStart);
        boolean isInterval = mean.isPresent() || hasStart && !isRegister(first, series.get(first));
        String kind = isInterval ? "interval" : kind(first, series.get(first));
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
                    value.putAll(one.get(0).beside());
                } else {
                    value.put("sum", one.stream().map(Column::reference).toList());
                    if (kind.equals("interval")) {
                        value.put("needs", "any");
                    }
                }
                boolean isAsFirst =
                        kind.equals("interval")
                                || units.isPower(one.get(0)) == units.isPower(first);
                units.put(
                        value,
                        one.get(0),
                        isAsFirst ? kind : kind(one.get(0), series.get(one.get(0))),
                        mean);
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
        boolean areTariffs =
                group.stream()
                        .allMatch(
                                it -> table.is(it, Heading.TARIFF) && !table.is(it, Heading.METER));
        if (areTariffs) {
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

    /**
     * Whether values grow from each interval to the next for so long that they are no energy of it.
     */
    private boolean isRegister(Column column, @Nullable Series series) {
        boolean isRegister = series != null && series.isRegister();
        if (isRegister) {
            draft.doubt(
                    "kind: rows tell the start and the end of an interval, but "
                            + Draft.text(column.reference())
                            + " only grows: it is taken for a register at the end");
        }
        return isRegister;
    }

    private String kind(Column column, @Nullable Series series) {
        if (units.isMixed() && units.of(column).isEmpty()) {
            draft.doubt(
                    "kind: some meters have words of power and others have not: write a definition"
                            + " for each kind, with only");
            return MetricUnit.TODO;
        }
        if (units.isPower(column)) {
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
        if (!isGrowing.get() && units.of(column).isEmpty() && !table.is(column, Heading.ENERGY)) {
            draft.doubt(
                    "kind: the values rise and fall: interval where each is the energy of its"
                            + " interval, power where it is that of a moment; nothing tells which");
            return MetricUnit.TODO;
        }
        if (isNamed && !isGrowing.get()) {
            draft.doubt(
                    "kind: the header speaks of a register, but the values do not only grow: interval is taken");
        }
        return isGrowing.get() ? "counter" : "interval";
    }
}
