package eu.wattpeil.kpi.value;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Headcount;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures and values for tests of the KPI rules. */
public final class Values {

    static final YearMonth MONTH = YearMonth.of(2026, 9);
    static final UsedFactors NO_FACTORS =
            new UsedFactors(FactorUse.NONE, Optional.empty(), Optional.empty());

    private Values() {}

    static ScopeFigure figure(
            String kind,
            String id,
            @Nullable String numerator,
            @Nullable String denominator,
            double coverage) {
        return new ScopeFigure(
                new Scope(kind, id),
                Optional.ofNullable(numerator).map(BigDecimal::new),
                Optional.ofNullable(denominator).map(BigDecimal::new),
                new Known(Optional.of(coverage), Optional.of(1.0)),
                false);
    }

    static ScopeFigure room(
            String id, @Nullable String numerator, @Nullable String denominator, double coverage) {
        return figure("room", id, numerator, denominator, coverage);
    }

    /** The values of a month. */
    static List<KpiValue> values(Kpi kpi, YearMonth month, ScopeFigure... figures) {
        Valuation valuation = new Valuation(kpi, month, NO_FACTORS, 0.95);
        return RollUp.withOrganisation(kpi, List.of(figures)).stream()
                .map(valuation::value)
                .toList();
    }

    static KpiValue organisation(List<KpiValue> values) {
        return values.stream().filter(KpiValue::isOfOrganisation).findFirst().orElseThrow();
    }

    public static Headcount people(String department, int people) {
        return new Headcount(MONTH, department, BigDecimal.valueOf(people), people);
    }
}
