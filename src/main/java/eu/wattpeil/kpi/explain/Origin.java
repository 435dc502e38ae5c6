package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.engine.ReadDays;
import eu.wattpeil.kpi.engine.ReadValue;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A goal, a measure or a baseline that a figure is made of, and what that was read from, as far as
 * the figure is another one without it.
 *
 * @param id of the goal, measure or baseline
 * @param place where the configuration says it
 * @param values of KPIs
 * @param days of KPIs and of the weather
 * @param sources the documents behind the days; empty where what the store holds now no longer
 *     gives them
 */
public record Origin(
        String id,
        Place place,
        List<OfValue> values,
        List<OfDays> days,
        Optional<List<Source>> sources) {

    public Origin {
        values = List.copyOf(values);
        days = List.copyOf(days);
        sources = sources.map(List::copyOf);
    }

    /**
     * A value, and the documents behind it.
     *
     * @param value empty where there is none
     * @param months whose documents are told; fewer than those of its period where it is one of
     *     several
     * @param sources empty where they cannot be told
     */
    public record OfValue(
            ReadValue read,
            Optional<KpiValue> value,
            List<YearMonth> months,
            Optional<List<Source>> sources) {

        public OfValue {
            months = List.copyOf(months);
            sources = sources.map(List::copyOf);
        }
    }

    /**
     * Days of a KPI, or of the weather.
     *
     * @param known how many there are
     * @param sum of their values; empty where that would tell of few people
     */
    public record OfDays(
            ReadDays.Side side,
            String kpiId,
            Scope scope,
            long known,
            LocalDate first,
            LocalDate last,
            Optional<BigDecimal> sum) {

        static OfDays of(ReadDays days, boolean isSumTold) {
            return new OfDays(
                    days.side(),
                    days.kpiId(),
                    days.scope(),
                    days.values().size(),
                    days.values().firstKey(),
                    days.values().lastKey(),
                    isSumTold ? Optional.of(sum(days)) : Optional.empty());
        }

        private static BigDecimal sum(ReadDays days) {
            return days.values().values().stream()
                    .map(BigDecimal::valueOf)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** Those of several months as one for each goal, measure and baseline, by place. */
    static List<Origin> of(List<Origin> months) {
        Map<Place, Origin> origins = new TreeMap<>();
        months.forEach(it -> origins.merge(it.place, it, Origin::and));
        return List.copyOf(origins.values());
    }

    private Origin and(Origin other) {
        return new Origin(
                id,
                place,
                both(values, other.values),
                both(days, other.days),
                sources.flatMap(mine -> other.sources.map(it -> Source.of(List.of(mine, it)))));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        LinkedHashSet<T> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return new ArrayList<>(all);
    }
}
