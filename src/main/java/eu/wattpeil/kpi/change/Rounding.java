package eu.wattpeil.kpi.change;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

/**
 * Rounds the parts of a difference so that they still add up: what rounding each of them leaves of
 * the whole goes to the largest part, of equal ones to the first cause. The negative of the parts
 * gives the negative of the rounded ones.
 */
final class Rounding {

    /** What lies behind is noise of the division, and would decide what a half is rounded to. */
    private static final int EXACT_DECIMALS = 18;

    private Rounding() {}

    /**
     * The parts with so many decimals.
     *
     * @param parts at least one
     * @param whole what they add up to, exact in so many decimals
     */
    static Map<Cause, BigDecimal> of(Map<Cause, BigDecimal> parts, BigDecimal whole, int decimals) {
        Map<Cause, BigDecimal> rounded = new EnumMap<>(Cause.class);
        parts.forEach((cause, part) -> rounded.put(cause, rounded(part, decimals)));
        BigDecimal left =
                whole.subtract(rounded.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        Cause largest = largest(parts);
        rounded.merge(largest, left, BigDecimal::add);
        return rounded;
    }

    static BigDecimal rounded(BigDecimal amount, int decimals) {
        return settled(amount).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal settled(BigDecimal amount) {
        return amount.setScale(EXACT_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static Cause largest(Map<Cause, BigDecimal> parts) {
        return new EnumMap<>(parts)
                .entrySet().stream()
                        .reduce(
                                (one, other) ->
                                        settled(other.getValue().abs())
                                                                .compareTo(
                                                                        settled(
                                                                                one.getValue()
                                                                                        .abs()))
                                                        > 0
                                                ? other
                                                : one)
                        .orElseThrow()
                        .getKey();
    }
}
