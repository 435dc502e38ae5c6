package eu.wattpeil.goal;

import eu.wattpeil.kpi.engine.BaselineResult;
import eu.wattpeil.kpi.engine.BaselineResult.Fit;
import eu.wattpeil.kpi.engine.BaselineResult.Known;
import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.ReadDays;
import eu.wattpeil.statistics.Regression;
import eu.wattpeil.workspace.Baseline;
import eu.wattpeil.workspace.Baseline.Adjustment;
import eu.wattpeil.workspace.Baseline.Driver;
import eu.wattpeil.workspace.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a room would have used in a month, had it gone on as in the months of its baseline: {@code
 * energy = b0 + b1 · CDD + …} by least squares over the days of the baseline, at the drivers of the
 * days of the month (IPMVP option C; ISO 50006).
 *
 * <p>A day counts where its energy and all of its drivers are known. A driver that was the same on
 * all days of the baseline tells nothing and is left out; days on which it is another one cannot be
 * compared.
 */
public final class EnergyBaseline {

    private static final String ENERGY = "dc_energy_total";

    private final Baseline baseline;
    private final Map<LocalDate, Double> energy;
    private final Map<Driver, Map<LocalDate, Double>> known = new HashMap<>();
    private final Map<Driver, Scope> scopes = new HashMap<>();
    private final Predicate<LocalDate> isWorkday;

    private EnergyBaseline(
            Baseline baseline,
            List<DailyValue> values,
            Optional<String> siteId,
            Predicate<LocalDate> isWorkday) {
        this.baseline = baseline;
        this.isWorkday = isWorkday;
        this.energy = of(ENERGY, baseline.scope(), values);
        for (Driver driver : baseline.drivers()) {
            Optional<Scope> scope =
                    driver == Driver.IT_ENERGY
                            ? Optional.of(baseline.scope())
                            : siteId.map(site -> new Scope("site", site));
            known.put(driver, scope.map(it -> of(Codes.of(driver), it, values)).orElseGet(Map::of));
            scope.ifPresent(it -> scopes.put(driver, it));
        }
    }

    private static Map<LocalDate, Double> of(String kpiId, Scope scope, List<DailyValue> values) {
        Map<LocalDate, Double> found = new HashMap<>();
        values.stream()
                .filter(it -> it.kpiId().equals(kpiId) && it.scope().equals(scope))
                .forEach(it -> found.put(it.day(), it.value()));
        return found;
    }

    /**
     * What a month is worth beside a baseline that ended before it.
     *
     * @param values of the days of any KPI and scope, one per day
     * @param siteId where its room is; empty for one of several sites, whose weather is not known
     */
    public static BaselineResult by(
            YearMonth month,
            Baseline baseline,
            List<DailyValue> values,
            Optional<String> siteId,
            Predicate<LocalDate> isWorkday) {
        return new EnergyBaseline(baseline, values, siteId, isWorkday).result(month);
    }

    private BaselineResult result(YearMonth month) {
        TreeMap<LocalDate, double[]> past =
                drivers(baseline.firstMonth().atDay(1), baseline.lastMonth().atEndOfMonth());
        TreeMap<LocalDate, double[]> now = drivers(month.atDay(1), month.atEndOfMonth());
        List<Integer> telling = telling(past);
        now.values().removeIf(day -> !isComparable(day, past, telling));
        Known baselineDays =
                new Known(
                        past.size(),
                        days(baseline.firstMonth().atDay(1), baseline.lastMonth().atEndOfMonth()));
        Optional<Regression> model =
                past.size() > telling.size() + 1
                        ? Optional.of(
                                Regression.of(
                                        past.keySet().stream().mapToDouble(this::energy).toArray(),
                                        past.values().stream()
                                                .map(day -> only(day, telling))
                                                .toArray(double[][]::new)))
                        : Optional.empty();
        return new BaselineResult(
                baseline,
                baselineDays,
                new Known(now.size(), month.lengthOfMonth()),
                model.map(it -> fit(it, past)),
                now.keySet().stream().mapToDouble(this::energy).sum(),
                model.map(
                        it ->
                                now.values().stream()
                                        .mapToDouble(day -> it.expected(only(day, telling)))
                                        .sum()),
                now.keySet().stream().mapToDouble(this::adjustment).sum(),
                Stream.concat(
                                read(ReadDays.Side.BASELINE, past.keySet()),
                                read(ReadDays.Side.MONTH, now.keySet()))
                        .toList());
    }

    /** The energy and the drivers of some days. */
    private Stream<ReadDays> read(ReadDays.Side side, Set<LocalDate> days) {
        Stream<ReadDays> ofEnergy =
                ReadDays.of(side, ENERGY, baseline.scope(), energy, days).stream();
        Stream<ReadDays> ofDrivers =
                baseline.drivers().stream()
                        .filter(scopes::containsKey)
                        .flatMap(
                                it ->
                                        ReadDays.of(
                                                side,
                                                Codes.of(it),
                                                scopes.getOrDefault(it, baseline.scope()),
                                                known.getOrDefault(it, Map.of()),
                                                days)
                                                .stream());
        return Stream.concat(ofEnergy, ofDrivers);
    }

    /** The drivers of each day of which they and the energy are known. */
    private TreeMap<LocalDate, double[]> drivers(LocalDate first, LocalDate last) {
        TreeMap<LocalDate, double[]> days = new TreeMap<>();
        first.datesUntil(last.plusDays(1))
                .filter(energy::containsKey)
                .filter(day -> baseline.drivers().stream().allMatch(it -> isKnown(it, day)))
                .forEach(
                        day ->
                                days.put(
                                        day,
                                        baseline.drivers().stream()
                                                .mapToDouble(it -> driver(it, day))
                                                .toArray()));
        return days;
    }

    private boolean isKnown(Driver driver, LocalDate day) {
        return driver == Driver.WORKDAY || known.getOrDefault(driver, Map.of()).containsKey(day);
    }

    private double driver(Driver driver, LocalDate day) {
        if (driver == Driver.WORKDAY) {
            return isWorkday.test(day) ? 1 : 0;
        }
        return known.getOrDefault(driver, Map.of()).getOrDefault(day, Double.NaN);
    }

    /** Which of the drivers differ among some days. */
    private List<Integer> telling(TreeMap<LocalDate, double[]> days) {
        List<Integer> telling = new ArrayList<>();
        for (int driver = 0; driver < baseline.drivers().size(); driver++) {
            int index = driver;
            if (days.values().stream().map(day -> day[index]).distinct().count() > 1) {
                telling.add(index);
            }
        }
        return telling;
    }

    private static boolean isComparable(
            double[] day, TreeMap<LocalDate, double[]> past, List<Integer> telling) {
        if (past.isEmpty()) {
            return true;
        }
        double[] same = past.firstEntry().getValue();
        for (int driver = 0; driver < day.length; driver++) {
            if (!telling.contains(driver) && day[driver] != same[driver]) {
                return false;
            }
        }
        return true;
    }

    private static double[] only(double[] day, List<Integer> telling) {
        return telling.stream().mapToDouble(index -> day[index]).toArray();
    }

    private Fit fit(Regression model, TreeMap<LocalDate, double[]> past) {
        double mean = past.keySet().stream().mapToDouble(this::energy).average().orElseThrow();
        return new Fit(
                Optional.of(model.explainedShare()).filter(Double::isFinite),
                mean > 0 ? Optional.of(model.variation()) : Optional.empty());
    }

    private double energy(LocalDate day) {
        return energy.getOrDefault(day, Double.NaN);
    }

    private double adjustment(LocalDate day) {
        return baseline.adjustments().stream()
                .filter(it -> it.isOf(day))
                .map(Adjustment::kwhPerDay)
                .mapToDouble(Number::doubleValue)
                .sum();
    }

    private static int days(LocalDate first, LocalDate last) {
        return (int) first.datesUntil(last.plusDays(1)).count();
    }
}
