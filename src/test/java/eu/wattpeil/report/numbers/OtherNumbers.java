package eu.wattpeil.report.numbers;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers that may be said of what an edition tells beside its values. */
final class OtherNumbers {

    /** What a year of a measure is told in. */
    static final List<String> YEARLY = List.of("kwh", "sheets", "impressions", "eur", "kgco2e");

    private static final Map<String, String> UNITS =
            Map.of("kwh", "kWh", "eur", "EUR", "kgco2e", "kgCO2e");

    private static final int FACTS = 4;

    private final Town town;
    private final EditionTables tables;
    private final YearMonth month;
    private final Script script;

    OtherNumbers(Town town, EditionTables tables, YearMonth month, Script script) {
        this.town = town;
        this.tables = tables;
        this.month = month;
        this.script = script;
    }

    /** Of findings, by rule and scope. */
    Map<String, Set<String>> findings() throws SQLException {
        Map<String, Set<String>> findings = new HashMap<>();
        for (Map<String, String> row : tables.of("findings", month)) {
            Set<String> numbers = new HashSet<>();
            for (int fact = 1; fact <= FACTS; fact++) {
                String unit = EditionTables.text(row, "unit_" + fact);
                EditionTables.decimal(row, "value_" + fact)
                        .ifPresent(it -> addFact(numbers, it, unit));
            }
            for (String unit : List.of("kwh", "eur", "kgco2e")) {
                for (String end : List.of("low", "high")) {
                    EditionTables.decimal(row, unit + "_" + end)
                            .ifPresent(it -> numbers.add(saving(it, unit)));
                }
            }
            for (Threshold threshold : town.thresholds()) {
                addThreshold(numbers, threshold);
            }
            findings.put(
                    EditionTables.text(row, "rule_id") + "-" + EditionTables.text(row, "scope_id"),
                    numbers);
        }
        return findings;
    }

    private void addFact(Set<String> numbers, BigDecimal value, String unit) {
        if (unit.equals("share")) {
            numbers.add(script.withUnit(Digits.fact(script, value.movePointRight(2)), "%"));
        } else {
            String number = Digits.fact(script, value);
            numbers.add(number);
            numbers.add(script.withUnit(number, script.unit(unit)));
        }
    }

    private void addThreshold(Set<String> numbers, Threshold threshold) {
        BigDecimal value = threshold.value();
        boolean isShare = threshold.unit().equals("share");
        String number = script.number(isShare ? value.movePointRight(2) : value);
        numbers.add(number);
        numbers.add(script.withUnit(number, isShare ? "%" : script.unit(threshold.unit())));
    }

    private String saving(BigDecimal value, String unit) {
        return script.withUnit(
                script.significant(value, 2), script.unit(UNITS.getOrDefault(unit, unit)));
    }

    /** Of measures, by their ids. */
    Map<String, Set<String>> measures() throws SQLException {
        Map<String, Set<String>> measures = new HashMap<>();
        for (Measure measure : town.organisation().measures()) {
            Set<String> numbers =
                    measures.computeIfAbsent(measure.measureId(), it -> new HashSet<>());
            measure.expected()
                    .ifPresent(
                            it ->
                                    numbers.add(
                                            script.signed(
                                                    it.movePointRight(2).stripTrailingZeros(),
                                                    "%")));
        }
        for (Map<String, String> row : tables.of("measure_effects", month)) {
            Set<String> numbers =
                    measures.computeIfAbsent(
                            EditionTables.text(row, "measure_id"), it -> new HashSet<>());
            Kpi kpi = town.kpi(EditionTables.text(row, "kpi_id"));
            Optional<BigDecimal> before = EditionTables.decimal(row, "mean_before");
            boolean isDaily = kpi.overTime() == Kpi.OverTime.SUM;
            Digits digits = new Digits(kpi, script);
            for (String column : List.of("effect", "effect_low", "effect_high")) {
                Optional<BigDecimal> part = EditionTables.decimal(row, column);
                if (part.isPresent() && before.isPresent()) {
                    double amount = part.get().doubleValue();
                    numbers.add(digits.difference(amount, 0, isDaily ? 1 : 0));
                    numbers.add(digits.difference(amount * 365, 0, 0));
                    if (!kpi.isShare() && before.get().signum() != 0) {
                        double share = amount / Math.abs(before.get().doubleValue());
                        numbers.add(Digits.signedPercent(script, share));
                    }
                }
            }
            before.map(Number::doubleValue)
                    .ifPresent(it -> numbers.add(isDaily ? digits.rate(it) : digits.value(it)));
            String first = EditionTables.text(row, "first_result_on");
            if (!first.isEmpty()) {
                LocalDate start = LocalDate.parse(EditionTables.text(row, "started_on"));
                long days = ChronoUnit.DAYS.between(start, LocalDate.parse(first)) + 1;
                numbers.add(script.number(BigDecimal.valueOf(days), 0));
            }
        }
        addYears(measures);
        return measures;
    }

    /** What a year of a measure is worth: changes, each with its sign. */
    private void addYears(Map<String, Set<String>> measures) throws SQLException {
        for (Map<String, String> row : tables.of("measure_impacts", month)) {
            Set<String> numbers =
                    measures.computeIfAbsent(
                            EditionTables.text(row, "measure_id"), it -> new HashSet<>());
            numbers.add(EditionTables.text(row, "days"));
            for (String amount : YEARLY) {
                for (String end : List.of("", "_low", "_high")) {
                    EditionTables.decimal(row, amount + end)
                            .ifPresent(
                                    it ->
                                            numbers.add(
                                                    change(
                                                            it,
                                                            UNITS.getOrDefault(amount, amount))));
                }
            }
        }
    }

    private String change(BigDecimal value, String unit) {
        boolean isWhole = value.stripTrailingZeros().scale() <= 0;
        boolean isLarge = value.abs().compareTo(BigDecimal.valueOf(100)) >= 0;
        return script.signed(
                value.setScale(isWhole || isLarge ? 0 : 1, RoundingMode.HALF_UP),
                script.unit(unit));
    }

    /** Of shifts of levels up to the month. */
    Set<String> shifts() throws SQLException {
        Set<String> numbers = new HashSet<>();
        for (Map<String, String> row : tables.current("level_shifts")) {
            String unit = EditionTables.text(row, "unit");
            for (String column : List.of("before", "after", "change_low", "change_high")) {
                EditionTables.decimal(row, column).ifPresent(it -> addFact(numbers, it, unit));
            }
        }
        return numbers;
    }

    /** Of what is taken apart, by its id. */
    Map<String, Set<String>> details() throws SQLException {
        Map<String, Set<String>> details = new HashMap<>();
        Map<String, BigDecimal> sums = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Map<String, String> row : tables.of("details", month)) {
            String id = EditionTables.text(row, "detail_id");
            Set<String> numbers = details.computeIfAbsent(id, it -> new HashSet<>());
            String unit = EditionTables.text(row, "unit");
            addKey(numbers, EditionTables.text(row, "row_key"));
            addKey(numbers, EditionTables.text(row, "scope_id"));
            addKey(numbers, EditionTables.text(row, "column_key"));
            Optional<BigDecimal> value = EditionTables.decimal(row, "value");
            value.ifPresent(it -> addCell(numbers, it, unit));
            EditionTables.decimal(row, "coverage")
                    .ifPresent(it -> numbers.add(Digits.coverage(script, it.doubleValue())));
            String column = EditionTables.text(row, "column_key");
            town.kpis().stream()
                    .filter(kpi -> kpi.kpiId().equals(column))
                    .forEach(
                            kpi ->
                                    value.ifPresent(
                                            it ->
                                                    numbers.add(
                                                            new Digits(kpi, script)
                                                                    .value(it.doubleValue()))));
            for (String sum :
                    List.of(
                            id,
                            id + "\nrow " + EditionTables.text(row, "row_key"),
                            id + "\ncolumn " + column,
                            id + "\nscope " + EditionTables.text(row, "scope_id"))) {
                sums.merge(sum + "\n\n" + unit, value.orElse(BigDecimal.ZERO), BigDecimal::add);
                counts.merge(sum, 1, Integer::sum);
                counts.merge(sum + "\nunknown", value.isPresent() ? 0 : 1, Integer::sum);
                boolean isNoted = !EditionTables.text(row, "note").isEmpty();
                counts.merge(sum + "\nbare", isNoted ? 0 : 1, Integer::sum);
            }
        }
        sums.forEach(
                (key, sum) -> {
                    Set<String> numbers = details.getOrDefault(key.split("\n")[0], Set.of());
                    String unit = key.substring(key.lastIndexOf('\n') + 1);
                    numbers.add(Digits.amount(script, sum, unit));
                    numbers.add(Digits.amount(script, sum, "1"));
                });
        counts.forEach(
                (key, count) ->
                        details.getOrDefault(key.split("\n")[0], Set.of())
                                .add(script.number(BigDecimal.valueOf(count), 0)));
        addCalendars(details);
        return details;
    }

    private static void addKey(Set<String> numbers, String key) {
        if (key.matches("\\d+(?:[+-]|[-–]\\d+)?")) {
            numbers.add(key);
            numbers.add(key.replaceAll("\\D+$", ""));
            numbers.add(key.length() == 1 ? "0" + key : key);
        }
    }

    private void addCell(Set<String> numbers, BigDecimal value, String unit) {
        numbers.add(Digits.amount(script, value, unit));
        numbers.add(Digits.amount(script, value, "1"));
        for (int decimals = 0; decimals <= 2; decimals++) {
            String number = script.number(value.setScale(decimals, RoundingMode.HALF_UP), decimals);
            numbers.add(number);
            numbers.add(script.withUnit(number, script.unit(unit)));
        }
    }

    /** Of days: how much is known of each scope, on average; and the days themselves. */
    private void addCalendars(Map<String, Set<String>> details) throws SQLException {
        Map<String, Map<String, Map<String, Double>>> calendars = new HashMap<>();
        for (Map<String, String> row : tables.of("details", month)) {
            if (EditionTables.text(row, "column_key").matches("\\d{4}-\\d\\d-\\d\\d")) {
                double known =
                        EditionTables.decimal(row, "value").map(Number::doubleValue).orElse(0.0);
                String scope =
                        EditionTables.text(row, "scope_kind")
                                + " "
                                + EditionTables.text(row, "scope_id");
                calendars
                        .computeIfAbsent(
                                EditionTables.text(row, "detail_id"), it -> new HashMap<>())
                        .computeIfAbsent(scope, it -> new HashMap<>())
                        .merge(EditionTables.text(row, "column_key"), known, Double::sum);
            }
        }
        calendars.forEach(
                (id, scopes) ->
                        addCalendar(details.getOrDefault(id, new HashSet<>()), scopes.values()));
    }

    private void addCalendar(Set<String> numbers, Collection<Map<String, Double>> scopes) {
        for (Map<String, Double> days : scopes) {
            double known = days.values().stream().mapToDouble(it -> it).average().orElseThrow();
            numbers.add(Digits.coverage(script, known));
        }
        numbers.add(Integer.toString(scopes.size()));
        numbers.add(
                Long.toString(
                        scopes.stream()
                                .filter(of -> of.values().stream().allMatch(it -> it > 1 - 1e-5))
                                .count()));
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            numbers.add(Integer.toString(day));
        }
    }
}
