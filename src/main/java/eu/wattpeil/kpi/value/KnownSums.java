package eu.wattpeil.kpi.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Sums of unknown amounts that are known, and which of the amounts follow from them. Exact. */
final class KnownSums {

    private final List<String> amounts;
    private final List<BigInteger[]> rows = new ArrayList<>();

    /**
     * Sums that are known.
     *
     * @param sums each as the names of the amounts in it
     */
    KnownSums(Collection<Set<String>> sums) {
        amounts = sums.stream().flatMap(Set::stream).distinct().sorted().toList();
        for (Set<String> sum : sums) {
            BigInteger[] rest = remainder(row(sum));
            if (pivot(rest) >= 0) {
                rows.add(rest);
            }
        }
    }

    /** Whether an amount can be worked out. */
    boolean determine(String amount) {
        return amounts.contains(amount) && pivot(remainder(row(Set.of(amount)))) < 0;
    }

    private BigInteger[] row(Set<String> sum) {
        return amounts.stream()
                .map(amount -> sum.contains(amount) ? BigInteger.ONE : BigInteger.ZERO)
                .toArray(BigInteger[]::new);
    }

    /** What is left of a row after the others; nothing where it follows from them. */
    private BigInteger[] remainder(BigInteger[] row) {
        BigInteger[] rest = row;
        for (BigInteger[] known : rows) {
            int pivot = pivot(known);
            if (rest[pivot].signum() != 0) {
                rest = eliminated(rest, known, pivot);
            }
        }
        return rest;
    }

    private static BigInteger[] eliminated(BigInteger[] row, BigInteger[] known, int pivot) {
        BigInteger[] rest = new BigInteger[row.length];
        for (int i = 0; i < row.length; i++) {
            rest[i] = row[i].multiply(known[pivot]).subtract(known[i].multiply(row[pivot]));
        }
        BigInteger divisor = Arrays.stream(rest).reduce(BigInteger.ZERO, BigInteger::gcd);
        return divisor.signum() == 0
                ? rest
                : Arrays.stream(rest).map(it -> it.divide(divisor)).toArray(BigInteger[]::new);
    }

    /** The first amount that a row speaks of; -1 for none. */
    private static int pivot(BigInteger[] row) {
        for (int i = 0; i < row.length; i++) {
            if (row[i].signum() != 0) {
                return i;
            }
        }
        return -1;
    }
}
