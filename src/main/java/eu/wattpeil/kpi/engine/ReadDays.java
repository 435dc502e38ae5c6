package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.Scope;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Days of a KPI, or of the weather, that a result was read from.
 *
 * @param side which days they are
 * @param values of each day that is known
 */
public record ReadDays(Side side, String kpiId, Scope scope, SortedMap<LocalDate, Double> values) {

    /** What days are beside others. */
    public enum Side {
        /** Those of a baseline. */
        BASELINE,
        /** Those of the month that is beside it. */
        MONTH,
        /** Those before a measure. */
        BEFORE,
        /** Those from its start on. */
        AFTER
    }

    public ReadDays {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Those of some days that are known; none where none is. */
    public static List<ReadDays> of(
            Side side,
            String kpiId,
            Scope scope,
            Map<LocalDate, Double> values,
            Iterable<LocalDate> days) {
        SortedMap<LocalDate, Double> read = new TreeMap<>();
        for (LocalDate day : days) {
            if (values.containsKey(day)) {
                read.put(day, values.get(day));
            }
        }
        return read.isEmpty() ? List.of() : List.of(new ReadDays(side, kpiId, scope, read));
    }

    /** The same as values of days. */
    public List<DailyValue> days() {
        return values.entrySet().stream()
                .map(it -> new DailyValue(kpiId, scope, it.getKey(), it.getValue()))
                .toList();
    }
}
