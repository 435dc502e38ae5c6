package eu.wattpeil.kpi.value;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Headcount;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * Withholds what would speak of few people: departments smaller than the smallest group, or of a
 * size that is not known, in a month.
 *
 * <p>What is withheld could be found by taking the shown departments off the organisation's value;
 * so others are withheld too, until at least two departments and the smallest group stand behind
 * every difference. The same ones are withheld in all KPIs, since some count the same, and whether
 * or not the total is known yet. Earlier editions of the month stay with those who have them: the
 * ones that were never shown are withheld first, and nothing may follow from all editions together
 * that did not follow before. Where withholding departments is not enough, the total is withheld.
 */
public final class Suppression {

    private final Staff staff;
    private final Set<String> withheld;
    private final Set<String> kpisWithoutTotal;

    private Suppression(Staff staff, Set<String> withheld, Set<String> kpisWithoutTotal) {
        this.staff = staff;
        this.withheld = Set.copyOf(withheld);
        this.kpisWithoutTotal = Set.copyOf(kpisWithoutTotal);
    }

    /**
     * Decides what to withhold.
     *
     * @param values all that is known of the month
     * @param editions those of the month so far, with their values, the shown one last
     */
    public static Suppression of(
            int minimumGroupSize,
            List<Headcount> headcounts,
            YearMonth month,
            List<KpiValue> values,
            List<List<KpiValue>> editions) {
        Staff staff = new Staff(minimumGroupSize, headcounts, month);
        Withholding withholding = new Withholding(staff, values, editions);
        withholding.decide();
        return new Suppression(staff, withholding.departments(), withholding.kpisWithoutTotal());
    }

    /** The values of a KPI in the month, without what may not be told. */
    public List<KpiValue> apply(Kpi kpi, List<KpiValue> values) {
        boolean isTotalWithheld =
                kpisWithoutTotal.contains(kpi.kpiId()) || isLargestWithheld(kpi, values);
        return values.stream()
                .map(
                        value -> {
                            if (value.isOfDepartment() && withheld.contains(value.department())) {
                                return value.withheld(staff.whyWithheld(value.department()));
                            }
                            return value.isOfOrganisation() && isTotalWithheld
                                    ? value.withheld(Reason.PROTECTS_SMALLER_DEPARTMENT)
                                    : value;
                        })
                .toList();
    }

    /** The largest part is the whole where a KPI takes the largest. */
    private boolean isLargestWithheld(Kpi kpi, List<KpiValue> values) {
        return kpi.overScope() == Kpi.OverScope.MAX
                && values.stream()
                        .filter(it -> it.isOfDepartment() && withheld.contains(it.department()))
                        .anyMatch(
                                part ->
                                        values.stream()
                                                .filter(KpiValue::isOfOrganisation)
                                                .anyMatch(it -> it.value().equals(part.value())));
    }
}
