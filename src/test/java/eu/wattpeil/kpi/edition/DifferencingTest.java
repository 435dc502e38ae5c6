package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.workspace.Headcount;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks what is published: from all values of all editions of random organisations, whose
 * headcounts and data are corrected at random, works out what is withheld.
 *
 * <p>The attacker keeps every edition and knows which amounts were corrected: the worst one.
 */
class DifferencingTest {

    private static final int ORGANISATIONS = Integer.getInteger("wattpeil.organisations", 40);
    private static final int MONTHS = 14;
    private static final int MINIMUM = 10;
    private static final YearMonth FIRST = YearMonth.of(2025, 1);

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void openStore() {
        String perFte = Models.ratioHeader().replace("-- above: 1\n", "");
        workspace =
                new TestWorkspace(folder)
                        .models(
                                List.of(
                                        Models.STAGING,
                                        Models.ENERGY,
                                        Models.ROOMS,
                                        Models.kpi(
                                                "sheets",
                                                ofDepartments(Models.sumHeader()),
                                                "energy_kwh",
                                                "null"),
                                        Models.kpi(
                                                "sheets_per_fte",
                                                ofDepartments(perFte),
                                                "energy_kwh",
                                                "energy_kwh")));
    }

    private static String ofDepartments(String header) {
        return header.replace("-- grain: room", "-- grain: department");
    }

    @Test
    void nothingWithheldFollowsFromAllEditionsTogether() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int protectedAmounts = 0;
        for (int i = 0; i < ORGANISATIONS; i++) {
            Organisation organisation = new Organisation(random);
            organisation.live();
            assertThat(organisation.found)
                    .as("found by differencing, seed %s, organisation %s", seed, i)
                    .isEmpty();
            protectedAmounts += organisation.protectedAmounts;
        }
        assertThat(protectedAmounts).as("seed %s", seed).isGreaterThan(ORGANISATIONS);
    }

    @Test
    void computingAgainGivesTheSameEdition() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < ORGANISATIONS; i++) {
            Organisation organisation = new Organisation(random);
            organisation.live();
            organisation.editions.forEach(
                    (month, editions) ->
                            assertThat(organisation.values(month))
                                    .as("seed %s, %s", seed, month)
                                    .isEqualTo(editions.get(editions.size() - 1)));
        }
    }

    /** An amount of one department in one month, until it is corrected. */
    private record Amount(String quantity, YearMonth month, String department, int version) {}

    /** Departments that print, with everything that was ever published of them. */
    private final class Organisation {

        private final Random random;
        private final List<String> departments;
        private final Map<String, Integer> people = new TreeMap<>();
        private final Map<Amount, Integer> sheets = new HashMap<>();
        private final Map<YearMonth, Map<String, Integer>> versions = new HashMap<>();
        private final Map<String, Headcount> headcounts = new TreeMap<>();
        private final Map<YearMonth, List<List<KpiValue>>> editions = new TreeMap<>();
        private final Sums<Amount> sums = new Sums<>();
        private final Set<Amount> toldOrFound = new HashSet<>();
        private final List<String> found = new ArrayList<>();
        private int protectedAmounts;
        private final boolean isTotalOfModel;

        Organisation(Random random) {
            this.random = random;
            this.isTotalOfModel = random.nextBoolean();
            this.departments =
                    IntStream.rangeClosed(1, random.nextInt(2, 8))
                            .mapToObj(it -> "d" + it)
                            .toList();
            departments.forEach(it -> people.put(it, size()));
        }

        private int size() {
            return random.nextInt(3) == 0 ? random.nextInt(1, 10) : random.nextInt(10, 60);
        }

        void live() {
            for (int i = 0; i < MONTHS; i++) {
                YearMonth month = FIRST.plusMonths(i);
                for (String department : departments) {
                    versions.computeIfAbsent(month, it -> new HashMap<>()).put(department, 0);
                    print(month, department);
                    if (random.nextInt(20) > 0) {
                        count(month, department, people.get(department));
                    }
                }
                publish(month);
                while (random.nextInt(3) == 0) {
                    correct(FIRST.plusMonths(random.nextInt(i + 1)));
                }
            }
        }

        private void print(YearMonth month, String department) {
            Amount amount = amount(month, department);
            sheets.put(amount, random.nextInt(20) == 0 ? 0 : random.nextInt(1, 100_000));
        }

        private Amount amount(YearMonth month, String department) {
            return new Amount("sheets", month, department, versions.get(month).get(department));
        }

        private void count(YearMonth month, String department, int size) {
            headcounts.put(
                    month + department,
                    new Headcount(month, department, BigDecimal.valueOf(size), size));
        }

        /** A headcount, or the data of a department; later months are computed again. */
        private void correct(YearMonth month) {
            String department = departments.get(random.nextInt(departments.size()));
            if (random.nextInt(3) > 0) {
                count(month, department, size());
            } else {
                versions.get(month).merge(department, 1, Integer::sum);
                print(month, department);
            }
            editions.keySet().stream()
                    .filter(it -> !it.isBefore(month))
                    .toList()
                    .forEach(this::publish);
        }

        private void publish(YearMonth month) {
            List<KpiValue> values = values(month);
            List<List<KpiValue>> before = editions.computeIfAbsent(month, it -> new ArrayList<>());
            if (before.isEmpty() || !before.get(before.size() - 1).equals(values)) {
                before.add(values);
                values.forEach(this::read);
                attack(month, before.size());
            }
        }

        List<KpiValue> values(YearMonth month) {
            Inputs inputs = workspace.headcounts(List.copyOf(headcounts.values())).inputs();
            Map<Kpi, List<ScopeFigure>> figures = new HashMap<>();
            for (Kpi kpi : inputs.catalogue().kpis()) {
                figures.put(kpi, figures(kpi, month));
            }
            List<KpiValue> earlier =
                    editions.entrySet().stream()
                            .filter(it -> it.getKey().isBefore(month))
                            .flatMap(it -> it.getValue().get(it.getValue().size() - 1).stream())
                            .toList();
            return new MonthValues(inputs, month, List.of())
                    .of(figures, earlier, editions.getOrDefault(month, List.of()));
        }

        private List<ScopeFigure> figures(Kpi kpi, YearMonth month) {
            List<ScopeFigure> figures = new ArrayList<>();
            int total = 0;
            for (String department : departments) {
                int amount = sheets.get(amount(month, department));
                total += amount;
                // Who printed nothing is not in the log, and so has no row.
                if (amount > 0) {
                    figures.add(figure(kpi, "department", department, amount));
                }
            }
            if (isTotalOfModel) {
                figures.add(figure(kpi, "organisation", "all", total));
            }
            return figures;
        }

        private static ScopeFigure figure(Kpi kpi, String kind, String id, int amount) {
            return new ScopeFigure(
                    new Scope(kind, id),
                    Optional.of(BigDecimal.valueOf(amount)),
                    kpi.isRatio() ? Optional.of(BigDecimal.TEN) : Optional.empty(),
                    new Known(Optional.of(1.0), Optional.of(1.0)),
                    false);
        }

        /** What a reader learns of a row: the amount of a department, or the sum of all. */
        private void read(KpiValue value) {
            if (value.numerator().isEmpty() && value.value().isEmpty()) {
                return;
            }
            Set<Amount> sum = new HashSet<>();
            for (YearMonth month : value.period().months(value.month())) {
                for (String department : departments) {
                    boolean isMeant =
                            value.isOfOrganisation() || value.scope().id().equals(department);
                    Amount amount = amount(month, department);
                    if (isMeant && sheets.get(amount) > 0) {
                        sum.add(amount);
                    }
                }
            }
            sums.add(sum);
        }

        /** An edition may tell nothing new of departments that are too small when it comes out. */
        private void attack(YearMonth edition, int number) {
            for (Amount amount : sheets.keySet()) {
                if (toldOrFound.contains(amount) || sheets.get(amount) == 0) {
                    continue;
                }
                boolean isFound = sums.determine(amount);
                if (isFound) {
                    toldOrFound.add(amount);
                }
                if (isSmall(amount)) {
                    protectedAmounts++;
                    if (isFound) {
                        found.add(amount + " by edition " + number + " of " + edition);
                    }
                }
            }
        }

        private boolean isSmall(Amount amount) {
            return Optional.ofNullable(headcounts.get(amount.month() + amount.department()))
                    .map(row -> row.people() < MINIMUM)
                    .orElse(true);
        }
    }

    /** Sums of amounts that are known, over the integers modulo a large prime. */
    private static final class Sums<T> {

        private static final long PRIME = 2_147_483_647;

        private final Map<T, Map<T, Long>> rows = new LinkedHashMap<>();

        void add(Set<T> sum) {
            Map<T, Long> rest = rest(sum);
            rest.keySet().stream().findFirst().ifPresent(pivot -> rows.put(pivot, rest));
        }

        boolean determine(T amount) {
            return rest(Set.of(amount)).isEmpty();
        }

        /** Each row holds no pivot of an earlier one, so one way through them is enough. */
        private Map<T, Long> rest(Set<T> sum) {
            Map<T, Long> rest = new HashMap<>();
            sum.forEach(it -> rest.put(it, 1L));
            rows.forEach(
                    (pivot, row) -> {
                        long factor = rest.getOrDefault(pivot, 0L);
                        if (factor != 0) {
                            long scale = factor * inverse(row.get(pivot)) % PRIME;
                            row.forEach(
                                    (it, weight) ->
                                            rest.merge(
                                                    it,
                                                    PRIME - scale * weight % PRIME,
                                                    (x, y) -> (x + y) % PRIME));
                            rest.values().removeIf(weight -> weight % PRIME == 0);
                        }
                    });
            return rest;
        }

        private static long inverse(long number) {
            return BigInteger.valueOf(number).modInverse(BigInteger.valueOf(PRIME)).longValue();
        }
    }
}
