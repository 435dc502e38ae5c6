package eu.wattpeil.kpi.change;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.WorkingDays;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Splits the difference between two known values of a KPI. */
final class Difference {

    private final Kpi kpi;
    private final Side before;
    private final Side now;
    private final boolean hasOtherFactors;
    private final WorkingDays workingDays;

    /**
     * One of the two values.
     *
     * @param activity the value of the KPI that is the activity in it; empty where not known
     * @param scale the factor that it scales with; empty where there is none or it is not known
     * @param parts what it adds up from; empty where that is not known
     * @param weather what of it is of the weather; empty where that is not told
     */
    record Side(
            KpiValue value,
            Optional<BigDecimal> activity,
            Optional<BigDecimal> scale,
            Optional<Map<FactorTerms.Name, FactorTerms.Part>> parts,
            Optional<BigDecimal> weather) {}

    /** Why a part of a difference is a rest. */
    enum Untold {
        /** A factor changed that is in a part of the value only. */
        FACTORS_CHANGED,
        /** The activity in one of the values is not known. */
        ACTIVITY_UNKNOWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param hasOtherFactors whether factors changed that the values do not scale with
     */
    Difference(Kpi kpi, Side before, Side now, boolean hasOtherFactors, WorkingDays workingDays) {
        this.kpi = kpi;
        this.before = before;
        this.now = now;
        this.hasOtherFactors = hasOtherFactors;
        this.workingDays = workingDays;
    }

    /** The parts, not rounded. */
    Map<Cause, BigDecimal> parts() {
        return hasParts()
                ? termsOfParts(now, before).since(termsOfParts(before, now))
                : terms(now).since(terms(before));
    }

    /** Why there is a rest; empty where there is none. */
    Optional<Untold> untold() {
        if (hasParts()) {
            return Optional.empty();
        }
        if (hasOtherFactors || isScaleUnknown()) {
            return Optional.of(Untold.FACTORS_CHANGED);
        }
        boolean isActivityUnknown =
                kpi.makeup().activityKpiId().isPresent()
                        && (before.activity().isEmpty() || now.activity().isEmpty());
        return isActivityUnknown ? Optional.of(Untold.ACTIVITY_UNKNOWN) : Optional.empty();
    }

    private boolean hasParts() {
        return before.parts().isPresent() && now.parts().isPresent();
    }

    private boolean isPartLeftOut() {
        return Stream.of(before, now)
                .flatMap(side -> side.parts().orElseThrow().values().stream())
                .anyMatch(part -> part.coverage().compareTo(BigDecimal.ONE) != 0);
    }

    private boolean isScaleUnknown() {
        return !kpi.makeup().scalesWith().isEmpty() && !hasScale();
    }

    private boolean hasScale() {
        return before.scale().isPresent() && now.scale().isPresent();
    }

    private Terms termsOfParts(Side side, Side other) {
        Map<FactorTerms.Name, FactorTerms.Part> parts =
                FactorTerms.common(side.parts().orElseThrow(), other.parts().orElseThrow());
        Map<Cause, BigDecimal> common = days(side);
        addDenominator(common, side);
        return new Terms(parts.values().stream().map(part -> product(common, part)).toList());
    }

    private Map<Cause, BigDecimal> product(Map<Cause, BigDecimal> common, FactorTerms.Part part) {
        Map<Cause, BigDecimal> product = product(common, ownCause(), part.activity());
        product.put(Cause.FACTOR, part.factor());
        if (isPartLeftOut()) {
            product.put(Cause.COVERAGE, part.coverage());
        }
        return product;
    }

    private Map<Cause, BigDecimal> days(Side side) {
        Map<Cause, BigDecimal> days = new EnumMap<>(Cause.class);
        if (kpi.per() != Kpi.Per.NONE) {
            days.put(Cause.DAYS, BigDecimal.valueOf(length(side.value())));
        }
        return days;
    }

    /** What each term is multiplied by. */
    private Map<Cause, BigDecimal> common(Side side) {
        Map<Cause, BigDecimal> common = days(side);
        if (hasCoverage()) {
            common.put(Cause.COVERAGE, BigDecimal.valueOf(side.value().coverage().orElseThrow()));
        }
        return common;
    }

    private static void addDenominator(Map<Cause, BigDecimal> common, Side side) {
        side.value()
                .denominator()
                .ifPresent(
                        it ->
                                common.put(
                                        Cause.DENOMINATOR,
                                        BigDecimal.ONE.divide(it, MathContext.DECIMAL128)));
    }

    private Terms terms(Side side) {
        Map<Cause, BigDecimal> common = common(side);
        if (hasScale()) {
            common.put(Cause.FACTOR, side.scale().orElseThrow());
        }
        List<Map<Cause, BigDecimal>> products = new ArrayList<>();
        BigDecimal left = Amount.of(side.value());
        if (hasWeather()) {
            BigDecimal weather = side.weather().orElseThrow();
            products.add(Map.of(Cause.WEATHER, weather));
            left = left.subtract(weather);
        }
        if (untold().isEmpty() && kpi.makeup().activityKpiId().isPresent()) {
            BigDecimal activity = side.activity().orElseThrow();
            products.add(product(common, Cause.ACTIVITY, activity));
            products.add(product(common, Cause.EFFICIENCY, left.subtract(activity)));
            return new Terms(products);
        }
        addDenominator(common, side);
        products.add(product(common, ownCause(), left));
        return new Terms(products);
    }

    /** Weather is a part by itself: it does not grow with days or with what is known. */
    private boolean hasWeather() {
        return untold().isEmpty() && before.weather().isPresent() && now.weather().isPresent();
    }

    private Cause ownCause() {
        if (untold().isPresent()) {
            return Cause.REST;
        }
        if (kpi.isRatio()) {
            return Cause.NUMERATOR;
        }
        return kpi.makeup().isOverhead() ? Cause.EFFICIENCY : Cause.ACTIVITY;
    }

    /** A term that comes to an amount, the denominator left aside. */
    private static Map<Cause, BigDecimal> product(
            Map<Cause, BigDecimal> common, Cause own, BigDecimal amount) {
        Map<Cause, BigDecimal> product = new EnumMap<>(common);
        BigDecimal left = amount;
        for (Map.Entry<Cause, BigDecimal> factor : common.entrySet()) {
            if (factor.getKey() != Cause.DENOMINATOR) {
                left = left.divide(factor.getValue(), MathContext.DECIMAL128);
            }
        }
        product.put(own, left);
        return product;
    }

    private boolean hasCoverage() {
        return kpi.makeup().isOfKnownPart() && isCovered(before) && isCovered(now);
    }

    private static boolean isCovered(Side side) {
        return side.value().coverage().filter(it -> it > 0).isPresent();
    }

    /** Days or working days of the period; 1 where it has none of them. */
    private int length(KpiValue value) {
        int days = value.period().months(value.month()).stream().mapToInt(this::length).sum();
        return Math.max(1, days);
    }

    private int length(YearMonth month) {
        return switch (kpi.per()) {
            case DAY -> month.lengthOfMonth();
            case WORKING_DAY -> workingDays.in(month);
            case NONE -> 1;
        };
    }
}
