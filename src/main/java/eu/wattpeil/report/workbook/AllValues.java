package eu.wattpeil.report.workbook;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.workspace.Scope;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values of all periods of a month and of the {@value #MONTHS_BACK} before it, the newest month
 * first; fewer months where a sheet does not hold more.
 */
record AllValues(List<Entry> entries) {

    /** As far as the figures of the other sheets are compared; {@code kpis-all.csv} has all. */
    private static final int MONTHS_BACK = 12;

    /** Rows of a sheet, without its header. */
    private static final int MOST = 1_048_575;

    /**
     * A value with those of its cells that are the same in every language.
     *
     * @param value that may be shown
     */
    record Entry(
            KpiValue row,
            Kpi kpi,
            Optional<Double> value,
            Cell month,
            Cell scopeId,
            Cell counted,
            Cell divided,
            Cell amount,
            Cell coverage,
            Cell measured,
            Cell factors,
            Cell provisional,
            Cell edition) {

        static Entry of(KpiValue row, Kpi kpi) {
            boolean isShown = !Figure.isHidden(row);
            Optional<Double> value = row.value().filter(known -> isShown);
            return new Entry(
                    row,
                    kpi,
                    value,
                    Cell.month(row.month()),
                    Cell.text(row.scope().id()),
                    Speech.numerator(kpi, row.numerator().filter(known -> isShown)),
                    Speech.amount(row.denominator().filter(known -> isShown)),
                    Speech.value(kpi, value),
                    Speech.share(row.coverage().filter(known -> isShown)),
                    Speech.share(row.measuredShare().filter(known -> isShown)),
                    Cell.text(String.join(", ", row.factorIds())),
                    new Cell.Flag(row.isProvisional()),
                    Cell.plain(row.edition()));
        }
    }

    private static final Comparator<KpiValue> ORDER =
            Comparator.comparing(KpiValue::kpiId)
                    .thenComparing(KpiValue::period)
                    .thenComparing(row -> row.isOfOrganisation() ? 0 : 1)
                    .thenComparing(KpiValue::scope, Scope.ORDER);

    static AllValues of(MonthlyReport report) {
        return of(report, MOST);
    }

    static AllValues of(MonthlyReport report, int most) {
        MonthlyFacts facts = report.facts();
        YearMonth first = facts.month().minusMonths(MONTHS_BACK);
        Set<String> known = facts.catalogue().stream().map(Kpi::kpiId).collect(Collectors.toSet());
        Map<YearMonth, List<KpiValue>> months =
                facts.values().stream()
                        .filter(row -> known.contains(row.kpiId()))
                        .filter(row -> !row.month().isBefore(first))
                        .filter(row -> !row.month().isAfter(facts.month()))
                        .collect(
                                Collectors.groupingBy(
                                        KpiValue::month,
                                        () -> new TreeMap<>(Comparator.reverseOrder()),
                                        Collectors.toList()));
        List<Entry> entries = new ArrayList<>();
        for (List<KpiValue> ofMonth : months.values()) {
            if (entries.size() + ofMonth.size() > most) {
                break;
            }
            ofMonth.stream()
                    .sorted(ORDER)
                    .map(row -> Entry.of(row, report.kpi(row.kpiId())))
                    .forEach(entries::add);
        }
        return new AllValues(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The oldest month; there is one unless it is empty. */
    YearMonth first() {
        return entries.get(entries.size() - 1).row().month();
    }

    /** The newest month; there is one unless it is empty. */
    YearMonth last() {
        return entries.get(0).row().month();
    }
}
