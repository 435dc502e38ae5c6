package eu.wattpeil.kpi.change;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A value as a sum of products, each factor of which has a cause: energy, for instance, as the days
 * times the energy of IT a day, and the days times that of the cooling a day.
 *
 * <p>The difference between two such values is split by the rule of Shapley: a cause has the mean
 * of what it changes over all orders in which the causes could have changed one after the other. Of
 * two it is the midpoint, {@code (A1 - A0) (F0 + F1) / 2} and {@code (F1 - F0) (A0 + A1) / 2} (KPI
 * {@code carbon_change_split}). It leaves no rest, favours no order, is the negative when both
 * change places, and is defined at zero and below, where the logarithmic mean (LMDI) is not.
 *
 * @param products the terms, in an order that both values share
 */
record Terms(List<Map<Cause, BigDecimal>> products) {

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    Terms {
        products = products.stream().map(Map::copyOf).toList();
    }

    /**
     * What each cause changed, in the order of causes; together what the value changed.
     *
     * @param before as many terms, of the same causes
     */
    Map<Cause, BigDecimal> since(Terms before) {
        if (before.products.size() != products.size()) {
            throw new IllegalArgumentException(
                    before.products.size() + " terms before, expected " + products.size());
        }
        Map<Cause, BigDecimal> parts = new EnumMap<>(Cause.class);
        for (int i = 0; i < products.size(); i++) {
            Map<Cause, BigDecimal> old = before.products.get(i);
            Map<Cause, BigDecimal> now = products.get(i);
            if (!old.keySet().equals(now.keySet())) {
                throw new IllegalArgumentException(
                        "causes before are " + old.keySet() + ", expected " + now.keySet());
            }
            for (Cause cause : now.keySet()) {
                parts.merge(cause, part(cause, old, now), BigDecimal::add);
            }
        }
        return parts;
    }

    private static BigDecimal part(
            Cause cause, Map<Cause, BigDecimal> old, Map<Cause, BigDecimal> now) {
        List<Cause> others = now.keySet().stream().filter(it -> it != cause).sorted().toList();
        BigDecimal mean = BigDecimal.ZERO;
        for (int chosen = 0; chosen < 1 << others.size(); chosen++) {
            BigDecimal product = BigDecimal.ONE;
            for (int i = 0; i < others.size(); i++) {
                boolean hasChanged = (chosen & 1 << i) != 0;
                product = product.multiply(at(others.get(i), hasChanged ? now : old), PRECISION);
            }
            BigDecimal orders = orders(Integer.bitCount(chosen), others.size());
            mean = mean.add(product.multiply(orders), PRECISION);
        }
        BigDecimal difference = at(cause, now).subtract(at(cause, old));
        return mean.multiply(difference, PRECISION).divide(factorial(others.size() + 1), PRECISION);
    }

    private static BigDecimal at(Cause cause, Map<Cause, BigDecimal> product) {
        return product.getOrDefault(cause, BigDecimal.ONE);
    }

    /** In how many orders a cause comes after just these others. */
    private static BigDecimal orders(int before, int others) {
        return factorial(before).multiply(factorial(others - before));
    }

    private static BigDecimal factorial(int number) {
        BigDecimal product = BigDecimal.ONE;
        for (int i = 2; i <= number; i++) {
            product = product.multiply(BigDecimal.valueOf(i));
        }
        return product;
    }
}
