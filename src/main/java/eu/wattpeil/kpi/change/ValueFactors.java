package eu.wattpeil.kpi.change;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Factor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The factors in values, by the ids that the values tell. */
final class ValueFactors {

    private static final String DEVICES = "device_";

    private final Map<String, Factor> factors;
    private final Map<String, String> seriesOfPurposes;

    /**
     * @param seriesOfPurposes the series that serves each purpose
     */
    ValueFactors(Collection<Factor> factors, Map<String, String> seriesOfPurposes) {
        this.factors =
                factors.stream().collect(Collectors.toMap(Factor::factorId, Function.identity()));
        this.seriesOfPurposes = Map.copyOf(seriesOfPurposes);
    }

    /**
     * The factor that the whole value scales with: of several their product, of several months the
     * mean by what each month was made of.
     *
     * @param months the values of the months of the period
     * @return empty where it is not known, or nothing can be divided by it
     */
    Optional<BigDecimal> scale(Kpi kpi, List<KpiValue> months) {
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal activity = BigDecimal.ZERO;
        for (KpiValue month : months) {
            Optional<BigDecimal> scale = scale(kpi, month);
            if (scale.isEmpty() || month.value().isEmpty()) {
                return Optional.empty();
            }
            if (months.size() == 1) {
                return scale;
            }
            BigDecimal value = Amount.of(month);
            amount = amount.add(value);
            activity = activity.add(value.divide(scale.get(), MathContext.DECIMAL128));
        }
        return amount.signum() == 0 || activity.signum() == 0
                ? Optional.empty()
                : Optional.of(amount.divide(activity, MathContext.DECIMAL128));
    }

    private Optional<BigDecimal> scale(Kpi kpi, KpiValue value) {
        BigDecimal product = BigDecimal.ONE;
        for (String purpose : kpi.makeup().scalesWith()) {
            List<BigDecimal> held =
                    value.factorIds().stream()
                            .flatMap(id -> Optional.ofNullable(factors.get(id)).stream())
                            .filter(it -> it.series().equals(seriesOfPurposes.get(purpose)))
                            .flatMap(it -> it.value().stream())
                            .toList();
            if (held.size() != 1) {
                return Optional.empty();
            }
            product = product.multiply(held.get(0), MathContext.DECIMAL128);
        }
        return Optional.of(product).filter(it -> it.signum() != 0);
    }

    /**
     * Whether another factor than those that the value scales with may have changed it. A class of
     * devices that is new brings a factor and changes none.
     */
    boolean hasOtherChange(Kpi kpi, KpiValue before, KpiValue now) {
        Map<String, Set<String>> old = others(kpi, before);
        Map<String, Set<String>> current = others(kpi, now);
        Set<String> gone = new HashSet<>(old.keySet());
        gone.removeAll(current.keySet());
        Set<String> come = new HashSet<>(current.keySet());
        come.removeAll(old.keySet());
        boolean isReplaced = !gone.isEmpty() && !come.isEmpty() && !isOfDevicesOnly(kpi);
        return isReplaced
                || old.entrySet().stream()
                        .anyMatch(
                                it ->
                                        !it.getValue()
                                                .equals(
                                                        current.getOrDefault(
                                                                it.getKey(), it.getValue())));
    }

    private static boolean isOfDevicesOnly(Kpi kpi) {
        return kpi.factors().stream()
                .filter(purpose -> !kpi.makeup().scalesWith().contains(purpose))
                .allMatch(purpose -> purpose.startsWith(DEVICES));
    }

    /** The values of each other series; an id that is no longer configured stands for itself. */
    private Map<String, Set<String>> others(Kpi kpi, KpiValue value) {
        Set<String> scaling =
                kpi.makeup().scalesWith().stream()
                        .flatMap(it -> Optional.ofNullable(seriesOfPurposes.get(it)).stream())
                        .collect(Collectors.toSet());
        Map<String, Set<String>> others = new HashMap<>();
        for (String id : value.factorIds()) {
            Optional<Factor> factor = Optional.ofNullable(factors.get(id));
            String series = factor.map(Factor::series).orElse(id);
            if (!scaling.contains(series)) {
                String told =
                        factor.flatMap(Factor::value)
                                .map(it -> it.stripTrailingZeros().toPlainString())
                                .orElse(id);
                others.computeIfAbsent(series, key -> new TreeSet<>()).add(told);
            }
        }
        return others;
    }
}
