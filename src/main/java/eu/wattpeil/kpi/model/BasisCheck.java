package eu.wattpeil.kpi.model;

import eu.wattpeil.workspace.EnergyContract;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Refill;
import eu.wattpeil.workspace.Workspace;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds KPIs whose emissions of energy have several bases: a direct factor leaves out what a
 * lifecycle or a well-to-wheel factor holds, so that their sum says nothing. Rows of one series
 * have one basis, and a purpose has one series, so a KPI of one basis has a trend of one basis.
 *
 * <p>A refrigerant is no energy: nothing comes before its leak that a factor could leave out. What
 * is bought or thrown away (scope 3) has the basis of its whole life by itself; what a direct
 * factor leaves out upstream is no part of the others, which the models see to.
 */
public final class BasisCheck {

    private static final String SETTINGS = "config/wattpeil.yaml";
    private static final Set<String> ALONE = Set.of("direct", "lifecycle", "wtw");

    private BasisCheck() {}

    /** Notes each KPI that mixes bases, with a row of each. */
    public static void check(Workspace workspace, List<Kpi> kpis, Problems problems) {
        Map<String, List<Factor>> factors =
                workspace.factors().stream()
                        .filter(BasisCheck::isOfEnergy)
                        .collect(Collectors.groupingBy(Factor::series));
        for (Kpi kpi : kpis) {
            Map<String, String> rows = new LinkedHashMap<>();
            kpi.factors().stream()
                    .flatMap(purpose -> seriesOf(purpose, workspace))
                    .flatMap(name -> ofSeries(factors, name))
                    .forEach(it -> rows.putIfAbsent(it.basis(), row(it)));
            if (rows.size() > 1) {
                problems.add(SETTINGS, 0, message(kpi, rows.values()));
            }
        }
    }

    /** Of a purpose of the settings one series; of contracts and refills that of each row. */
    private static Stream<String> seriesOf(String purpose, Workspace workspace) {
        return switch (purpose) {
            case "supply_contracts" ->
                    workspace.supplies().contracts().stream().map(EnergyContract::series);
            case "fuel_refills" ->
                    workspace.supplies().refills().stream()
                            .filter(refill -> refill.kind() == Refill.Kind.FUEL)
                            .map(Refill::series);
            default -> Stream.ofNullable(workspace.settings().factorSeries().get(purpose));
        };
    }

    private static Stream<Factor> ofSeries(Map<String, List<Factor>> factors, String series) {
        return factors.getOrDefault(series, List.of()).stream();
    }

    private static boolean isOfEnergy(Factor factor) {
        return ALONE.contains(factor.basis())
                && (factor.scope().startsWith("scope1") || factor.scope().startsWith("scope2"));
    }

    private static String row(Factor factor) {
        return factor.factorId() + " (" + factor.basis() + ", " + factor.file() + ")";
    }

    private static String message(Kpi kpi, Collection<String> rows) {
        return "factors of "
                + kpi.kpiId()
                + " are "
                + String.join(" and ", rows)
                + ", expected one basis: its sum would count what comes before the power plant for"
                + " a part only";
    }
}
