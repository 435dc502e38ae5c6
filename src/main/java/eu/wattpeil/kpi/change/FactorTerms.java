package eu.wattpeil.kpi.change;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parts that values add up from, where they are known. */
final class FactorTerms {

    /** What amounts with six decimals and a coverage with nine may leave of all parts together. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.00001");

    private final Map<Series, Map<YearMonth, Map<String, Part>>> parts = new HashMap<>();

    /**
     * A part of a value.
     *
     * @param factor of several months the mean by their activity
     */
    record Part(BigDecimal activity, BigDecimal factor) {

        /** The same part where there is nothing of it. */
        Part absent() {
            return new Part(BigDecimal.ZERO, factor);
        }

        private BigDecimal amount() {
            return activity.multiply(factor);
        }

        /** Both together; what adds up to no activity has what it comes to as one of its own. */
        private Part plus(Part other) {
            BigDecimal sum = activity.add(other.activity);
            BigDecimal amount = amount().add(other.amount());
            return sum.signum() == 0
                    ? new Part(amount, BigDecimal.ONE)
                    : new Part(sum, amount.divide(sum, MathContext.DECIMAL128));
        }
    }

    FactorTerms(Collection<FactorTerm> terms) {
        for (FactorTerm term : terms) {
            parts.computeIfAbsent(
                            new Series(term.kpiId(), term.scope(), Period.MONTH),
                            key -> new HashMap<>())
                    .computeIfAbsent(term.month(), key -> new TreeMap<>())
                    .merge(term.part(), new Part(term.activity(), term.factor()), Part::plus);
        }
    }

    /**
     * The parts of a value by their names; empty where they are not known, or do not add up to what
     * the value counts, as where it was told before something came in late.
     */
    Optional<Map<String, Part>> of(KpiValue value) {
        Map<YearMonth, Map<String, Part>> months =
                parts.getOrDefault(value.series().in(Period.MONTH), Map.of());
        Map<String, Part> sums = new TreeMap<>();
        for (YearMonth month : value.period().months(value.month())) {
            months.getOrDefault(month, Map.of())
                    .forEach((name, part) -> sums.merge(name, part, Part::plus));
        }
        return Optional.of(sums).filter(it -> !it.isEmpty() && addUp(it, Amount.of(value)));
    }

    private static boolean addUp(Map<String, Part> parts, BigDecimal amount) {
        BigDecimal left = amount;
        BigDecimal all = BigDecimal.ONE;
        for (Part part : parts.values()) {
            left = left.subtract(part.amount());
            all = all.add(part.amount().abs());
        }
        return left.abs().compareTo(all.multiply(TOLERANCE)) <= 0;
    }
}
