package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.Scope;
import java.time.LocalDate;
import java.util.Set;

/** What a KPI came to on one day in a scope, where enough of the day is known. */
public record DailyValue(String kpiId, Scope scope, LocalDate day, double value) {

    /** Of a site, among the values of days. */
    public static final String COOLING_DEGREE_DAYS = "cooling_degree_days";

    private static final Set<String> COOLED = Set.of("cooling_energy", "dc_energy_total");

    /** Whether the energy of cooling is a part of the days of a KPI. */
    public static boolean hasCooling(String kpiId) {
        return COOLED.contains(kpiId);
    }
}
