package eu.wattpeil.kpi.change;

import static eu.wattpeil.kpi.change.ChangeCases.CONDITIONS;
import static eu.wattpeil.kpi.change.ChangeCases.ratio;
import static eu.wattpeil.kpi.change.ChangeCases.sum;
import static eu.wattpeil.kpi.change.ChangeCases.value;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Makeup;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of the parts of any two months. */
class RandomChangesTest {

    private static final int MONTHS = 2000;

    private static final ValueFactors FACTORS =
            new ValueFactors(CONDITIONS.factors(), CONDITIONS.factorSeries());

    private static final List<Kpi> KPIS =
            Stream.of(Kpi.Per.values())
                    .flatMap(
                            per ->
                                    Stream.of(
                                            sum("of", per, of(false, true), "grid_electricity"),
                                            sum("of", per, of(true, false), "grid_electricity"),
                                            sum("of", per, of(true, true), "grid_electricity"),
                                            sum("of", per, ChangeCases.activity("it")),
                                            sum("dc_energy_total", per, ChangeCases.activity("it")),
                                            sum("cooling_energy", per, Makeup.PLAIN),
                                            ratio("of", per, of(true, true), "grid_electricity"),
                                            sum("of", per, Makeup.PLAIN, "grid_electricity")))
                    .toList();

    /**
     * A month of 2026.
     *
     * @param amount a day, before the factor and what is not known
     * @param activity the part of it that is activity
     * @param weather what the cooled KPI has of it beside
     */
    private record Month(
            int number,
            BigDecimal amount,
            BigDecimal activity,
            BigDecimal denominator,
            double coverage,
            String factorId,
            BigDecimal weather) {}

    @Test
    void addUpToTheLastDecimal() {
        forRandomMonths(
                (kpi, one, other) -> {
                    Change change = change(kpi, one, other);
                    assertThat(total(change.parts()))
                            .isEqualTo(
                                    change.now()
                                            .orElseThrow()
                                            .subtract(change.before().orElseThrow()));
                    for (int decimals = 0; decimals <= 3; decimals++) {
                        assertThat(total(change.parts(decimals)))
                                .isEqualTo(
                                        shown(change.now().orElseThrow(), decimals)
                                                .subtract(
                                                        shown(
                                                                change.before().orElseThrow(),
                                                                decimals)));
                    }
                });
    }

    @Test
    void areTheNegativeWhereTheMonthsChangePlaces() {
        forRandomMonths(
                (kpi, one, other) -> {
                    Map<Cause, BigDecimal> negative = new EnumMap<>(Cause.class);
                    change(kpi, other, one)
                            .parts()
                            .forEach((cause, part) -> negative.put(cause, part.negate()));
                    assertThat(change(kpi, one, other).parts()).isEqualTo(negative);
                });
    }

    @Test
    void areOfTheFactorOnlyWhereNothingElseHasChanged() {
        forRandomMonths(
                (kpi, one, other) -> {
                    Month same =
                            new Month(
                                    one.number(),
                                    one.amount(),
                                    one.activity(),
                                    one.denominator(),
                                    one.coverage(),
                                    other.factorId(),
                                    one.weather());
                    boolean isUntold = !isScaled(kpi) && !kpi.factors().isEmpty();
                    assertOnly(kpi, one, same, isUntold ? Cause.REST : Cause.FACTOR);
                });
    }

    @Test
    void areOfTheDaysOnlyWhereNothingElseHasChanged() {
        forRandomMonths(
                (kpi, one, other) -> {
                    Month same =
                            new Month(
                                    other.number(),
                                    one.amount(),
                                    one.activity(),
                                    one.denominator(),
                                    one.coverage(),
                                    one.factorId(),
                                    one.weather());
                    assertOnly(kpi, one, same, Cause.DAYS);
                });
    }

    @Test
    void areOfTheCoverageOnlyWhereNothingElseHasChanged() {
        forRandomMonths(
                (kpi, one, other) -> {
                    Month same =
                            new Month(
                                    one.number(),
                                    one.amount(),
                                    one.activity(),
                                    one.denominator(),
                                    other.coverage(),
                                    one.factorId(),
                                    one.weather());
                    assertOnly(kpi, one, same, Cause.COVERAGE);
                });
    }

    @Test
    void areOfTheWeatherOnlyWhereNothingElseHasChanged() {
        forRandomMonths(
                (kpi, one, other) -> {
                    Month same =
                            new Month(
                                    one.number(),
                                    one.amount(),
                                    one.activity(),
                                    one.denominator(),
                                    one.coverage(),
                                    one.factorId(),
                                    other.weather());
                    assertOnly(kpi, one, same, Cause.WEATHER);
                });
    }

    @Test
    void areOfTheDenominatorOnlyWhereNothingElseHasChanged() {
        forRandomMonths(
                (kpi, one, other) -> {
                    Month same =
                            new Month(
                                    one.number(),
                                    one.amount(),
                                    one.activity(),
                                    other.denominator(),
                                    one.coverage(),
                                    one.factorId(),
                                    one.weather());
                    assertOnly(kpi, one, same, Cause.DENOMINATOR);
                });
    }

    /** Of amounts of up to a hundred thousand nine decimals are known: the last of six may stir. */
    private static void assertOnly(Kpi kpi, Month before, Month now, Cause only) {
        change(kpi, before, now)
                .parts()
                .forEach(
                        (cause, part) -> {
                            if (cause != only) {
                                assertThat(part.abs())
                                        .as("%s of %s", cause, kpi)
                                        .isLessThanOrEqualTo(new BigDecimal("0.000001"));
                            }
                        });
    }

    private interface Claim {
        void of(Kpi kpi, Month one, Month other);
    }

    private static void forRandomMonths(Claim claim) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try {
            for (int i = 0; i < MONTHS; i++) {
                claim.of(KPIS.get(i % KPIS.size()), month(random), month(random));
            }
        } catch (AssertionError failure) {
            throw new AssertionError("seed " + seed, failure);
        }
    }

    private static Month month(Random random) {
        BigDecimal amount = decimal(random, 3000);
        return new Month(
                random.nextInt(12) + 1,
                random.nextInt(10) == 0 ? BigDecimal.ZERO : amount,
                decimal(random, 2000),
                decimal(random, 300).add(BigDecimal.ONE),
                random.nextInt(100) / 200.0 + 0.5,
                random.nextBoolean() ? "grid_2025" : "grid_2026",
                decimal(random, 500));
    }

    private static BigDecimal decimal(Random random, int most) {
        return BigDecimal.valueOf(random.nextInt(most * 1000), 3);
    }

    private static Makeup of(boolean isScaled, boolean isOfKnownPart) {
        return new Makeup(
                isScaled ? List.of("grid_electricity") : List.of(),
                Optional.empty(),
                false,
                isOfKnownPart);
    }

    private static Change change(Kpi kpi, Month before, Month now) {
        Difference.Side old = side(kpi, before);
        Difference.Side current = side(kpi, now);
        Difference difference =
                new Difference(
                        kpi,
                        old,
                        current,
                        FACTORS.hasOtherChange(kpi, old.value(), current.value()),
                        CONDITIONS.workingDays());
        BigDecimal told = told(old.value());
        BigDecimal toldNow = told(current.value());
        return new Change(
                current.value().month(),
                current.value().series(),
                Against.MONTH_BEFORE,
                Optional.of(told),
                Optional.of(toldNow),
                "kWh",
                Rounding.of(difference.parts(), toldNow.subtract(told), Change.DECIMALS),
                Optional.empty(),
                Optional.empty());
    }

    private static Difference.Side side(Kpi kpi, Month month) {
        YearMonth when = YearMonth.of(2026, month.number());
        KpiValue value = of(kpi, month, when);
        double activity = month.activity().doubleValue() * length(kpi, when);
        return new Difference.Side(
                value,
                kpi.makeup().activityKpiId().map(id -> BigDecimal.valueOf(activity)),
                FACTORS.scale(kpi, List.of(value)).filter(it -> isScaled(kpi)),
                Optional.empty(),
                Optional.of(month.weather()).filter(it -> Weather.isIn(kpi)));
    }

    private static boolean isScaled(Kpi kpi) {
        return !kpi.makeup().scalesWith().isEmpty();
    }

    private static BigDecimal told(KpiValue value) {
        return Rounding.rounded(BigDecimal.valueOf(value.value().orElseThrow()), Change.DECIMALS);
    }

    private static KpiValue of(Kpi kpi, Month month, YearMonth when) {
        BigDecimal amount = month.amount();
        return value(
                kpi.kpiId(),
                when.toString(),
                Period.MONTH,
                whole(kpi, month, amount, when),
                Optional.of(month.denominator()).filter(it -> kpi.isRatio()),
                month.coverage(),
                kpi.factors().isEmpty() ? new String[0] : new String[] {month.factorId()});
    }

    private static double whole(Kpi kpi, Month month, BigDecimal amount, YearMonth when) {
        double whole = amount.doubleValue() * length(kpi, when);
        if (Weather.isIn(kpi)) {
            whole += month.weather().doubleValue();
        }
        if (!kpi.factors().isEmpty()) {
            whole *= month.factorId().equals("grid_2025") ? 0.150 : 0.155;
        }
        if (kpi.makeup().isOfKnownPart()) {
            whole *= month.coverage();
        }
        double value = kpi.isRatio() ? whole / month.denominator().doubleValue() : whole;
        return BigDecimal.valueOf(value).setScale(9, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static int length(Kpi kpi, YearMonth when) {
        return switch (kpi.per()) {
            case DAY -> when.lengthOfMonth();
            case WORKING_DAY -> CONDITIONS.workingDays().in(when);
            case NONE -> 1;
        };
    }

    private static BigDecimal shown(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal total(Map<Cause, BigDecimal> parts) {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
