package eu.wattpeil.report.numbers;

import eu.wattpeil.kpi.model.Kpi;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows that a figure shows of a KPI: the organisation's, or those of the only scope there is.
 *
 * @param period that it is about
 * @param series of its large number
 * @param parts the month's rows below the organisation
 */
record FigureRows(
        Kpi kpi,
        YearMonth month,
        String period,
        String series,
        List<Row> parts,
        EditionTables tables) {

    /** The periods that a report shows of every month. */
    private static final Set<String> REPORTED = Set.of("month", "rolling_year");

    static FigureRows of(Kpi kpi, EditionTables tables, YearMonth month) {
        List<Row> rows =
                tables.rowsOf(kpi.kpiId()).stream()
                        .filter(row -> row.month().equals(month))
                        .filter(row -> REPORTED.contains(row.period()))
                        .toList();
        boolean isMonthly =
                rows.isEmpty() || rows.stream().anyMatch(row -> row.period().equals("month"));
        String period = isMonthly ? "month" : "rolling_year";
        List<Row> ofPeriod = rows.stream().filter(row -> row.period().equals(period)).toList();
        List<Row> parts = ofPeriod.stream().filter(row -> !row.isOfOrganisation()).toList();
        boolean isOnlyPart = parts.size() == 1 && ofPeriod.size() == 1;
        String series =
                isOnlyPart
                        ? parts.get(0).series()
                        : period + " " + kpi.kpiId() + " organisation all";
        return new FigureRows(kpi, month, period, series, parts, tables);
    }

    Optional<Row> row(YearMonth when) {
        return tables.row(series, when);
    }

    Optional<Double> value(YearMonth when) {
        return row(when).flatMap(Row::value);
    }

    /** Whether it has a value of which something is missing. */
    boolean isPartial() {
        return value(month).isPresent()
                && row(month).flatMap(Row::coverage).filter(it -> it < 0.9995).isPresent();
    }

    long withheldParts() {
        return parts.stream().filter(Row::isWithheld).count();
    }

    /** How long a month is in what its value goes by. */
    int length(Town town, YearMonth when) {
        return period.equals("month") ? town.length(kpi, when) : 1;
    }
}
