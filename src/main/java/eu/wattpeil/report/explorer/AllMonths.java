package eu.wattpeil.report.explorer;

import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.report.content.MonthlyReport;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is shown of all months.
 *
 * @param newest the report of the newest month, which names and goals go by
 * @param months those that have an edition, in order
 * @param month what is told of one of them
 * @param lineage of a KPI, by its id
 */
public record AllMonths(
        MonthlyReport newest,
        List<YearMonth> months,
        Function<YearMonth, Month> month,
        Function<String, Lineage> lineage) {

    public AllMonths {
        months = List.copyOf(months);
    }

    /**
     * What the shown edition of a month tells.
     *
     * @param values as they may be shown
     * @param changes what changed them
     * @param restated by series, why a value is another one than in the edition before
     */
    public record Month(
            List<KpiValue> values,
            List<ChangePart> changes,
            Map<Series, List<Restatement.Why>> restated) {

        public Month {
            values = List.copyOf(values);
            changes = List.copyOf(changes);
            restated = Map.copyOf(restated);
        }
    }
}
