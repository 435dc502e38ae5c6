package eu.wattpeil.kpi.value;

import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.util.Comparator;

/** What values of one month after the other are about. */
public record Series(String kpiId, Scope scope, Period period) {

    /** By period, KPI and scope. */
    public static final Comparator<Series> ORDER =
            Comparator.comparing(Series::period)
                    .thenComparing(Series::kpiId)
                    .thenComparing(Series::scope, Scope.ORDER);

    /** The organisation as a whole. */
    public static Series ofOrganisation(String kpiId, Period period) {
        return new Series(kpiId, Scope.ORGANISATION, period);
    }

    /** The same KPI and scope in another period. */
    public Series in(Period other) {
        return new Series(kpiId, scope, other);
    }
}
