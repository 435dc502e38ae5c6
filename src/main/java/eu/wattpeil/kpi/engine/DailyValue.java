package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.Scope;
import java.time.LocalDate;

/** What a KPI came to on one day in a scope, where enough of the day is known. */
public record DailyValue(String kpiId, Scope scope, LocalDate day, double value) {}
