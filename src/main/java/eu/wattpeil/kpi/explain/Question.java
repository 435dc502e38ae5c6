package eu.wattpeil.kpi.explain;

import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.time.YearMonth;

/**
 * Which value is to be explained.
 *
 * @param month the month, or the last one of the period
 */
public record Question(String kpiId, YearMonth month, Scope scope, Period period) {}
