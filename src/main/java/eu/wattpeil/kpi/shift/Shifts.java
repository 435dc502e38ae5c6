package eu.wattpeil.kpi.shift;

import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.workspace.Meter;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Threshold;
import eu.wattpeil.workspace.Workspace;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The shifts that a month is the first to tell of: by the days of the year that ends with it there
 * is one, and by those of the years that end with the months from its day on there was none near.
 * So each is told once, in the month in which it happened or, where too few days stand on the new
 * level by then, in one of those after it; until then it cannot be told yet.
 */
public final class Shifts {

    /** Months after that of a shift in which days about it still come in: no later one tells it. */
    private static final int MONTHS_OPEN = 3;

    private static final int YEAR = 12;

    /** Days on either side of the same time a year before that are looked at: twelve weeks. */
    private static final int ABOUT = 84;

    /** Days that a season may be earlier or later than a year before. */
    private static final int EARLIER_OR_LATER = 14;

    /** The first month before a month that it needs days of. */
    public static final int MONTHS_BACK = YEAR + MONTHS_OPEN + ABOUT / 28;

    private static final String LEAST = "shift_least_";
    private static final String LEAST_SHARE = LEAST + "share";

    private static final String TEMPERATURE = "outside_temperature";
    private static final Set<String> WEATHER =
            Set.of(TEMPERATURE, DailyValue.COOLING_DEGREE_DAYS, "heating_degree_days");

    private final YearMonth month;
    private final Conditions conditions;
    private final Map<Series, NavigableMap<LocalDate, Double>> values = new TreeMap<>();

    /** A KPI in a scope. */
    private record Series(String kpiId, Scope scope) implements Comparable<Series> {

        @Override
        public int compareTo(Series other) {
            return Comparator.comparing(Series::kpiId)
                    .thenComparing(Series::scope, Scope.ORDER)
                    .compare(this, other);
        }
    }

    /**
     * What is known beside the days.
     *
     * @param thresholds among them the least size of a shift that is told: {@code
     *     shift_least_share} of the level before and {@code shift_least_KPI} in its unit; where one
     *     is missing, every size counts
     */
    record Conditions(
            List<Meter> meters,
            Predicate<LocalDate> isWorkday,
            List<Threshold> thresholds,
            Occasions occasions) {}

    private Shifts(YearMonth month, Conditions conditions, List<DailyValue> days) {
        this.month = month;
        this.conditions = conditions;
        days.forEach(
                it ->
                        values.computeIfAbsent(
                                        new Series(it.kpiId(), it.scope()), key -> new TreeMap<>())
                                .put(it.day(), it.value()));
    }

    /**
     * Those of a month, by KPI, scope and day.
     *
     * @param days of the months from {@link #MONTHS_BACK} before it on
     * @param breaks of the same months
     * @param datasets the collected datasets that a KPI is made from
     */
    public static List<ToldShift> of(
            YearMonth month,
            Workspace workspace,
            List<DailyValue> days,
            List<KnownBreak> breaks,
            Function<String, Set<String>> datasets) {
        return of(
                month,
                new Conditions(
                        workspace.meters(),
                        workspace.workingDays()::contains,
                        workspace.thresholds(),
                        Occasions.of(workspace, breaks, datasets)),
                days);
    }

    static List<ToldShift> of(YearMonth month, Conditions conditions, List<DailyValue> days) {
        Shifts shifts = new Shifts(month, conditions, days);
        return shifts.values.keySet().stream()
                .filter(it -> !WEATHER.contains(it.kpiId()))
                .flatMap(shifts::of)
                .toList();
    }

    private Stream<ToldShift> of(Series series) {
        Map<LocalDate, List<Double>> drivers = weather(series);
        return shifts(series, drivers, month)
                .filter(shift -> !YearMonth.from(shift.day()).isBefore(firstOpen()))
                .filter(shift -> isFirstFound(series, drivers, shift))
                .map(
                        shift ->
                                new ToldShift(
                                        series.kpiId(),
                                        series.scope(),
                                        shift,
                                        weather(series, drivers),
                                        yearBefore(series, drivers, shift),
                                        conditions
                                                .occasions()
                                                .near(
                                                        shift,
                                                        series.kpiId(),
                                                        series.scope(),
                                                        month.atEndOfMonth())));
    }

    private YearMonth firstOpen() {
        return month.minusMonths(MONTHS_OPEN);
    }

    private boolean isFirstFound(Series series, Map<LocalDate, List<Double>> drivers, Shift shift) {
        return Stream.iterate(
                        YearMonth.from(shift.day()),
                        it -> it.isBefore(month),
                        it -> it.plusMonths(1))
                .flatMap(earlier -> shifts(series, drivers, earlier))
                .filter(Shift::isLevel)
                .noneMatch(
                        it ->
                                Math.abs(ChronoUnit.DAYS.between(it.day(), shift.day()))
                                        < DailySeries.SHORTEST);
    }

    private YearBefore yearBefore(
            Series series, Map<LocalDate, List<Double>> drivers, Shift shift) {
        LocalDate day = shift.day().minusYears(1);
        NavigableMap<LocalDate, Double> about =
                days(series, day.minusDays(ABOUT), day.plusDays(ABOUT));
        Optional<DailySeries> then = DailySeries.of(about, drivers, conditions.isWorkday());
        boolean isKnown =
                then.isPresent()
                        && about.headMap(day).size() >= DailySeries.SHORTEST
                        && about.tailMap(day).size() >= DailySeries.SHORTEST;
        if (!isKnown) {
            return YearBefore.UNKNOWN;
        }
        return then.get().shifts().stream()
                        .filter(it -> it.change() > 0 == shift.change() > 0)
                        .anyMatch(
                                it ->
                                        Math.abs(ChronoUnit.DAYS.between(it.day(), day))
                                                <= EARLIER_OR_LATER)
                ? YearBefore.ALIKE
                : YearBefore.NONE;
    }

    private NavigableMap<LocalDate, Double> days(Series series, LocalDate first, LocalDate last) {
        return values.getOrDefault(series, new TreeMap<>()).subMap(first, true, last, true);
    }

    /** The shifts that are large enough, by the days of the year that ends with a month. */
    private Stream<Shift> shifts(
            Series series, Map<LocalDate, List<Double>> drivers, YearMonth last) {
        NavigableMap<LocalDate, Double> year =
                days(series, last.minusMonths(YEAR - 1).atDay(1), last.atEndOfMonth());
        return DailySeries.of(year, drivers, conditions.isWorkday()).stream()
                .flatMap(it -> it.shifts().stream())
                .filter(it -> isLargeEnough(series.kpiId(), it));
    }

    private boolean isLargeEnough(String kpiId, Shift shift) {
        double change = Math.abs(shift.change());
        return change >= least(LEAST_SHARE, shift.day()) * Math.abs(shift.before())
                && change >= least(LEAST + kpiId, shift.day());
    }

    /** A bound that holds on a day; 0 where none does. */
    private double least(String threshold, LocalDate day) {
        return Threshold.held(conditions.thresholds(), threshold, day)
                .map(it -> it.value().doubleValue())
                .orElse(0.0);
    }

    /**
     * By day, what the weather at the site of a KPI may drive it by: the temperature as a curve of
     * the third degree, as equipment answers to it in more ways than one, and the cooling degree
     * days, where those of any day are known. Empty where the KPI follows no weather, or too little
     * of it is known.
     */
    private Map<LocalDate, List<Double>> weather(Series series) {
        Optional<Scope> site =
                Optional.of(series)
                        .filter(it -> DailyValue.hasCooling(it.kpiId()))
                        .flatMap(it -> siteOf(it.scope()));
        Map<LocalDate, Double> temperatures = weather(TEMPERATURE, site);
        if (temperatures.size() < DailySeries.MINIMUM_DAYS) {
            return Map.of();
        }
        Map<LocalDate, Double> degreeDays = weather(DailyValue.COOLING_DEGREE_DAYS, site);
        double mean = temperatures.values().stream().mapToDouble(it -> it).average().orElseThrow();
        double most =
                temperatures.values().stream()
                        .mapToDouble(it -> Math.abs(it - mean))
                        .max()
                        .orElseThrow();
        Map<LocalDate, List<Double>> drivers = new HashMap<>();
        temperatures.forEach(
                (day, temperature) -> {
                    double of = most == 0 ? 0 : (temperature - mean) / most;
                    List<Double> curve = List.of(of, of * of, of * of * of);
                    Double cooling = degreeDays.get(day);
                    if (degreeDays.isEmpty()) {
                        drivers.put(day, curve);
                    } else if (cooling != null) {
                        drivers.put(
                                day, Stream.concat(Stream.of(cooling), curve.stream()).toList());
                    }
                });
        return drivers;
    }

    private Map<LocalDate, Double> weather(String kpiId, Optional<Scope> site) {
        return site.<Map<LocalDate, Double>>map(it -> values.get(new Series(kpiId, it)))
                .orElse(Map.of());
    }

    private static Weather weather(Series series, Map<LocalDate, List<Double>> drivers) {
        if (!DailyValue.hasCooling(series.kpiId())) {
            return Weather.NO_PART;
        }
        return drivers.isEmpty() ? Weather.UNKNOWN : Weather.FREED;
    }

    /** The one site that a room, or the organisation, is on. */
    private Optional<Scope> siteOf(Scope scope) {
        return Meter.siteOf(scope, conditions.meters()).map(it -> new Scope("site", it));
    }
}
