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

    private final Map<Series, Map<YearMonth, Map<Name, Part>>> parts = new HashMap<>();

    /** Parts of a kind are known together. */
    record Name(String kind, String part) implements Comparable<Name> {

        @Override
        public int compareTo(Name other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? part.compareTo(other.part) : byKind;
        }
    }

    /**
     * A part of a value: the product of the three.
     *
     * @param factor of several months the mean by their activity
     * @param coverage of several months the mean by what they would be without it
     */
    record Part(BigDecimal activity, BigDecimal factor, BigDecimal coverage) {

        /** The same part where there is nothing of it. */
        Part absent() {
            return new Part(BigDecimal.ZERO, factor, coverage);
        }

        Part covered(BigDecimal share) {
            return new Part(activity, factor, share);
        }

        /** As if all of it counted. */
        private BigDecimal whole() {
            return activity.multiply(factor);
        }

        private BigDecimal amount() {
            return whole().multiply(coverage);
        }

        /** Both together; what adds up to no activity has what it comes to as one of its own. */
        Part plus(Part other) {
            BigDecimal sum = activity.add(other.activity);
            BigDecimal whole = whole().add(other.whole());
            BigDecimal amount = amount().add(other.amount());
            if (sum.signum() == 0 || (whole.signum() == 0 && amount.signum() != 0)) {
                return new Part(amount, BigDecimal.ONE, BigDecimal.ONE);
            }
            return new Part(
                    sum,
                    whole.divide(sum, MathContext.DECIMAL128),
                    whole.signum() == 0
                            ? coverage.max(other.coverage)
                            : amount.divide(whole, MathContext.DECIMAL128));
        }
    }

    FactorTerms(Collection<FactorTerm> terms) {
        for (FactorTerm term : terms) {
            parts.computeIfAbsent(
                            new Series(term.kpiId(), term.scope(), Period.MONTH),
                            key -> new HashMap<>())
                    .computeIfAbsent(term.month(), key -> new TreeMap<>())
                    .merge(
                            new Name(term.kind(), term.part()),
                            new Part(term.activity(), term.factor(), term.coverage()),
                            Part::plus);
        }
    }

    /**
     * The parts of a value by their names; empty where they are not known, or do not add up to what
     * the value counts, as where it was told before something came in late.
     */
    Optional<Map<Name, Part>> of(KpiValue value) {
        Map<YearMonth, Map<Name, Part>> months =
                parts.getOrDefault(value.series().in(Period.MONTH), Map.of());
        Map<Name, Part> sums = new TreeMap<>();
        for (YearMonth month : value.period().months(value.month())) {
            months.getOrDefault(month, Map.of())
                    .forEach((name, part) -> sums.merge(name, part, Part::plus));
        }
        return Optional.of(sums).filter(it -> !it.isEmpty() && addUp(it, Amount.of(value)));
    }

    private static boolean addUp(Map<Name, Part> parts, BigDecimal amount) {
        BigDecimal left = amount;
        BigDecimal all = BigDecimal.ONE;
        for (Part part : parts.values()) {
            left = left.subtract(part.amount());
            all = all.add(part.amount().abs());
        }
        return left.abs().compareTo(all.multiply(TOLERANCE)) <= 0;
    }

    /**
     * The parts of one of two values, and those that the other alone has: nothing of the same
     * factor, known as well as the kind is here.
     */
    static Map<Name, Part> common(Map<Name, Part> own, Map<Name, Part> other) {
        Map<String, Part> kinds = new HashMap<>();
        own.forEach((name, part) -> kinds.merge(name.kind(), part, Part::plus));
        Map<Name, Part> all = new TreeMap<>();
        other.forEach(
                (name, part) ->
                        all.put(
                                name,
                                part.absent()
                                        .covered(
                                                kinds.getOrDefault(name.kind(), part).coverage())));
        all.putAll(own);
        return all;
    }
}
