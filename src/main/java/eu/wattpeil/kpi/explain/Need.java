package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.edition.Workings;
import eu.wattpeil.kpi.engine.ReadDays;
import eu.wattpeil.kpi.engine.ReadValue;
import eu.wattpeil.kpi.engine.Result;
import eu.wattpeil.kpi.engine.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A result that figures need, and what of it they need that was read. What a model does with it
 * nobody but the model knows, so it is asked, as it is about rows.
 *
 * @param values without any of which the figures are others
 * @param days all of those that were read; none where the figures are the same without them
 */
record Need(Result result, List<ReadValue> values, List<ReadDays> days) {

    Need {
        values = List.copyOf(values);
        days = List.copyOf(days);
    }

    /**
     * Leaves out of workings what goals, measures and baselines came to that figures do not need.
     *
     * @param results all that the workings have
     * @param isSame whether the figures are still the same
     * @return those that are left, in the order of their tables
     */
    static List<Need> of(Workings workings, Results results, BooleanSupplier isSame) {
        Results kept = results;
        for (Result result : read(workings, results)) {
            Results fewer = replaced(kept, result, Optional.empty());
            workings.give(fewer);
            if (isSame.getAsBoolean()) {
                kept = fewer;
            }
        }
        List<Need> needs = new ArrayList<>();
        for (Result result : read(workings, kept)) {
            List<ReadValue> values = new ArrayList<>();
            for (ReadValue value : result.readValues()) {
                workings.give(replaced(kept, result, Optional.of(result.without(value))));
                if (!isSame.getAsBoolean()) {
                    values.add(value);
                }
            }
            workings.give(replaced(kept, result, Optional.of(result.withoutDays())));
            needs.add(
                    new Need(
                            result, values, isSame.getAsBoolean() ? List.of() : result.readDays()));
        }
        workings.give(kept);
        return needs;
    }

    private static List<Result> read(Workings workings, Results results) {
        return workings.results().stream().flatMap(it -> results.of(it).stream()).toList();
    }

    private static Results replaced(Results results, Result old, Optional<Result> other) {
        return results.changed(it -> it.equals(old) ? other : Optional.of(it));
    }
}
