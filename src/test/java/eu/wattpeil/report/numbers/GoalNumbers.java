package eu.wattpeil.report.numbers;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Target;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The numbers that may be said of a goal in the report of a month: where it stands, where it came
 * from and is to go, how fast, and where it leads.
 */
final class GoalNumbers {

    private static final int LEAST_MONTHS = 6;
    private static final int MOST_MONTHS = 12;
    private static final int LOOKED_BACK = 24;

    private final Goal goal;
    private final Kpi kpi;
    private final Town town;
    private final EditionTables tables;
    private final YearMonth month;
    private final YearMonth judged;
    private final Script script;
    private final Digits digits;
    private final Set<String> numbers = new HashSet<>();

    private GoalNumbers(
            Goal goal, Town town, EditionTables tables, YearMonth month, Script script) {
        this.goal = goal;
        this.kpi = town.kpi(goal.kpiId());
        this.town = town;
        this.tables = tables;
        this.month = month;
        this.script = script;
        judged = goal.period().lastEnd(month);
        digits = new Digits(kpi, script);
    }

    static Set<String> of(
            Goal goal, Town town, EditionTables tables, YearMonth month, Script script) {
        GoalNumbers all = new GoalNumbers(goal, town, tables, month, script);
        all.addTarget();
        all.addStanding();
        all.addOutlook();
        all.addCounts();
        return all.numbers;
    }

    private void addTarget() {
        target().ifPresent(it -> numbers.add(digits.value(it)));
        baseline().ifPresent(it -> numbers.add(digits.value(it)));
        if (goal.target() instanceof Target.Change change) {
            numbers.add(Digits.signedPercent(script, change.share().doubleValue()));
        }
        if (goal.target() instanceof Target.Yearly yearly) {
            numbers.add(set(yearly.share()));
            yearly.later().forEach(it -> numbers.add(set(it.share())));
            yearly.later().forEach(it -> numbers.add(Integer.toString(it.year())));
        }
    }

    private String set(BigDecimal share) {
        return script.signed(share.movePointRight(2).stripTrailingZeros(), "%");
    }

    private void addStanding() {
        row(judged)
                .ifPresent(
                        row -> {
                            row.coverage().ifPresent(it -> numbers.add(coverage(it)));
                            row.measuredShare().ifPresent(it -> numbers.add(coverage(it)));
                            row.coverage()
                                    .ifPresent(
                                            it -> numbers.add(Long.toString(Math.round(it * 12))));
                        });
        row(goal.baselineMonth()).flatMap(Row::coverage).ifPresent(it -> numbers.add(coverage(it)));
        Optional<Double> value = usable(judged);
        value.ifPresent(it -> numbers.add(digits.value(it)));
        for (YearMonth when : List.of(judged, month)) {
            Optional<Double> path = path(when);
            path.ifPresent(it -> numbers.add(digits.path(it)));
            path.ifPresent(it -> numbers.add(digits.value(it)));
            if (value.isPresent() && path.isPresent()) {
                addGap(value.get(), path.get());
            }
        }
        addPace();
    }

    private void addGap(double value, double path) {
        numbers.add(digits.pathDifference(value, path));
        numbers.add(digits.differenceSize(value, path, 0));
        Digits.share(value, path)
                .ifPresent(
                        share -> {
                            numbers.add(Digits.signedPercent(script, share));
                            BigDecimal size = Digits.percent(share);
                            numbers.add(script.withUnit(script.number(size, size.scale()), "%"));
                        });
    }

    private String coverage(double share) {
        return Digits.coverage(script, share);
    }

    private void addPace() {
        long left = ChronoUnit.MONTHS.between(judged, goal.targetMonth());
        if (left > 0 && usable(judged).isPresent() && target().isPresent()) {
            double as = length(goal.targetMonth()) / length(judged);
            numbers.add(digits.pace((target().get() - usable(judged).get() * as) / left));
        }
    }

    /** The trend of the last months, from the fewest that there is one of to the most. */
    private void addOutlook() {
        List<Map.Entry<YearMonth, Double>> known = known();
        for (int count = LEAST_MONTHS; count <= MOST_MONTHS && count <= known.size(); count++) {
            List<Map.Entry<YearMonth, Double>> last =
                    known.subList(known.size() - count, known.size());
            double digit = Math.pow(10, -kpi.decimals()) / town.length(kpi, month);
            Line line = new Line(last, digit);
            boolean isBelowZero = last.stream().anyMatch(it -> it.getValue() < 0);
            if (isMadeOfMonths()) {
                addPeriod(line, isBelowZero);
            } else {
                double days = town.length(kpi, goal.targetMonth());
                numbers.add(digits.pace(line.slope() * days));
                addForecast(line, 0, Map.of(goal.targetMonth(), days), isBelowZero);
            }
        }
    }

    private void addPeriod(Line line, boolean isBelowZero) {
        Map<YearMonth, Double> weights = new TreeMap<>();
        double over = 0;
        double whole = 0;
        List<YearMonth> period = goal.period().months(goal.targetMonth());
        for (YearMonth one : period) {
            Optional<Double> weight = weight(one.isAfter(month) ? month : one);
            if (weight.isEmpty()) {
                return;
            }
            whole += weight.get();
        }
        double all = kpi.overTime().isQuotient() ? whole : 1;
        for (YearMonth one : period) {
            double share = weight(one.isAfter(month) ? month : one).orElseThrow() / all;
            if (one.isAfter(month)) {
                weights.put(one, share * town.length(kpi, one));
            } else {
                over += share * ofMonth(one).flatMap(Row::value).orElseThrow();
            }
        }
        double expected = addForecast(line, over, weights, isBelowZero);
        long left = ChronoUnit.MONTHS.between(judged, goal.targetMonth());
        if (left > 0 && usable(judged).isPresent()) {
            double as = length(goal.targetMonth()) / length(judged);
            numbers.add(digits.pace((expected - usable(judged).get() * as) / left));
        }
    }

    /** What a month counts for: as much as another one in a sum, its denominator in a ratio. */
    private Optional<Double> weight(YearMonth when) {
        Optional<Row> row = ofMonth(when).filter(it -> isUsable(Optional.of(it)));
        return kpi.overTime().isQuotient()
                ? row.flatMap(Row::denominator).map(Number::doubleValue)
                : row.map(it -> 1.0);
    }

    private double addForecast(
            Line line, double over, Map<YearMonth, Double> weights, boolean isBelowZero) {
        double expected =
                over
                        + weights.entrySet().stream()
                                .mapToDouble(it -> it.getValue() * line.at(it.getKey()))
                                .sum();
        double margin = line.margin(weights);
        for (double one : List.of(expected, expected - margin, expected + margin)) {
            double least = isBelowZero ? -Double.MAX_VALUE : kpi.above().orElse(0.0);
            double most = kpi.isShare() ? 1 : Double.MAX_VALUE;
            double possible = Math.min(most, Math.max(least, one));
            numbers.add(digits.value(possible));
            numbers.add(digits.bare(possible));
        }
        return expected;
    }

    private boolean isMadeOfMonths() {
        boolean isSum = kpi.overTime() == Kpi.OverTime.SUM;
        return goal.period() != Period.MONTH && (isSum || kpi.overTime().isQuotient());
    }

    private List<Map.Entry<YearMonth, Double>> known() {
        List<Map.Entry<YearMonth, Double>> known = new ArrayList<>();
        for (YearMonth when = month.minusYears(10);
                !when.isAfter(month);
                when = when.plusMonths(1)) {
            Optional<Row> row = ofMonth(when);
            if (isUsable(row)) {
                double value = row.flatMap(Row::value).orElseThrow();
                known.add(Map.entry(when, value / town.length(kpi, when)));
            }
        }
        return known;
    }

    /** How many months a forecast rests on, how often it was exceeded, the days of a month. */
    private void addCounts() {
        int known = Math.min(LOOKED_BACK, known().size());
        for (int count = 0; count <= known; count++) {
            numbers.add(Integer.toString(count));
        }
        numbers.add(Long.toString(Math.round(length(judged))));
    }

    private Optional<Double> baseline() {
        if (goal.isCeiling()) {
            return Optional.empty();
        }
        return goal.baselineValue().map(Number::doubleValue).or(() -> usable(goal.baselineMonth()));
    }

    private Optional<Double> target() {
        YearMonth to = goal.targetMonth();
        if (goal.target() instanceof Target.Value target) {
            return Optional.of(target.value().doubleValue());
        }
        return path(to);
    }

    /** What is asked of a month: of a volume by the day, as months differ in length. */
    private Optional<Double> path(YearMonth when) {
        if (goal.target() instanceof Target.Ceiling ceiling) {
            return Optional.of(ceiling.value().doubleValue());
        }
        return baseline().map(start -> perDay(start, when) * length(when));
    }

    private double perDay(double start, YearMonth when) {
        YearMonth from = goal.baselineMonth();
        YearMonth to = goal.targetMonth();
        double first = start / length(from);
        if (goal.target() instanceof Target.Yearly yearly) {
            return chained(first, yearly, when.isAfter(to) ? to : when);
        }
        double last =
                goal.target() instanceof Target.Value target
                        ? target.value().doubleValue() / length(to)
                        : changed(first, ((Target.Change) goal.target()).share());
        double way = ChronoUnit.MONTHS.between(from, to);
        double gone = Math.min(way, Math.max(0, ChronoUnit.MONTHS.between(from, when)));
        return first + (last - first) * gone / way;
    }

    private double chained(double first, Target.Yearly yearly, YearMonth when) {
        double reached = first;
        YearMonth begun = goal.baselineMonth();
        while (begun.plusYears(1).isBefore(when)) {
            begun = begun.plusYears(1);
            reached = changed(reached, yearly.in(begun.getYear()));
        }
        double next = changed(reached, yearly.in(begun.plusYears(1).getYear()));
        long gone = Math.max(0, ChronoUnit.MONTHS.between(begun, when));
        return reached + (next - reached) * gone / 12;
    }

    private static double changed(double value, BigDecimal share) {
        return new BigDecimal(value).multiply(BigDecimal.ONE.add(share)).doubleValue();
    }

    /** Of the period that ends with a month: its days, or those of its mean month. */
    private double length(YearMonth when) {
        if (goal.period().isOfTwelveMonths()) {
            return 1;
        }
        List<YearMonth> months = goal.period().months(when);
        double sum = months.stream().mapToInt(it -> town.length(kpi, it)).sum();
        return kpi.overTime() == Kpi.OverTime.SUM ? sum : sum / months.size();
    }

    private Optional<Row> row(YearMonth when) {
        return when.isAfter(month)
                ? Optional.empty()
                : tables.row(series(goal.period().code()), when);
    }

    private Optional<Row> ofMonth(YearMonth when) {
        return tables.row(series("month"), when);
    }

    private String series(String period) {
        return period + " " + goal.kpiId() + " " + goal.scope().kind() + " " + goal.scope().id();
    }

    private Optional<Double> usable(YearMonth when) {
        return row(when).filter(it -> isUsable(Optional.of(it))).flatMap(Row::value);
    }

    private boolean isUsable(Optional<Row> row) {
        return row.filter(it -> it.value().isPresent())
                .filter(
                        it ->
                                goal.minimumCoverage().isEmpty()
                                        || it.coverage()
                                                .filter(
                                                        known ->
                                                                known
                                                                        >= goal.minimumCoverage()
                                                                                .get())
                                                .isPresent())
                .isPresent();
    }
}
