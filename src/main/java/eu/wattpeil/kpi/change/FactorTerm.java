package eu.wattpeil.kpi.change;

import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * A part of what a footprint counts in a month: an activity times what it is multiplied by.
 *
 * @param part its name, the same in every month
 * @param activity negative where it saves
 * @param factor all of its factors together
 */
public record FactorTerm(
        YearMonth month,
        String kpiId,
        Scope scope,
        String part,
        BigDecimal activity,
        BigDecimal factor) {}
