package eu.wattpeil.kpi.change;

import static eu.wattpeil.kpi.change.ChangeCases.CONDITIONS;
import static eu.wattpeil.kpi.change.ChangeCases.ROOM;
import static eu.wattpeil.kpi.change.ChangeCases.divided;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How footprints of several factors split by the parts that they add up from. */
class FactorTermsTest {

    private static final int MONTHS = 1000;

    private static final String OLD = "2025-12";
    private static final String NEW = "2026-01";

    private static final Kpi FOOTPRINT =
            sum("footprint", Kpi.Per.NONE, Makeup.PLAIN, "grid_electricity", "paper");

    /** Power 100 kWh of 0.150 to 80 of 0.155, paper 10 of 2 to 12 of 3: 35 to 48.4 kg. */
    @Test
    void splitEachPartIntoActivityAndFactor() {
        assertThat(
                        parts(
                                FOOTPRINT,
                                List.of(
                                        term(OLD, "power", "100", "0.150"),
                                        term(OLD, "paper", "10", "2"),
                                        term(NEW, "power", "80", "0.155"),
                                        term(NEW, "paper", "12", "3")),
                                value("footprint", OLD, 35, "grid_2025", "paper_2025"),
                                value("footprint", NEW, 48.4, "grid_2026", "paper_2026")))
                // power: -20 × 0.1525 and 0.005 × 90; paper: 2 × 2.5 and 1 × 11.
                .isEqualTo(amounts(Cause.ACTIVITY, "1.95", Cause.FACTOR, "11.45"));
    }

    @Test
    void areActivityWhereAPartComesOrGoes() {
        assertThat(
                        parts(
                                FOOTPRINT,
                                List.of(
                                        term(OLD, "paper", "10", "2"),
                                        term(NEW, "power", "80", "0.155")),
                                value("footprint", OLD, 20, "paper_2025"),
                                value("footprint", NEW, 12.4, "grid_2026")))
                .isEqualTo(amounts(Cause.ACTIVITY, "-7.6", Cause.FACTOR, "0"));
    }

    /** As where a contract of green power begins: 100 kWh of 0.4 kg, then 100 of 0. */
    @Test
    void areOfTheFactorWhereItFallsToNothing() {
        assertThat(
                        parts(
                                FOOTPRINT,
                                List.of(
                                        term(OLD, "power", "100", "0.4"),
                                        term(NEW, "power", "100", "0")),
                                value("footprint", OLD, 40, "grey"),
                                value("footprint", NEW, 0, "green")))
                .isEqualTo(amounts(Cause.ACTIVITY, "0", Cause.FACTOR, "-40"));
    }

    /** 100 kWh of 0.15 and 50 kg refilled of 1, over 10 kWh of IT: 6.5, then 9 over 20. */
    @Test
    void standAboveTheLineOfARatio() {
        Kpi ratio = ratio("cue", Kpi.Per.NONE, Makeup.PLAIN, "grid_electricity", "paper");

        Map<Cause, BigDecimal> parts =
                parts(
                        ratio,
                        List.of(
                                term(OLD, "power", "100", "0.15"),
                                term(OLD, "refill", "50", "1"),
                                term(NEW, "power", "100", "0.3"),
                                term(NEW, "refill", "150", "1")),
                        divided("cue", OLD, 6.5, "10"),
                        divided("cue", NEW, 9, "20"));

        // factor 15 × 0.075; numerator 100 × 0.075; denominator (22.5 + 100) × -0.05.
        assertThat(parts)
                .isEqualTo(
                        Map.of(
                                Cause.FACTOR, amount("1.125"),
                                Cause.NUMERATOR, amount("7.5"),
                                Cause.DENOMINATOR, amount("-6.125")));
    }

    @Test
    void areARestWhereTheyDoNotAddUpToTheValueOrAreNotKnown() {
        List<FactorTerm> terms =
                List.of(term(OLD, "power", "100", "0.150"), term(NEW, "power", "80", "0.155"));
        KpiValue now = value("footprint", NEW, 12.4, "grid_2026");

        for (List<FactorTerm> some : List.of(terms, terms.subList(1, 2))) {
            double told = some == terms ? 15.01 : 15;
            Change change =
                    change(FOOTPRINT, some, value("footprint", OLD, told, "grid_2025"), now);

            assertThat(change.parts()).containsOnlyKeys(Cause.REST);
            assertThat(change.reason()).contains("factors_changed");
        }
    }

    /** Of 100 kWh likely 90 are known, those of laptops; then the 10 of switches are, too. */
    @Test
    void areOfTheCoverageWhereMoreOfTheSameIsKnown() {
        Map<Cause, BigDecimal> parts =
                parts(
                        FOOTPRINT,
                        List.of(
                                term(OLD, "room", "500", "1"),
                                term(OLD, "fleet", "laptop", "100", "1", "0.9"),
                                term(NEW, "room", "500", "1"),
                                term(NEW, "fleet", "laptop", "90", "1", "1"),
                                term(NEW, "fleet", "switch", "10", "1", "1")),
                        value("footprint", OLD, 590, "grid_2025"),
                        value("footprint", NEW, 600, "grid_2025"));

        assertThat(parts)
                .isEqualTo(
                        Map.of(
                                Cause.ACTIVITY, amount("0"),
                                Cause.FACTOR, amount("0"),
                                Cause.COVERAGE, amount("10")));
    }

    /** 100 devices of 2 kWh, half of them known; then 120 of 3, all of them known: 100 to 360. */
    @Test
    void splitActivityFactorAndCoverageOfOnePart() {
        Map<Cause, BigDecimal> parts =
                parts(
                        FOOTPRINT,
                        List.of(
                                term(OLD, "fleet", "laptop", "100", "2", "0.5"),
                                term(NEW, "fleet", "laptop", "120", "3", "1")),
                        value("footprint", OLD, 100, "grid_2025"),
                        value("footprint", NEW, 360, "grid_2026"));

        // Of the orders, activity is 20 × (2×0.5 + 3×1)/3 + 20 × (3×0.5 + 2×1)/6 and so on.
        assertThat(parts)
                .isEqualTo(
                        Map.of(
                                Cause.ACTIVITY, amount("38.333333"),
                                Cause.FACTOR, amount("83.333333"),
                                Cause.COVERAGE, amount("138.333334")));
    }

    /** 12 months of 10 kWh at 0.1; then six of them at 0.1 and six of 20 kWh at 0.2. */
    @Test
    void haveTheMeanFactorOfAYearByActivity() {
        List<FactorTerm> terms = new ArrayList<>();
        YearMonth last = YearMonth.parse(NEW);
        for (int back = 23; back >= 0; back--) {
            String month = last.minusMonths(back).toString();
            terms.add(
                    back < 6
                            ? term(month, "power", "20", "0.2")
                            : term(month, "power", "10", "0.1"));
        }
        List<Change> changes =
                Changes.of(
                        last,
                        CONDITIONS,
                        new Changes.Made(terms, List.of()),
                        List.of(FOOTPRINT),
                        List.of(year(NEW, 30, "grid_2026")),
                        List.of(year("2025-01", 12, "grid_2025")));

        // 120 kWh of 0.1, then 180 of 30 / 180: 60 × 0.1333… and 0.0666… × 150.
        assertThat(changes).singleElement();
        assertThat(changes.get(0).parts())
                .isEqualTo(amounts(Cause.ACTIVITY, "8", Cause.FACTOR, "10"));
    }

    @Test
    void addUpToTheLastDecimalAndAreTheNegativeTheOtherWayRound() {
        forRandomTerms(
                (kpi, one, other) -> {
                    Change there = change(kpi, all(one, other), told(kpi, one), told(kpi, other));
                    List<FactorTerm> swapped = all(in(NEW, one), in(OLD, other));
                    Change back =
                            change(
                                    kpi,
                                    swapped,
                                    told(kpi, in(OLD, other)),
                                    told(kpi, in(NEW, one)));
                    Map<Cause, BigDecimal> negative = new EnumMap<>(Cause.class);
                    back.parts().forEach((cause, part) -> negative.put(cause, part.negate()));

                    assertThat(there.parts()).doesNotContainKey(Cause.REST).isEqualTo(negative);
                    assertThat(
                                    there.parts().values().stream()
                                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                            .isEqualTo(
                                    there.now()
                                            .orElseThrow()
                                            .subtract(there.before().orElseThrow()));
                });
    }

    @Test
    void areOfTheFactorsOnlyWhereNoActivityHasChanged() {
        forRandomTerms(
                (kpi, one, other) -> {
                    List<FactorTerm> same =
                            one.stream()
                                    .map(
                                            it ->
                                                    term(
                                                            NEW,
                                                            it.kind(),
                                                            it.part(),
                                                            it.activity().toString(),
                                                            it.factor().add(amount("1")).toString(),
                                                            it.coverage().toString()))
                                    .toList();
                    change(kpi, all(one, same), told(kpi, one), told(kpi, same))
                            .parts()
                            .forEach(
                                    (cause, part) -> {
                                        if (cause != Cause.FACTOR) {
                                            assertThat(part).isEqualByComparingTo("0");
                                        }
                                    });
                });
    }

    private interface Claim {
        void of(Kpi kpi, List<FactorTerm> one, List<FactorTerm> other);
    }

    /** December and January have 31 days each: days change nothing, and are split all the same. */
    private static void forRandomTerms(Claim claim) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try {
            for (int i = 0; i < MONTHS; i++) {
                Kpi.Per per = i % 2 == 0 ? Kpi.Per.DAY : Kpi.Per.NONE;
                claim.of(
                        sum("footprint", per, Makeup.PLAIN, "grid_electricity"),
                        terms(OLD, random),
                        terms(NEW, random));
            }
        } catch (AssertionError failure) {
            throw new AssertionError("seed " + seed, failure);
        }
    }

    /** One to five parts of ten, of which some save. */
    private static List<FactorTerm> terms(String month, Random random) {
        List<FactorTerm> terms = new ArrayList<>();
        int first = random.nextInt(6);
        String coverage = BigDecimal.valueOf(random.nextInt(500) + 500, 3).toString();
        for (int part = first; part <= first + random.nextInt(5); part++) {
            terms.add(
                    term(
                            month,
                            part % 2 == 0 ? "known" : "partly",
                            "part" + part,
                            BigDecimal.valueOf(random.nextInt(200_000) - 50_000, 3).toString(),
                            BigDecimal.valueOf(random.nextInt(3000), 3).toString(),
                            part % 2 == 0 ? "1" : coverage));
        }
        return terms;
    }

    private static List<FactorTerm> in(String month, List<FactorTerm> terms) {
        return terms.stream()
                .map(
                        it ->
                                term(
                                        month,
                                        it.kind(),
                                        it.part(),
                                        it.activity().toString(),
                                        it.factor().toString(),
                                        it.coverage().toString()))
                .toList();
    }

    private static List<FactorTerm> all(List<FactorTerm> one, List<FactorTerm> other) {
        List<FactorTerm> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static KpiValue told(Kpi kpi, List<FactorTerm> terms) {
        BigDecimal sum =
                terms.stream()
                        .map(it -> it.activity().multiply(it.factor()).multiply(it.coverage()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(6, RoundingMode.HALF_EVEN);
        return value(kpi.kpiId(), terms.get(0).month().toString(), sum.doubleValue(), "grid_2025");
    }

    private static KpiValue year(String month, double value, String factorId) {
        return value("footprint", month, Period.ROLLING_YEAR, value, Optional.empty(), 1, factorId);
    }

    private static FactorTerm term(String month, String part, String activity, String factor) {
        return term(month, part, "all", activity, factor, "1");
    }

    private static FactorTerm term(
            String month,
            String kind,
            String part,
            String activity,
            String factor,
            String coverage) {
        return new FactorTerm(
                YearMonth.parse(month),
                FOOTPRINT.kpiId(),
                ROOM,
                kind,
                part,
                new BigDecimal(activity),
                new BigDecimal(factor),
                new BigDecimal(coverage));
    }

    private static Map<Cause, BigDecimal> parts(
            Kpi kpi, List<FactorTerm> terms, KpiValue before, KpiValue now) {
        return change(kpi, terms, before, now).parts();
    }

    private static Change change(Kpi kpi, List<FactorTerm> terms, KpiValue before, KpiValue now) {
        List<FactorTerm> own =
                terms.stream()
                        .map(
                                it ->
                                        new FactorTerm(
                                                it.month(),
                                                kpi.kpiId(),
                                                it.scope(),
                                                it.kind(),
                                                it.part(),
                                                it.activity(),
                                                it.factor(),
                                                it.coverage()))
                        .toList();
        return Changes.of(
                        now.month(),
                        CONDITIONS,
                        new Changes.Made(own, List.of()),
                        List.of(kpi),
                        List.of(now),
                        List.of(before))
                .get(0);
    }

    private static Map<Cause, BigDecimal> amounts(
            Cause one, String amount, Cause other, String otherAmount) {
        return Map.of(one, amount(amount), other, amount(otherAmount));
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount).setScale(Change.DECIMALS);
    }
}
