package eu.wattpeil.kpi.value;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Period;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes values of the twelve months up to a month of the values of those months: ratio of sums,
 * sum, last or largest, as the KPI says. Never a mean of ratios, and nothing that hides a month of
 * which the value is not known.
 */
public final class RollingYear {

    public static final int MONTHS = 12;

    private final Kpi kpi;
    private final List<KpiValue> months;
    private final KpiValue last;

    /**
     * The twelve months of one scope.
     *
     * @param months the values of the months, in order; a month without one is left out
     */
    private RollingYear(Kpi kpi, List<KpiValue> months) {
        this.kpi = kpi;
        this.months = months;
        this.last = months.get(months.size() - 1);
    }

    /**
     * The values of the year for each scope of the month.
     *
     * @param month the values of the month itself
     */
    public static List<KpiValue> of(Kpi kpi, EarlierMonths earlier, List<KpiValue> month) {
        if (kpi.overTime() == Kpi.OverTime.NONE || kpi.overTime() == Kpi.OverTime.YEAR) {
            return List.of();
        }
        List<KpiValue> years = new ArrayList<>();
        for (KpiValue last : month) {
            YearMonth first = last.month().minusMonths(MONTHS - 1L);
            Stream<KpiValue> before =
                    earlier.of(last).stream()
                            .filter(it -> !it.month().isBefore(first))
                            .filter(it -> it.month().isBefore(last.month()));
            years.add(
                    new RollingYear(kpi, Stream.concat(before, Stream.of(last)).toList()).value());
        }
        return years;
    }

    private KpiValue value() {
        if (kpi.overTime() == Kpi.OverTime.LAST) {
            return year(last.amounts(), last.reason());
        }
        if (months.stream().anyMatch(KpiValue::isWithheld)) {
            return incomplete().withheld(whyWithheld());
        }
        if (months.stream().filter(this::isKnown).count() < MONTHS) {
            return incomplete();
        }
        return switch (kpi.overTime()) {
            case RATIO, MEAN -> ratio();
            case SUM ->
                    year(
                            new Amounts(
                                    Optional.of(total(KpiValue::numerator)),
                                    Optional.empty(),
                                    Optional.of(Valuation.rounded(sumOfValues().doubleValue()))),
                            Optional.empty());
            case MAX -> year(largest().amounts(), Optional.empty());
            case LAST, YEAR, NONE ->
                    throw new IllegalStateException("Cannot add up: " + kpi.kpiId());
        };
    }

    private Reason whyWithheld() {
        Reason few = Reason.FEWER_THAN_MINIMUM_PEOPLE;
        return months.stream().anyMatch(month -> month.reason().filter(few::equals).isPresent())
                ? few
                : Reason.PROTECTS_SMALLER_DEPARTMENT;
    }

    private KpiValue ratio() {
        BigDecimal completed =
                months.stream().map(this::completed).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal denominator = total(KpiValue::denominator);
        Supplier<BigDecimal> value = () -> Valuation.quotient(completed, denominator);
        Optional<Reason> reason = Valuation.reasonOfAmount(kpi, Optional.of(denominator), value);
        boolean isShown = Valuation.hasAmounts(reason);
        return year(
                new Amounts(
                        Optional.of(shown(total(KpiValue::numerator))).filter(it -> isShown),
                        Optional.of(shown(denominator)).filter(it -> isShown),
                        reason.isPresent()
                                ? Optional.empty()
                                : Optional.of(Valuation.rounded(value.get().doubleValue()))),
                reason);
    }

    /** The amount of the year: of levels, the mean of its months. */
    private BigDecimal shown(BigDecimal total) {
        return kpi.overTime() == Kpi.OverTime.MEAN
                ? Valuation.quotient(total, BigDecimal.valueOf(MONTHS))
                : total;
    }

    private BigDecimal completed(KpiValue month) {
        return Valuation.completed(
                kpi, month.numerator().orElseThrow(), month.coverage().orElse(1.0));
    }

    /** A month in which nothing was divided by is known all the same: it adds nothing. */
    private boolean isKnown(KpiValue month) {
        return month.value().isPresent()
                || (kpi.overTime().isQuotient()
                        && month.reason().filter(Reason.DENOMINATOR_ZERO::equals).isPresent());
    }

    private KpiValue incomplete() {
        double known = months.stream().filter(this::isKnown).count();
        return year(
                Amounts.NONE,
                Known.covered(Valuation.rounded(known / MONTHS)),
                Optional.of(Reason.PERIOD_INCOMPLETE),
                factors());
    }

    private KpiValue year(Amounts amounts, Optional<Reason> reason) {
        return kpi.overTime() == Kpi.OverTime.LAST
                ? year(amounts, last.known(), reason, last.factors())
                : year(
                        amounts,
                        new Known(mean(KpiValue::coverage), mean(KpiValue::measuredShare)),
                        reason,
                        factors());
    }

    private KpiValue year(
            Amounts amounts, Known known, Optional<Reason> reason, FactorUse factors) {
        Series series = last.series().in(Period.ROLLING_YEAR);
        return new KpiValue(last.month(), series, amounts, last.unit(), known, reason, factors, 0);
    }

    private BigDecimal total(Function<KpiValue, Optional<BigDecimal>> amount) {
        return months.stream()
                .map(month -> amount.apply(month).orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal sumOfValues() {
        return months.stream()
                .map(month -> BigDecimal.valueOf(month.value().orElseThrow()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private KpiValue largest() {
        return months.stream()
                .max(Comparator.comparing(month -> month.value().orElseThrow()))
                .orElseThrow();
    }

    private Optional<Double> mean(Function<KpiValue, Optional<Double>> share) {
        if (months.stream().anyMatch(month -> share.apply(month).isEmpty())) {
            return Optional.empty();
        }
        double sum = months.stream().mapToDouble(month -> share.apply(month).orElseThrow()).sum();
        return Optional.of(Valuation.rounded(sum / MONTHS));
    }

    private FactorUse factors() {
        return new FactorUse(
                months.stream()
                        .flatMap(month -> month.factorIds().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                months.stream().anyMatch(KpiValue::isProvisional));
    }
}
