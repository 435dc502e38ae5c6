package eu.wattpeil.kpi.change;

import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * A part of what a KPI counts in a month: an activity, times what it is multiplied by, times the
 * share of it that counts.
 *
 * @param kind what it is known together with
 * @param part its name within the kind, the same in every month
 * @param activity the whole of it; negative where it saves
 * @param factor all of its factors together
 * @param coverage 1 but where what is not known is left out
 */
public record FactorTerm(
        YearMonth month,
        String kpiId,
        Scope scope,
        String kind,
        String part,
        BigDecimal activity,
        BigDecimal factor,
        BigDecimal coverage) {}
