package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Tags;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What goals and measures came to in a month, and what it is worth beside baselines, as the tables
 * {@code goal_results}, {@code measure_results} and {@code baseline_results} of the KPIs that
 * steer: they are computed once the other KPIs of the month are known.
 *
 * @param goals those that have begun
 * @param measures those that have started
 * @param baselines those that ended before the month
 */
public record Results(
        List<GoalResult> goals, List<MeasureResult> measures, List<BaselineResult> baselines) {

    /** Where there are no goals and measures. */
    public static final Results NONE = new Results(List.of(), List.of(), List.of());

    private static final String GOALS = "goal_results";
    private static final String MEASURES = "measure_results";
    private static final String BASELINES = "baseline_results";

    /** The tables' names. */
    public static final Set<String> NAMES = Set.of(GOALS, MEASURES, BASELINES);

    private static final int DIGITS = 6;

    private static final List<String> TAGS =
            List.of(
                    "lever varchar",
                    "actor varchar",
                    "rung varchar",
                    "is_people boolean",
                    "is_planet boolean",
                    "is_purpose boolean");

    public Results {
        goals = List.copyOf(goals);
        measures = List.copyOf(measures);
        baselines = List.copyOf(baselines);
    }

    /**
     * Those of a table, in the order of its rows.
     *
     * @param table one of {@link #NAMES}
     */
    public List<Result> of(String table) {
        return List.copyOf(
                switch (table) {
                    case GOALS -> goals;
                    case MEASURES -> measures;
                    case BASELINES -> baselines;
                    default -> throw new IllegalArgumentException("table is " + table);
                });
    }

    /** Those of which a change gives one; a result of which it gives none is left out. */
    public Results changed(Function<Result, Optional<? extends Result>> change) {
        return new Results(
                changed(goals, change, GoalResult.class),
                changed(measures, change, MeasureResult.class),
                changed(baselines, change, BaselineResult.class));
    }

    private static <T extends Result> List<T> changed(
            List<T> results, Function<Result, Optional<? extends Result>> change, Class<T> type) {
        return results.stream().flatMap(it -> change.apply(it).stream()).map(type::cast).toList();
    }

    /** The tables of a month. */
    public List<GivenTable> tables(YearMonth month) {
        return List.of(goalTable(), measureTable(month.atEndOfMonth()), baselineTable());
    }

    /**
     * The columns of a table, each its name and its type.
     *
     * @param table one of {@link #NAMES}
     */
    public static List<String> columns(String table) {
        return Stream.of(NONE.goalTable(), NONE.measureTable(LocalDate.EPOCH), NONE.baselineTable())
                .filter(it -> it.name().equals(table))
                .findFirst()
                .orElseThrow()
                .columns();
    }

    private GivenTable goalTable() {
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                "goal_id varchar",
                                "kpi_id varchar",
                                "scope_kind varchar",
                                "scope_id varchar",
                                "period varchar",
                                "practice varchar",
                                "verdict varchar",
                                "better varchar",
                                "value decimal(18, 6)",
                                "path decimal(18, 6)",
                                "baseline decimal(18, 6)"));
        columns.addAll(TAGS);
        return new GivenTable(GOALS, columns, goals.stream().map(Results::row).toList());
    }

    private static List<Object> row(GoalResult result) {
        Scope scope = result.goal().scope();
        List<Object> row =
                new ArrayList<>(
                        List.of(
                                result.goal().goalId(),
                                result.goal().kpiId(),
                                scope.kind(),
                                scope.id(),
                                result.goal().period().code(),
                                result.goal().practice(),
                                result.verdict(),
                                result.better(),
                                scaled(result.value()),
                                scaled(result.path()),
                                scaled(result.baseline())));
        row.addAll(tags(result.goal().tags()));
        return row;
    }

    private GivenTable measureTable(LocalDate lastDay) {
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                "measure_id varchar",
                                "kpi_id varchar",
                                "scope_kind varchar",
                                "scope_id varchar",
                                "is_experiment boolean",
                                "started_on date",
                                "ended_on date",
                                "scaled_on date",
                                "verdict varchar",
                                "effect decimal(18, 6)",
                                "effect_low decimal(18, 6)",
                                "effect_high decimal(18, 6)",
                                "mean_before decimal(18, 6)",
                                "first_result_on date"));
        columns.addAll(TAGS);
        return new GivenTable(
                MEASURES, columns, measures.stream().map(it -> row(it, lastDay)).toList());
    }

    private static List<Object> row(MeasureResult result, LocalDate lastDay) {
        Measure measure = result.measure();
        Optional<MeasureResult.Effect> effect = result.effect();
        List<Object> row =
                new ArrayList<>(
                        List.of(
                                measure.measureId(),
                                measure.kpiId(),
                                measure.scope().kind(),
                                measure.scope().id(),
                                measure.isExperiment(),
                                measure.startedOn(),
                                past(measure.endedOn(), lastDay),
                                past(measure.scaledOn(), lastDay),
                                Codes.of(result.verdict()),
                                scaled(effect.map(MeasureResult.Effect::change)),
                                scaled(effect.map(MeasureResult.Effect::low)),
                                scaled(effect.map(MeasureResult.Effect::high)),
                                scaled(effect.map(MeasureResult.Effect::before)),
                                result.firstResultOn()));
        row.addAll(tags(measure.tags()));
        return row;
    }

    private GivenTable baselineTable() {
        return new GivenTable(
                BASELINES,
                List.of(
                        "baseline_id varchar",
                        "scope_kind varchar",
                        "scope_id varchar",
                        "day_share double",
                        "baseline_day_share double",
                        "explained_share double",
                        "variation double",
                        "energy_kwh decimal(18, 6)",
                        "expected_kwh decimal(18, 6)",
                        "adjustment_kwh decimal(18, 6)"),
                baselines.stream().map(Results::row).toList());
    }

    private static List<Object> row(BaselineResult result) {
        Scope scope = result.baseline().scope();
        boolean isAnyDayKnown = result.days().known() > 0;
        return List.of(
                result.baseline().baselineId(),
                scope.kind(),
                scope.id(),
                result.days().share(),
                result.baselineDays().share(),
                result.fit().flatMap(BaselineResult.Fit::explainedShare),
                result.fit().flatMap(BaselineResult.Fit::variation),
                scaled(Optional.of(result.energy()).filter(it -> isAnyDayKnown)),
                scaled(result.expected().filter(it -> isAnyDayKnown)),
                scaled(Optional.of(result.adjustment())));
    }

    /** A day that lies ahead is not known yet. */
    private static Optional<LocalDate> past(Optional<LocalDate> day, LocalDate lastDay) {
        return day.filter(it -> !it.isAfter(lastDay));
    }

    private static List<Object> tags(Tags tags) {
        return List.of(
                tags.lever(),
                tags.actor(),
                tags.rung(),
                tags.dimensions().contains(Tags.Dimension.PEOPLE),
                tags.dimensions().contains(Tags.Dimension.PLANET),
                tags.dimensions().contains(Tags.Dimension.PURPOSE));
    }

    private static Optional<BigDecimal> scaled(Optional<Double> number) {
        return number.map(it -> BigDecimal.valueOf(it).setScale(DIGITS, RoundingMode.HALF_EVEN));
    }
}
