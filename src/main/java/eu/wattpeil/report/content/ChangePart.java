package eu.wattpeil.report.content;

import eu.wattpeil.kpi.value.Series;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A part of what changed a value, as {@code kpi_changes} has it.
 *
 * @param against the other month
 * @param cause its code
 * @param amount in the KPI's unit; empty where it cannot be told
 */
public record ChangePart(
        Series series, YearMonth against, String cause, Optional<BigDecimal> amount) {}
