package eu.wattpeil.kpi.change;

import eu.wattpeil.kpi.value.Series;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The difference between two values of a series, by its causes.
 *
 * @param month of the later value
 * @param before the older value, with {@value #DECIMALS} decimals; empty where it is not known
 * @param now the later one
 * @param unit of both
 * @param parts what each cause changed, in the order of causes; they add up to the difference to
 *     the last decimal. None where a value is not known
 * @param reason why there are no parts, or why the rest could not be told apart, as a code
 * @param weatherUntold why there is no part of the weather, as a code; empty where there is one, or
 *     where the weather changes nothing in the KPI
 */
public record Change(
        YearMonth month,
        Series series,
        Against against,
        Optional<BigDecimal> before,
        Optional<BigDecimal> now,
        String unit,
        Map<Cause, BigDecimal> parts,
        Optional<String> reason,
        Optional<String> weatherUntold) {

    /** The decimals that values and parts are told with. */
    public static final int DECIMALS = 6;

    static final Comparator<Change> ORDER =
            Comparator.comparing(Change::series, Series.ORDER).thenComparing(Change::against);

    public Change {
        Map<Cause, BigDecimal> ordered = new EnumMap<>(Cause.class);
        ordered.putAll(parts);
        parts = Collections.unmodifiableMap(ordered);
        if (!parts.isEmpty() && sum(parts).compareTo(difference(before, now)) != 0) {
            throw new IllegalArgumentException(
                    "parts are " + parts + ", expected a sum of " + difference(before, now));
        }
    }

    /**
     * The parts with fewer decimals, as they are shown beside values of as many: what they add up
     * to is the difference of the shown values.
     *
     * @throws java.util.NoSuchElementException where a value is not known
     */
    public Map<Cause, BigDecimal> parts(int decimals) {
        BigDecimal shown =
                Rounding.rounded(now.orElseThrow(), decimals)
                        .subtract(Rounding.rounded(before.orElseThrow(), decimals));
        return parts.isEmpty() ? Map.of() : Rounding.of(parts, shown, decimals);
    }

    private static BigDecimal sum(Map<Cause, BigDecimal> parts) {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal difference(Optional<BigDecimal> before, Optional<BigDecimal> now) {
        return now.orElseThrow().subtract(before.orElseThrow());
    }
}
