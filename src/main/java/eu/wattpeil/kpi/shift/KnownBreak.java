package eu.wattpeil.kpi.shift;

import java.time.LocalDate;

/** A row of {@code series_breaks}: from a day on, a KPI is measured in another way. */
public record KnownBreak(String kpiId, String cause, String subjectId, LocalDate day) {}
