package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The scopes that make a value of the organisation up.
 *
 * @param kind room, category, department …
 * @param rule how they become the whole; {@link Kpi.OverScope#NONE} where the model gives the whole
 *     itself, and the parts need not add up to it
 * @param values of those that may be shown, as in the edition
 * @param withheld how many may not
 * @param sum what their amounts add up to by the rule; empty where there is no rule, or a part may
 *     not be shown or is not known
 */
public record Parts(
        String kind, Kpi.OverScope rule, List<KpiValue> values, long withheld, Optional<Sum> sum) {

    public Parts {
        values = List.copyOf(values);
    }

    /**
     * What parts give together.
     *
     * @param isSame whether these are the amounts of the whole, to the last digit
     */
    public record Sum(BigDecimal numerator, Optional<BigDecimal> denominator, boolean isSame) {}

    /** The parts of the organisation's value of a month; empty where there are none. */
    static Optional<Parts> of(Kpi kpi, KpiValue whole, List<KpiValue> edition) {
        if (!whole.isOfOrganisation() || whole.period() != Period.MONTH) {
            return Optional.empty();
        }
        return kpi.grain().stream()
                .filter(it -> !it.equals(Scope.ORGANISATION_KIND))
                .findFirst()
                .map(kind -> of(kpi, whole, kind, edition))
                .filter(it -> !it.values.isEmpty() || it.withheld > 0);
    }

    private static Parts of(Kpi kpi, KpiValue whole, String kind, List<KpiValue> edition) {
        List<KpiValue> all =
                edition.stream()
                        .filter(it -> it.kpiId().equals(kpi.kpiId()))
                        .filter(it -> it.period() == Period.MONTH)
                        .filter(it -> it.scope().isOf(kind))
                        .toList();
        List<KpiValue> told = all.stream().filter(it -> !it.isWithheld()).toList();
        Kpi.OverScope rule =
                kpi.grain().contains(Scope.ORGANISATION_KIND)
                        ? Kpi.OverScope.NONE
                        : kpi.overScope();
        boolean addsUp = rule == Kpi.OverScope.SUM || rule == Kpi.OverScope.RATIO;
        boolean isKnown =
                whole.numerator().isPresent()
                        && told.size() == all.size()
                        && told.stream().allMatch(it -> it.numerator().isPresent());
        return new Parts(
                kind,
                rule,
                told,
                all.size() - told.size(),
                addsUp && isKnown ? Optional.of(sum(whole, told)) : Optional.empty());
    }

    private static Sum sum(KpiValue whole, List<KpiValue> parts) {
        BigDecimal numerator = total(parts, KpiValue::numerator);
        Optional<BigDecimal> denominator =
                whole.denominator().map(it -> total(parts, KpiValue::denominator));
        boolean isSame =
                numerator.compareTo(whole.numerator().orElseThrow()) == 0
                        && denominator
                                .filter(it -> it.compareTo(whole.denominator().orElseThrow()) != 0)
                                .isEmpty();
        return new Sum(numerator, denominator, isSame);
    }

    private static BigDecimal total(
            List<KpiValue> parts, Function<KpiValue, Optional<BigDecimal>> amount) {
        return parts.stream()
                .flatMap(it -> amount.apply(it).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
