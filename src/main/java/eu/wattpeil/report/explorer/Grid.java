package eu.wattpeil.report.explorer;

import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What a cut leaves of the rows, in numbers: the same in every language. Lists are as {@link
 * ExplorerData} has them.
 */
record Grid(
        List<Scope> scopes,
        List<Reason> reasons,
        List<String> factors,
        List<List<Integer>> factorLists,
        List<String> columns,
        List<List<Integer>> series,
        List<List<Integer>> changes,
        List<List<Object>> restated,
        List<String> causes,
        List<Restatement.Why> whys) {

    private static final List<Period> PERIODS = List.of(Period.MONTH, Period.ROLLING_YEAR);

    /** Of a row of numbers: each has a digit and what parts it from the next. */
    private static final int LEAST_OF_ROW = 24;

    static Grid of(Rows rows, Cut cut, ToIntFunction<String> numberOfKpi) {
        return new Maker(rows, cut, numberOfKpi).grid();
    }

    /** As many bytes it has at least as a text, whatever the language says beside it. */
    long leastBytes() {
        return (long) LEAST_OF_ROW * series.size()
                + columns.stream().mapToLong(String::length).sum();
    }

    /** Numbers things in the order in which they come. */
    private static final class Maker {

        private final Rows rows;
        private final Cut cut;
        private final ToIntFunction<String> numberOfKpi;
        private final Pool<String> columns = new Pool<>();
        private final Pool<Scope> scopes = new Pool<>();
        private final Pool<Reason> reasons = new Pool<>();
        private final Pool<String> factors = new Pool<>();
        private final Pool<List<Integer>> factorLists = new Pool<>();
        private final Pool<Restatement.Why> whys = new Pool<>();
        private final Pool<String> causes = new Pool<>();
        private final Map<Series, Integer> numbers = new HashMap<>();

        Maker(Rows rows, Cut cut, ToIntFunction<String> numberOfKpi) {
            this.rows = rows;
            this.cut = cut;
            this.numberOfKpi = numberOfKpi;
        }

        Grid grid() {
            List<List<Integer>> series = series();
            List<List<Integer>> changes = changes();
            List<List<Object>> restated = restated();
            return new Grid(
                    scopes.all(),
                    reasons.all(),
                    factors.all(),
                    factorLists.all(),
                    columns.all(),
                    series,
                    changes,
                    restated,
                    causes.all(),
                    whys.all());
        }

        private List<List<Integer>> series() {
            List<Function<KpiValue, String>> cells =
                    List.of(
                            Cells::numerator,
                            Cells::denominator,
                            Cells::value,
                            Cells::coverage,
                            Cells::measured,
                            it -> it.reason().map(why -> "" + reasons.number(why)).orElse(""),
                            this::factorList,
                            it -> it.isProvisional() ? "1" : "",
                            it -> Integer.toString(it.edition()));
            List<List<Integer>> series = new ArrayList<>();
            rows.values()
                    .forEach(
                            (key, months) -> {
                                if (!cut.has(key.scope())) {
                                    return;
                                }
                                numbers.put(key, series.size());
                                List<Integer> row = new ArrayList<>();
                                row.add(numberOfKpi.applyAsInt(key.kpiId()));
                                row.add(scopes.number(key.scope()));
                                row.add(PERIODS.indexOf(key.period()));
                                for (Function<KpiValue, String> cell : cells) {
                                    row.add(columns.number(column(months, cell)));
                                }
                                series.add(row);
                            });
            return series;
        }

        private String factorList(KpiValue row) {
            return row.factorIds().isEmpty()
                    ? ""
                    : ""
                            + factorLists.number(
                                    row.factorIds().stream().map(factors::number).toList());
        }

        private List<List<Integer>> changes() {
            List<List<Integer>> changes = new ArrayList<>();
            rows.changes()
                    .forEach(
                            (change, months) -> {
                                if (cut.hasChangesOf(change.series().scope())) {
                                    changes.add(
                                            List.of(
                                                    numbers.get(change.series()),
                                                    change.isAgainstYear() ? 1 : 0,
                                                    causes.number(change.cause()),
                                                    columns.number(amounts(months))));
                                }
                            });
            return changes;
        }

        private String amounts(Map<Integer, BigDecimal> months) {
            return column(months, it -> Cells.amount(Optional.of(it)));
        }

        private List<List<Object>> restated() {
            List<List<Object>> all = new ArrayList<>();
            rows.restated()
                    .forEach(
                            (series, months) -> {
                                Integer number = numbers.get(series);
                                if (number != null) {
                                    months.forEach(
                                            (month, why) ->
                                                    all.add(
                                                            List.of(
                                                                    number,
                                                                    month,
                                                                    why.stream()
                                                                            .map(whys::number)
                                                                            .toList())));
                                }
                            });
            return all;
        }

        private <T> String column(Map<Integer, T> months, Function<T, String> cell) {
            StringBuilder column = new StringBuilder();
            for (int month = 0; month < rows.months().size(); month++) {
                column.append(month == 0 ? "" : ",");
                T row = months.get(month);
                if (row != null) {
                    column.append(cell.apply(row));
                }
            }
            return column.toString();
        }
    }
}
