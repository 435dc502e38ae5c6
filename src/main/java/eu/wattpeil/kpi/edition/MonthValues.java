package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.EarlierMonths;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.LongerPeriods;
import eu.wattpeil.kpi.value.RollUp;
import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.kpi.value.Suppression;
import eu.wattpeil.kpi.value.UsedFactors;
import eu.wattpeil.kpi.value.Valuation;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.Workspace;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the rows of {@code kpi_values} of a month: roll-up, value, suppression, longer periods. */
final class MonthValues {

    private final Inputs inputs;
    private final YearMonth month;
    private final List<DeviceFactor> deviceFactors;

    /**
     * @param deviceFactors that the devices of each scope were modelled with
     */
    MonthValues(Inputs inputs, YearMonth month, List<DeviceFactor> deviceFactors) {
        this.deviceFactors = deviceFactors;
        this.inputs = inputs;
        this.month = month;
    }

    /**
     * All values of the month, in order.
     *
     * @param figures the rows of each KPI
     * @param earlier the shown values of the months before
     * @param editions the values of those of the month so far, the shown one last
     */
    List<KpiValue> of(
            Map<Kpi, List<ScopeFigure>> figures,
            List<KpiValue> earlier,
            List<List<KpiValue>> editions) {
        Map<Kpi, List<KpiValue>> known = new LinkedHashMap<>();
        Set<String> steering = inputs.catalogue().steering();
        for (Kpi kpi : inputs.catalogue().kpis()) {
            if (!steering.contains(kpi.kpiId())) {
                known.put(kpi, monthValues(kpi, figures));
            }
        }
        Suppression suppression =
                Suppression.of(
                        inputs.workspace().settings().minimumGroupSize(),
                        inputs.workspace().headcounts(),
                        month,
                        known.values().stream().flatMap(List::stream).toList(),
                        editions);
        EarlierMonths before = new EarlierMonths(earlier);
        List<KpiValue> values = new ArrayList<>();
        for (Kpi kpi : known.keySet()) {
            List<KpiValue> months = suppression.apply(kpi, known.get(kpi));
            values.addAll(withLongerPeriods(kpi, before, months));
        }
        values.sort(KpiTable.ORDER);
        return List.copyOf(values);
    }

    /**
     * The values with those of the KPIs that steer, in order. They are made of what may be told, so
     * that nothing of them has to be withheld.
     *
     * @param told the other values
     * @param figures the rows of each KPI that steers
     * @param earlier the shown values of the months before
     */
    List<KpiValue> withSteering(
            List<KpiValue> told, Map<Kpi, List<ScopeFigure>> figures, List<KpiValue> earlier) {
        EarlierMonths before = new EarlierMonths(earlier);
        List<KpiValue> values = new ArrayList<>(told);
        for (String kpiId : inputs.catalogue().steering()) {
            Kpi kpi = inputs.catalogue().kpi(kpiId).orElseThrow();
            values.addAll(withLongerPeriods(kpi, before, monthValues(kpi, figures)));
        }
        values.sort(KpiTable.ORDER);
        return List.copyOf(values);
    }

    private static List<KpiValue> withLongerPeriods(
            Kpi kpi, EarlierMonths before, List<KpiValue> months) {
        List<KpiValue> longer = LongerPeriods.of(kpi, before, months);
        return Stream.concat(months.stream(), longer.stream()).map(KpiTable::normal).toList();
    }

    private List<KpiValue> monthValues(Kpi kpi, Map<Kpi, List<ScopeFigure>> figures) {
        return RollUp.withOrganisation(kpi, figures.getOrDefault(kpi, List.of())).stream()
                .map(figure -> valuation(kpi, figure).value(figure))
                .map(KpiTable::normal)
                .toList();
    }

    private Valuation valuation(Kpi kpi, ScopeFigure figure) {
        Workspace workspace = inputs.workspace();
        Settings settings = workspace.settings();
        Map<String, List<String>> ofDevices =
                deviceFactors.stream()
                        .filter(factor -> factor.isOf(figure))
                        .collect(
                                Collectors.groupingBy(
                                        DeviceFactor::purpose,
                                        Collectors.mapping(
                                                DeviceFactor::factorId, Collectors.toList())));
        UsedFactors factors =
                UsedFactors.of(kpi.factors(), settings, ofDevices, workspace.factors(), month);
        return new Valuation(kpi, month, factors, settings.minimumCoverage());
    }
}
