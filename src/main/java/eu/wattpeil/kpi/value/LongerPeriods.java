package eu.wattpeil.kpi.value;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Period;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes values of the periods that end with a month of the values of their months: ratio of sums,
 * sum, last or largest, as the KPI says. Never a mean of ratios, and nothing that hides a month of
 * which the value is not known.
 *
 * <p>It is made of told values of the same scope only, and there is none where one of them is
 * withheld, so that of two periods no more can be taken off each other than was told of months.
 */
public final class LongerPeriods {

    private static final List<Period> ALL =
            Arrays.stream(Period.values()).filter(it -> it != Period.MONTH).toList();

    private final Kpi kpi;
    private final Period period;
    private final int length;
    private final List<KpiValue> months;
    private final KpiValue last;

    /**
     * The period of one scope.
     *
     * @param length how many months it has
     * @param months their values, in order; a month without one is left out
     */
    private LongerPeriods(Kpi kpi, Period period, int length, List<KpiValue> months) {
        this.kpi = kpi;
        this.period = period;
        this.length = length;
        this.months = months;
        this.last = months.get(months.size() - 1);
    }

    /**
     * The values of each period that ends with the month, for each scope of it.
     *
     * @param month the values of the month itself
     */
    public static List<KpiValue> of(Kpi kpi, EarlierMonths earlier, List<KpiValue> month) {
        if (!kpi.overTime().addsUp()) {
            return List.of();
        }
        List<KpiValue> values = new ArrayList<>();
        for (KpiValue last : month) {
            List<KpiValue> before = earlier.of(last);
            for (Period period : ALL) {
                if (period.isEndedBy(last.month())) {
                    values.add(of(kpi, period, before, last).value());
                }
            }
        }
        return values;
    }

    private static LongerPeriods of(Kpi kpi, Period period, List<KpiValue> before, KpiValue last) {
        List<YearMonth> months = period.months(last.month());
        Stream<KpiValue> others =
                before.stream()
                        .filter(it -> !it.month().isBefore(months.get(0)))
                        .filter(it -> it.month().isBefore(last.month()));
        List<KpiValue> values = Stream.concat(others, Stream.of(last)).toList();
        return new LongerPeriods(kpi, period, months.size(), values);
    }

    private KpiValue value() {
        if (kpi.overTime() == Kpi.OverTime.LAST) {
            return whole(last.amounts(), last.reason());
        }
        if (months.stream().anyMatch(KpiValue::isWithheld)) {
            return incomplete().withheld(whyWithheld());
        }
        if (months.stream().filter(this::isKnown).count() < length) {
            return incomplete();
        }
        return switch (kpi.overTime()) {
            case RATIO, MEAN -> ratio();
            case SUM ->
                    whole(
                            new Amounts(
                                    Optional.of(total(KpiValue::numerator)),
                                    Optional.empty(),
                                    Optional.of(Valuation.rounded(sumOfValues().doubleValue()))),
                            Optional.empty());
            case MAX -> whole(largest().amounts(), Optional.empty());
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
        return whole(
                new Amounts(
                        Optional.of(shown(total(KpiValue::numerator))).filter(it -> isShown),
                        Optional.of(shown(denominator)).filter(it -> isShown),
                        reason.isPresent()
                                ? Optional.empty()
                                : Optional.of(Valuation.rounded(value.get().doubleValue()))),
                reason);
    }

    /** The amount of the period: of levels, the mean of its months. */
    private BigDecimal shown(BigDecimal total) {
        return kpi.overTime() == Kpi.OverTime.MEAN
                ? Valuation.quotient(total, BigDecimal.valueOf(length))
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
        return whole(
                Amounts.NONE,
                Known.covered(Valuation.rounded(known / length)),
                Optional.of(Reason.PERIOD_INCOMPLETE),
                factors());
    }

    private KpiValue whole(Amounts amounts, Optional<Reason> reason) {
        return kpi.overTime() == Kpi.OverTime.LAST
                ? whole(amounts, last.known(), reason, last.factors())
                : whole(
                        amounts,
                        new Known(mean(KpiValue::coverage), mean(KpiValue::measuredShare)),
                        reason,
                        factors());
    }

    private KpiValue whole(
            Amounts amounts, Known known, Optional<Reason> reason, FactorUse factors) {
        Series series = last.series().in(period);
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
        return Optional.of(Valuation.rounded(sum / length));
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
