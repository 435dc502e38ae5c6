package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How a value follows from its amounts: {@code counted / completedBy / dividedBy}, with what is
 * empty left out.
 *
 * @param counted what is above the line
 * @param completedBy the share that is known, by which a sum with gaps is completed
 * @param dividedBy what is below the line
 * @param result of the division, exact to {@value #DIGITS} digits
 * @param value the result as it stands in the edition, with nine decimals
 */
public record Arithmetic(
        BigDecimal counted,
        Optional<BigDecimal> completedBy,
        Optional<BigDecimal> dividedBy,
        BigDecimal result,
        BigDecimal value) {

    static final int DIGITS = 34;

    private static final int DECIMALS = 9;

    /** Whether the result is the value to the last digit. */
    public boolean isSame() {
        return rounded(result).compareTo(value) == 0;
    }

    /** The result as a value has it. */
    public static BigDecimal rounded(BigDecimal result) {
        // A value is a binary fraction, which is rounded as its shortest decimal notation says.
        return BigDecimal.valueOf(result.doubleValue()).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /**
     * Of a value that is known.
     *
     * @param months the values of the months of its period; none for the value of a month
     */
    static Optional<Arithmetic> of(Kpi kpi, KpiValue value, List<KpiValue> months) {
        if (value.value().isEmpty()) {
            return Optional.empty();
        }
        if (value.period() == Period.MONTH) {
            return ofMonth(kpi, value);
        }
        return switch (kpi.overTime()) {
            case LAST, MAX ->
                    months.stream()
                            .filter(month -> month.value().equals(value.value()))
                            .findFirst()
                            .flatMap(month -> ofMonth(kpi, month));
            case RATIO, MEAN, SUM, YEAR, NONE -> ofPeriod(kpi, value, months);
        };
    }

    private static Optional<Arithmetic> ofMonth(Kpi kpi, KpiValue value) {
        Optional<BigDecimal> share =
                kpi.isScaled() ? value.coverage().map(BigDecimal::valueOf) : Optional.empty();
        return value.numerator()
                .map(counted -> of(counted, share, value.denominator(), shown(value)));
    }

    private static Optional<Arithmetic> ofPeriod(Kpi kpi, KpiValue value, List<KpiValue> months) {
        if (kpi.overTime() == Kpi.OverTime.SUM) {
            BigDecimal sum =
                    months.stream()
                            .flatMap(month -> month.value().stream())
                            .map(BigDecimal::valueOf)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            return Optional.of(of(sum, Optional.empty(), Optional.empty(), shown(value)));
        }
        BigDecimal counted =
                months.stream()
                        .map(month -> completed(kpi, month))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal divided =
                months.stream()
                        .flatMap(month -> month.denominator().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return divided.signum() == 0
                ? Optional.empty()
                : Optional.of(of(counted, Optional.empty(), Optional.of(divided), shown(value)));
    }

    /** What a month adds above the line. */
    static BigDecimal completed(Kpi kpi, KpiValue month) {
        BigDecimal counted = month.numerator().orElse(BigDecimal.ZERO);
        return kpi.isScaled()
                ? divided(counted, month.coverage().map(BigDecimal::valueOf))
                : counted;
    }

    private static Arithmetic of(
            BigDecimal counted,
            Optional<BigDecimal> completedBy,
            Optional<BigDecimal> dividedBy,
            BigDecimal value) {
        return new Arithmetic(
                counted,
                completedBy,
                dividedBy,
                divided(divided(counted, completedBy), dividedBy),
                value);
    }

    private static BigDecimal shown(KpiValue value) {
        return BigDecimal.valueOf(value.value().orElseThrow());
    }

    private static BigDecimal divided(BigDecimal amount, Optional<BigDecimal> by) {
        return by.map(it -> amount.divide(it, MathContext.DECIMAL128)).orElse(amount);
    }
}
