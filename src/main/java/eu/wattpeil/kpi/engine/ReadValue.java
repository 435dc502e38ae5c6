package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.time.YearMonth;

/**
 * A value of a KPI that a result was read from.
 *
 * @param month the last of the period
 */
public record ReadValue(String kpiId, Scope scope, Period period, YearMonth month) {}
