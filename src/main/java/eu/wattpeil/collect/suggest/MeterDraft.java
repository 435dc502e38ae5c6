package eu.wattpeil.collect.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Takes a table for readings of meters. */
final class MeterDraft {

    static final String DATASET = "meter_readings";

    private static final double MOST_STEPS = 0.6;
    private final TableDraft table;
    private final Draft draft;
    private final MeterUnits units;
    private final MeterKeys keys;
    private final ReadingTimes readingTimes;

    private MeterDraft(TableDraft table, MeterUnits units, String key) {
        this.table = table;
        this.units = units;
        draft = table.draft();
        keys = new MeterKeys(table, key);
        readingTimes = new ReadingTimes(table);
    }

    /**
     * The definition; empty where the table has no time or no value.
     *
     * @param key of the meter, where the table does not tell one
     */
    static Optional<Draft> of(Seen seen, String key) {
        TableDraft table = new TableDraft(seen, DATASET);
        MeterDraft made = new MeterDraft(table, new MeterUnits(table, seen.name()), key);
        Optional<WideColumns> wide = WideColumns.of(seen.grid());
        return wide.isPresent() ? made.wide(wide.get()) : made.tall();
    }

    /** One row per day. */
    private Optional<Draft> wide(WideColumns wide) {
        wide.columns().forEach(table::take);
        Optional<Column> day = table.left().stream().filter(table::isTime).findFirst();
        if (day.isEmpty()) {
            return Optional.empty();
        }
        table.take(day.get());
        Times found = table.timesOf(day.get());
        keys.find(found);
        draft.column("measured_at", table.time("measured_at", List.of(day.get()), found));
        readingTimes.zone(found, day.get());
        MeterTexts texts = new MeterTexts(table, units);
        texts.quantity();
        Map<String, Object> value = new LinkedHashMap<>();
        Column first = wide.columns().get(0);
        units.put(value, first, "interval", units.meanOver(first, Optional.of(wide.step()), true));
        draft.column("value", value);
        draft.option("layout", "wide");
        draft.option("wide", wide.option());
        draft.option("stamp", wide.stamp());
        draft.note("stamp", wide.reason());
        draft.doubt("stamp: " + wide.stamp() + ", for " + wide.reason());
        texts.quality();
        missing(wide.columns());
        return Optional.of(draft);
    }

    /** One row per time. */
    private Optional<Draft> tall() {
        Optional<List<Column>> time = readingTimes.columns();
        if (time.isEmpty()) {
            return Optional.empty();
        }
        Times found = readingTimes.of(time.get());
        time.get().forEach(table::take);
        keys.find(found);
        MeterValues values = new MeterValues(table, units);
        MeterTexts texts = new MeterTexts(table, units);
        units.unitColumn();
        List<Column> numbers = values.columns();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        texts.quantity();
        texts.quality();
        units.tariffs(numbers);
        keys.tellApart(found);
        readingTimes.put(time.get(), found);
        if (!found.hasClock() && keys.repeated(found) * 2 > table.grid().rows()) {
            Map<String, Object> open = new LinkedHashMap<>();
            open.put("column", time.get().get(0).reference());
            open.put("pattern", MetricUnit.TODO);
            draft.column("measured_at", open);
            draft.doubt("measured_at: a day has many rows, and no column tells the time of each");
        }
        readingTimes.zone(found, time.get().get(0));
        readingTimes.interleaved(found, keys.ofRows());
        fill(values, numbers, time.get(), found);
        missing(numbers);
        readingTimes.totals(time.get().get(0), found);
        return Optional.of(draft);
    }

    private void fill(MeterValues values, List<Column> numbers, List<Column> time, Times times) {
        List<String> ofRows = keys.ofRows();
        Map<Column, Series> series = new LinkedHashMap<>();
        for (Column column : numbers) {
            List<OptionalDouble> read =
                    column.values().stream().map(table.signs()::number).toList();
            series.put(column, Series.of(ofRows, times.micros(), read));
        }
        Series first = Series.of(ofRows, times.micros(), anyOf(numbers));
        Optional<Series.Step> step = first.step();
        String kind =
                values.fill(
                        numbers,
                        series,
                        step,
                        keys.isInRows(),
                        draft.has("started_at") || times.isNumbered() || readingTimes.isOfDays(),
                        keys.key());
        if (!kind.equals("interval")) {
            draft.forget("started_at");
        }
        if (!kind.equals("interval") || draft.has("started_at")) {
            return;
        }
        if (step.isEmpty()) {
            draft.option("interval", MetricUnit.TODO);
            draft.note("interval", "how long each interval is, such as PT15M");
            draft.doubt("interval: one time alone does not tell how long each is");
        } else {
            draft.option("interval", step.get().duration());
            if (step.get().share() < MOST_STEPS) {
                draft.doubt(
                        "interval: times are "
                                + step.get().duration()
                                + " apart in "
                                + Math.round(step.get().share() * 100)
                                + " % of the rows only");
            }
        }
        readingTimes.stamp(time.get(0), times, first, step);
    }

    /** Of each row the first number that is there: of two tariffs one is often empty. */
    private List<OptionalDouble> anyOf(List<Column> numbers) {
        List<OptionalDouble> any = new ArrayList<>();
        for (int i = 0; i < table.grid().rows(); i++) {
            int row = i;
            any.add(
                    numbers.stream()
                            .map(column -> table.signs().number(column.values().get(row)))
                            .filter(OptionalDouble::isPresent)
                            .findFirst()
                            .orElse(OptionalDouble.empty()));
        }
        return any;
    }

    private void missing(List<Column> numbers) {
        numbers.forEach(table::noteMissing);
        long empty =
                numbers.stream()
                        .flatMap(it -> it.values().stream())
                        .filter(table::isNothing)
                        .count();
        if (empty > 0) {
            draft.option("missing-value", "skip");
            draft.note(
                    "missing-value",
                    (empty == 1 ? "1 is" : empty + " are") + " missing: no reading, and no reject");
        }
    }
}
