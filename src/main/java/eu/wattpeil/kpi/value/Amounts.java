package eu.wattpeil.kpi.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The numbers of a value.
 *
 * @param numerator what is counted; for a KPI that is no ratio, the known amount
 * @param denominator what it is divided by; empty for a KPI that is no ratio
 * @param value empty where it is not known
 */
public record Amounts(
        Optional<BigDecimal> numerator, Optional<BigDecimal> denominator, Optional<Double> value) {

    /** Nothing that could be told. */
    public static final Amounts NONE =
            new Amounts(Optional.empty(), Optional.empty(), Optional.empty());

    /** The same value of other exact amounts. */
    public Amounts with(UnaryOperator<BigDecimal> change) {
        return new Amounts(numerator.map(change), denominator.map(change), value);
    }

    /** Whether there is any number. */
    boolean areTold() {
        return value.isPresent() || numerator.isPresent() || denominator.isPresent();
    }

    /** What it counts, of those that are told. */
    BigDecimal counted() {
        return numerator
                .or(() -> value.map(BigDecimal::valueOf))
                .or(() -> denominator)
                .orElseThrow()
                .stripTrailingZeros();
    }
}
