package eu.wattpeil.report.numbers;

import eu.wattpeil.kpi.model.Kpi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers that may be said of a KPI in the report of a month: its values, what it is made of,
 * how much of it is known, and how it stands beside other months.
 */
final class KpiNumbers {

    private final Kpi kpi;
    private final Town town;
    private final EditionTables tables;
    private final YearMonth month;
    private final Script script;
    private final Digits digits;
    private final Set<String> numbers = new HashSet<>();

    private KpiNumbers(Kpi kpi, Town town, EditionTables tables, YearMonth month, Script script) {
        this.kpi = kpi;
        this.town = town;
        this.tables = tables;
        this.month = month;
        this.script = script;
        this.digits = new Digits(kpi, script);
    }

    static Set<String> of(Kpi kpi, Town town, EditionTables tables, YearMonth month, Script script)
            throws SQLException {
        KpiNumbers all = new KpiNumbers(kpi, town, tables, month, script);
        List<Row> rows =
                tables.rowsOf(kpi.kpiId()).stream()
                        .filter(row -> !row.month().isAfter(month))
                        .toList();
        rows.forEach(all::addRow);
        all.numbers.add(Integer.toString(town.organisation().minimumGroupSize()));
        rows.stream().filter(row -> row.month().equals(month)).forEach(all::addOfMonth);
        for (Map<String, String> change : tables.of("kpi_changes", month)) {
            if (EditionTables.text(change, "kpi_id").equals(kpi.kpiId())) {
                EditionTables.decimal(change, "amount")
                        .ifPresent(
                                it ->
                                        all.numbers.add(
                                                all.digits.difference(it.doubleValue(), 0, 0)));
            }
        }
        return all.numbers;
    }

    private void addRow(Row row) {
        row.coverage().ifPresent(it -> numbers.add(Digits.coverage(script, it)));
        row.measuredShare().ifPresent(it -> numbers.add(Digits.coverage(script, it)));
        row.coverage().ifPresent(it -> numbers.add(Long.toString(Math.round(it * 12))));
        row.value()
                .ifPresent(
                        value -> {
                            numbers.add(digits.value(value));
                            numbers.add(digits.bare(value));
                            if (row.period().equals("month") && kpi.per() != Kpi.Per.NONE) {
                                numbers.add(digits.rate(value / town.length(kpi, row.month())));
                            }
                        });
    }

    private void addOfMonth(Row row) {
        addParts(row);
        if (row.value().isEmpty()) {
            return;
        }
        double value = row.value().get();
        boolean isMeanOfVolume = kpi.isRatio() && kpi.per() != Kpi.Per.NONE;
        if (row.period().equals("rolling_year") && isMeanOfVolume) {
            numbers.add(digits.value(value * 12));
        }
        for (YearMonth other : List.of(month.minusMonths(1), month.minusYears(1))) {
            tables.row(row.series(), other)
                    .flatMap(Row::value)
                    .ifPresent(then -> addComparison(row, value, other, then));
        }
        town.organisation().goals().stream()
                .filter(goal -> goal.kpiId().equals(kpi.kpiId()))
                .forEach(
                        goal -> {
                            YearMonth base = goal.baselineMonth();
                            goal.baselineValue()
                                    .map(Number::doubleValue)
                                    .or(() -> tables.row(row.series(), base).flatMap(Row::value))
                                    .ifPresent(then -> addComparison(row, value, base, then));
                        });
    }

    private void addParts(Row row) {
        if (row.isWithheld() || row.numerator().isEmpty()) {
            return;
        }
        BigDecimal numerator = row.numerator().get();
        if (row.denominator().isEmpty()) {
            numbers.add(Digits.amount(script, numerator, kpi.unit()));
            return;
        }
        BigDecimal denominator = row.denominator().get();
        int decimals = told(numerator, denominator);
        numbers.add(amount(numerator, Math.max(decimals, least(numerator)), kpi.numeratorUnit()));
        numbers.add(
                amount(denominator, Math.max(decimals, least(denominator)), kpi.denominatorUnit()));
    }

    private String amount(BigDecimal amount, int decimals, String unit) {
        return script.withUnit(script.number(amount, decimals), script.unit(unit));
    }

    private static int least(BigDecimal amount) {
        boolean isWhole = amount.stripTrailingZeros().scale() <= 0;
        return isWhole || amount.abs().doubleValue() >= 100 ? 0 : 1;
    }

    /** The digits, at most three, from which on two amounts that differ look different. */
    private static int told(BigDecimal one, BigDecimal other) {
        int decimals = 0;
        while (decimals < 3
                && one.compareTo(other) != 0
                && one.setScale(decimals, RoundingMode.HALF_UP)
                        .equals(other.setScale(decimals, RoundingMode.HALF_UP))) {
            decimals++;
        }
        return decimals;
    }

    /** Months of one length by their values, others by those of a day. */
    private void addComparison(Row row, double now, YearMonth other, double then) {
        boolean isMonth = row.period().equals("month");
        int length = isMonth ? town.length(kpi, month) : 1;
        int otherLength = isMonth ? town.length(kpi, other) : 1;
        boolean isAsLong = length == otherLength;
        double one = isAsLong ? now : now / length;
        double two = isAsLong ? then : then / otherLength;
        int more = isAsLong ? 0 : 1;
        numbers.add(digits.difference(one, two, more));
        numbers.add(digits.differenceSize(one, two, more));
        numbers.add(isAsLong ? digits.value(two) : digits.rate(two));
        numbers.add(isAsLong ? digits.value(one) : digits.rate(one));
        Digits.share(one, two)
                .filter(it -> !kpi.isShare())
                .ifPresent(
                        share -> {
                            numbers.add(Digits.signedPercent(script, share));
                            numbers.add(Digits.wholePercent(script, share));
                        });
    }
}
