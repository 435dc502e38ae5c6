package eu.wattpeil.collect.suggest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which unit the values of meters are. The header of their column tells it, or else a column of
 * units, texts of the rows, the rows before the table or the document's name; nothing is assumed.
 */
final class MeterUnits {

    private static final Pattern UNIT =
            Pattern.compile(
                    "(?<![\\p{L}\\d])(kWh|KWH|kwh|Kwh|MWh|MWH|mwh|GWh|Wh|WH|wh|kW|KW|MW|W|Watts?|watts?|WATTS?|m3|m³|°C|GJ|MJ)(?![\\p{L}\\d])");
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]+)[)\\]]$");
    private static final Map<String, String> UNITS = units();
    private static final int FEW = 20;
    private static final long HOUR = 60 * Times.MINUTE;
    private static final double MOST = 0.6;

    private final TableDraft table;
    private final Draft draft;
    private final String documentName;
    private @Nullable String unitOfRows;
    private boolean areTariffs;

    /**
     * @param documentName of the file, which may tell the unit
     */
    MeterUnits(TableDraft table, String documentName) {
        this.table = table;
        this.documentName = documentName;
        draft = table.draft();
    }

    private static Map<String, String> units() {
        Map<String, String> units = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String unit : List.of("kWh", "MWh", "GWh", "Wh", "kW", "W", "m3", "°C", "GJ", "MJ")) {
            units.put(unit, unit);
        }
        units.put("m³", "m3");
        units.put("watt", "W");
        units.put("watts", "W");
        return units;
    }

    /** The unit that a text names. */
    static Optional<String> in(String text) {
        Matcher matcher = UNIT.matcher(text);
        return matcher.find()
                ? Optional.of(
                        matcher.group(1).equals("MW")
                                ? "MW"
                                : Objects.requireNonNull(UNITS.get(matcher.group(1))))
                : Optional.empty();
    }

    /** Whether a text is a unit and nothing else. */
    static boolean isUnit(String text) {
        return UNIT.matcher(text.replaceAll("[\\[\\]()]", "").strip()).matches();
    }

    /** As above, but for a W alone, which may stand for anything. */
    private static Optional<String> inProse(String text) {
        return in(text).filter(unit -> !unit.equals("W"));
    }

    /** The unit that a text of a row is, or has in brackets at its end. */
    private static Optional<String> unitOf(String text) {
        Matcher brackets = IN_BRACKETS.matcher(text);
        return Optional.ofNullable(UNITS.get(brackets.find() ? brackets.group(1) : text));
    }

    /** A column that says the unit of each row: rows of energy are read, or of power. */
    void unitColumn() {
        for (Column column : table.left()) {
            List<String> texts = new ArrayList<>(column.counts().keySet());
            if (!areUnits(column, texts)) {
                continue;
            }
            List<String> fitting =
                    texts.stream()
                            .filter(text -> unitOf(text).isPresent())
                            .filter(text -> !text.matches("m3|m³|°C"))
                            .toList();
            String first = fitting.isEmpty() ? texts.get(0) : fitting.get(0);
            String unit = unitOf(first).orElseThrow();
            unitOfRows = unit;
            List<String> alike =
                    texts.stream().filter(text -> unitOf(text).equals(Optional.of(unit))).toList();
            if (texts.stream().allMatch(UNITS::containsKey) || texts.size() == 1) {
                table.take(column);
            }
            if (alike.size() < texts.size()) {
                table.take(column);
                draft.option("only", Map.of(column.reference(), alike));
                draft.doubt(
                        "only: rows of "
                                + String.join(", ", alike)
                                + " are read, those in other units of "
                                + Draft.text(column.reference())
                                + " are passed over");
            }
            return;
        }
    }

    private boolean areUnits(Column column, List<String> texts) {
        boolean areFew = !texts.isEmpty() && texts.size() < 8;
        boolean areWords =
                texts.stream()
                        .allMatch(
                                it ->
                                        it.length() < 8 && it.matches("[\\p{L}°³%\\d/]+")
                                                || unitOf(it).isPresent());
        boolean isLetterAlone = texts.stream().allMatch(text -> text.length() == 1);
        return areFew
                && areWords
                && texts.stream().anyMatch(text -> unitOf(text).isPresent())
                && (!isLetterAlone || table.is(column, Heading.UNIT));
    }

    /** The unit that a column of units names; empty for none. */
    String ofRows() {
        return unitOfRows == null ? "" : unitOfRows;
    }

    /** The unit of the values of a column; empty where nothing tells it. */
    Optional<String> of(Column column) {
        return in(column.said())
                .or(() -> Optional.ofNullable(unitOfRows))
                .or(() -> first(texts().map(MeterUnits::ofAll)))
                .or(
                        () ->
                                first(
                                        table.grid().preamble().of(words(Heading.UNIT)).stream()
                                                .map(MeterUnits::in)))
                .or(() -> first(before().map(MeterUnits::inProse)))
                .or(() -> inProse(documentName))
                .or(() -> areTariffs ? Optional.of("kWh") : Optional.empty());
    }

    /** Only energy has tariffs, and registers of electricity that have them count kWh. */
    void tariffs(List<Column> columns) {
        long tariffs =
                columns.stream()
                        .filter(column -> column.isCalled(words(Heading.TARIFF_ALONE)))
                        .count();
        if (tariffs > 1
                && tariffs == columns.size()
                && draft.constantOf("quantity").equals("electricity")
                && of(columns.get(0)).isEmpty()) {
            areTariffs = true;
            draft.doubt("unit: nothing tells it; kWh is what registers of tariffs count");
        }
    }

    private static Optional<String> first(Stream<Optional<String>> units) {
        return units.flatMap(Optional::stream).findFirst();
    }

    /** The unit that all texts of a column name. */
    private static Optional<String> ofAll(Set<String> texts) {
        Set<Optional<String>> units =
                texts.stream().map(MeterUnits::inProse).collect(Collectors.toSet());
        return units.size() == 1 ? units.iterator().next() : Optional.empty();
    }

    /** The texts of columns that have few of them and are of no person. */
    private Stream<Set<String>> texts() {
        return table.unpersonal().stream()
                .filter(column -> !table.isTime(column) && !table.isNumeric(column))
                .map(column -> column.counts().keySet())
                .filter(texts -> !texts.isEmpty() && texts.size() <= FEW);
    }

    private Stream<String> before() {
        return table.grid().before().stream().flatMap(List::stream);
    }

    /** Whether the values are power, by their unit or, where nothing tells one, by words. */
    boolean isPower(Column column) {
        Optional<String> unit = of(column);
        return unit.isPresent() ? isPower(unit.get()) : isSaid(Heading.POWER, column);
    }

    /** Whether a unit is one of power, or of what else has a value at a moment. */
    private static boolean isPower(String unit) {
        return unit.matches("k?W|MW|°C");
    }

    /** Whether some meters of a column have words of power, and others have not. */
    boolean isMixed() {
        return texts().anyMatch(
                        texts ->
                                texts.size() > 1
                                        && texts.stream()
                                                .anyMatch(it -> Words.has(it, words(Heading.POWER)))
                                        && !texts.stream()
                                                .allMatch(
                                                        it -> Words.has(it, words(Heading.POWER))));
    }

    private Pattern words(Heading heading) {
        return table.vocabulary().any(heading);
    }

    /** Whether words are in the header of a column, all texts of another, or around the table. */
    private boolean isSaid(Heading heading, Column column) {
        Pattern words = words(heading);
        return column.isCalled(words)
                || Words.has(documentName, words)
                || before().anyMatch(text -> Words.has(text, words))
                || texts().anyMatch(all -> all.stream().allMatch(it -> Words.has(it, words)));
    }

    /**
     * How long the intervals are of which power is said to be the mean; empty where it is not. What
     * may be either is a doubt.
     *
     * @param hasStart whether rows tell the start and the end of their intervals
     */
    Optional<Series.Step> meanOver(Column column, Optional<Series.Step> step, boolean hasStart) {
        boolean isRegular =
                of(column).filter(unit -> unit.matches("k?W|MW")).isPresent()
                        && step.filter(it -> it.share() >= MOST)
                                .filter(it -> it.micros() <= HOUR && it.micros() >= Times.MINUTE)
                                .isPresent();
        if (!isRegular) {
            return Optional.empty();
        }
        String length = step.get().duration();
        if (hasStart || isSaid(Heading.MEAN, column)) {
            draft.doubt(
                    "kind: interval, for words say that each value is the mean of its "
                            + length
                            + "; factor makes energy of it");
            return step;
        }
        if (step.get().micros() >= 5 * Times.MINUTE) {
            draft.doubt(
                    "kind: power is taken for that of the moment; where it is the mean of its "
                            + length
                            + ", write kind: interval with "
                            + energy(of(column).get(), step.get().micros()));
        }
        return Optional.empty();
    }

    /** The unit and the kind of a value; of mean power those of energy, with a factor. */
    void put(Map<String, Object> value, Column column, String kind, Optional<Series.Step> mean) {
        Optional<String> unit = of(column);
        boolean isGas =
                draft.constantOf("quantity").equals("gas") && unit.equals(Optional.of("m3"));
        if (isGas) {
            // Gas is kept as energy; what a m³ of it holds is on the bill.
            value.put("unit", "kWh");
            value.put("factor", MetricUnit.TODO);
            draft.note("value", "factor: the kWh of one m³, as on the bill");
            draft.doubt("value: gas in m³ needs the kWh of one m³ as factor, which no file tells");
        } else if (unit.isEmpty()) {
            String choices =
                    switch (kind) {
                        case "power" -> "W or kW";
                        case "counter", "interval" -> "kWh, Wh or MWh";
                        default -> "kWh or Wh of energy, kW or W of power";
                    };
            value.put("unit", MetricUnit.TODO);
            draft.note("value", "unit: " + choices);
            draft.doubt("unit: nothing tells it; write " + choices + " in place of TODO");
        } else if (mean.isPresent()) {
            Energy energy = energy(unit.get(), mean.get().micros());
            value.put("unit", energy.unit());
            if (energy.factor().compareTo(BigDecimal.ONE) != 0) {
                value.put("factor", energy.factor());
            }
        } else {
            value.put("unit", unit.get());
        }
        value.put("kind", kind);
    }

    /** What makes energy of mean power. */
    private record Energy(String unit, BigDecimal factor) {

        @Override
        public String toString() {
            return "unit: " + unit + ", factor: " + factor.toPlainString();
        }
    }

    /** Hours where they are a decimal number, and else seconds. */
    private static Energy energy(String power, long micros) {
        BigDecimal hours =
                BigDecimal.valueOf(micros)
                        .divide(BigDecimal.valueOf(HOUR), 4, RoundingMode.HALF_UP);
        boolean isExact =
                hours.multiply(BigDecimal.valueOf(HOUR)).compareTo(BigDecimal.valueOf(micros)) == 0;
        if (isExact) {
            return new Energy(power + "h", hours.stripTrailingZeros());
        }
        BigDecimal seconds = BigDecimal.valueOf(micros * 60 / Times.MINUTE);
        String joules = power.equals("W") ? "J" : power.equals("kW") ? "kJ" : "MJ";
        return new Energy(joules, seconds);
    }
}
