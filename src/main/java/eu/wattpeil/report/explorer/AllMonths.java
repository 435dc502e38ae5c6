package eu.wattpeil.report.explorer;

import eu.wattpeil.goal.History;
import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.report.content.MonthlyReport;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is shown of all months, which is read when it is asked for: of some months at once, as to
 * ask for each alone takes several times as long. Threads may ask side by side.
 *
 * @param newest the report of the newest month, which names and goals go by
 * @param months those that have an edition, in order
 * @param values of some of them of the periods that are reported, as they may be shown
 * @param causes of the values of some of them, in their order
 * @param lineage of a KPI, by its id
 */
public record AllMonths(
        MonthlyReport newest,
        List<YearMonth> months,
        Function<List<YearMonth>, List<KpiValue>> values,
        Function<List<YearMonth>, List<Causes>> causes,
        Function<String, Lineage> lineage) {

    public AllMonths {
        months = List.copyOf(months);
    }

    /**
     * The rows of some months as {@link History#current} has them, of KPIs that there are; none of
     * a month without any.
     */
    public Map<YearMonth, List<KpiValue>> rows(List<YearMonth> some) {
        Set<String> catalogue =
                newest.facts().catalogue().stream().map(Kpi::kpiId).collect(Collectors.toSet());
        Map<YearMonth, List<KpiValue>> rows =
                values.apply(some).stream()
                        .filter(row -> catalogue.contains(row.kpiId()))
                        .collect(Collectors.groupingBy(KpiValue::month));
        rows.replaceAll(History::current);
        return rows;
    }

    /**
     * Why the values of a month are what they are.
     *
     * @param changes what changed them
     * @param restated by series, why a value is another one than in the edition before
     */
    public record Causes(List<ChangePart> changes, Map<Series, List<Restatement.Why>> restated) {

        public Causes {
            changes = List.copyOf(changes);
            restated = Map.copyOf(restated);
        }
    }
}
