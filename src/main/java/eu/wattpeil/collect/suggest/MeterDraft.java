package eu.wattpeil.collect.suggest;

import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.TimeText;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes a table for readings of meters. */
final class MeterDraft {

    static final String DATASET = "meter_readings";

    private static final double MOST_STEPS = 0.6;
    private final TableDraft table;
    private final Draft draft;
    private final MeterUnits units;
    private String key;
    private List<Column> meters = List.of();

    private MeterDraft(TableDraft table, MeterUnits units, String key) {
        this.table = table;
        this.units = units;
        draft = table.draft();
        this.key = key;
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
        meter(found);
        draft.column("measured_at", table.time("measured_at", List.of(day.get()), found));
        zone(found, day.get());
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
        Optional<List<Column>> time = time();
        if (time.isEmpty()) {
            return Optional.empty();
        }
        Times found = timesOf(time.get());
        time.get().forEach(table::take);
        meter(found);
        MeterValues values = new MeterValues(table, units);
        MeterTexts texts = new MeterTexts(table, units);
        units.unitColumn();
        List<Column> numbers = values.columns();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        texts.quantity();
        texts.quality();
        tellApart(found);
        draft.column("measured_at", table.time("measured_at", time.get(), found));
        if (!found.hasClock() && repeated(meters, found) * 2 > table.grid().rows()) {
            draft.column(
                    "measured_at",
                    Map.of("column", time.get().get(0).reference(), "pattern", MetricUnit.TODO));
            draft.doubt("measured_at: a day has many rows, and no column tells the time of each");
        }
        zone(found, time.get().get(0));
        interleaved(found);
        fill(values, numbers, time.get(), found);
        missing(numbers);
        totals(time.get().get(0), found);
        return Optional.of(draft);
    }

    private Optional<List<Column>> time() {
        List<Column> all = table.left().stream().filter(table::isTime).toList();
        List<Column> starts = all.stream().filter(it -> isStart(it)).toList();
        List<Column> ends = all.stream().filter(it -> isEnd(it)).toList();
        boolean isRange =
                starts.size() == 1
                        && ends.size() == 1
                        && table.timesOf(starts.get(0)).hasClock()
                                == table.timesOf(ends.get(0)).hasClock()
                        && table.timesOf(ends.get(0)).hasClock();
        if (isRange) {
            table.take(starts.get(0));
            Times start = table.timesOf(starts.get(0));
            draft.column("started_at", table.time("started_at", starts, start));
            return Optional.of(ends);
        }
        Optional<Column> exact =
                all.stream()
                        .filter(it -> table.timesOf(it).hasOffset())
                        .findFirst()
                        .or(
                                () ->
                                        all.stream()
                                                .filter(it -> table.timesOf(it).hasClock())
                                                .findFirst());
        if (exact.isPresent()) {
            return exact.map(List::of);
        }
        Optional<Column> day = all.stream().findFirst();
        Optional<Column> clock =
                table.left().stream()
                        .filter(it -> Times.clockOnly(it.values()).isPresent())
                        .findFirst();
        Optional<Column> other = clock.or(() -> day.flatMap(this::number));
        return day.map(it -> other.isPresent() ? List.of(it, other.get()) : List.of(it));
    }

    /** The column that says which of a day's intervals a row is of. */
    private Optional<Column> number(Column day) {
        Times days = table.timesOf(day);
        return table.left().stream()
                .filter(column -> table.is(column, Heading.INTERVAL_NUMBER))
                .filter(
                        column ->
                                Times.areHours(column.values())
                                        || days.withNumbers(column.values()).isPresent())
                .findFirst();
    }

    private boolean isStart(Column column) {
        return table.is(column, Heading.START)
                || table.vocabulary().isInFront(Heading.START_IN_FRONT, Words.plain(column.name()));
    }

    private boolean isEnd(Column column) {
        return table.is(column, Heading.END)
                || table.vocabulary().isInFront(Heading.END_IN_FRONT, Words.plain(column.name()));
    }

    private Times timesOf(List<Column> columns) {
        Times first = table.timesOf(columns.get(0));
        if (columns.size() == 1) {
            return first;
        }
        List<String> values = columns.get(1).values();
        Optional<Times> numbered = first.withNumbers(values);
        if (numbered.isPresent()) {
            return numbered.get();
        }
        String clock = Times.clockOnly(values).orElse("H");
        boolean isIso = table.isText() && first.pattern().equals("iso") && clock.startsWith("HH");
        String day = first.pattern().equals("iso") ? "yyyy-MM-dd" : first.pattern();
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < table.grid().rows(); i++) {
            String text = columns.get(0).values().get(i) + " " + columns.get(1).values().get(i);
            joined.add(text.isBlank() ? "" : text);
        }
        Times read = Times.read(isIso ? "iso" : day + " " + clock, joined);
        return new Times(
                read.pattern(),
                first.other().map(other -> other + " " + clock),
                true,
                read.hasOffset(),
                read.micros(),
                read.shift());
    }

    private void meter(Times times) {
        Optional<Column> found =
                table.called(Heading.METER)
                        .filter(column -> !table.isTime(column))
                        .filter(column -> column.filled().size() * 2 > table.grid().rows())
                        .filter(this::isOfSeveralRows)
                        .or(() -> unnamed(times));
        if (found.isPresent()) {
            meters = List.of(found.get());
            draft.column("meter_key", found.get().reference());
            if (table.grid().hasHeader()
                    && table.called(Heading.METER).filter(found.get()::equals).isEmpty()) {
                draft.doubt(
                        "meter_key: "
                                + Draft.text(found.get().reference())
                                + " tells rows of one time apart: each of its "
                                + found.get().counts().size()
                                + " texts is taken for a meter");
            }
            table.take(found.get());
            return;
        }
        Optional<String> number =
                table.grid().preamble().of(table.vocabulary().any(Heading.METER_NUMBER)).stream()
                        .filter(text -> text.matches("[\\p{L}\\d-]*\\d{6}[\\p{L}\\d-]*"))
                        .findFirst();
        key = number.orElse(key);
        draft.constant("meter_key", key);
        draft.note(
                "meter_key",
                number.isPresent()
                        ? "as the rows before the table say"
                        : "the name of the meter, as in config/meters.csv");
    }

    private boolean isOfSeveralRows(Column column) {
        return column.counts().size() * 2 <= Math.max(column.filled().size(), 2);
    }

    /** A column of few words: that tells apart rows of one time, or is the only one of words. */
    private Optional<Column> unnamed(Times times) {
        boolean isRepeated = repeated(List.of(), times) > 0;
        if (!isRepeated && table.grid().hasHeader()) {
            return Optional.empty();
        }
        return table.left().stream()
                .filter(column -> !table.isTime(column) && !table.isNumeric(column))
                .filter(column -> column.filled().size() == table.grid().rows())
                .filter(this::isOfSeveralRows)
                .filter(column -> repeated(List.of(column), times) == 0)
                .findFirst();
    }

    /** Where a meter has several rows of one time, another column tells them apart. */
    private void tellApart(Times times) {
        if (repeated(meters, times) == 0) {
            return;
        }
        for (Column column : table.left()) {
            int texts = column.counts().size();
            List<Column> both = meters.isEmpty() ? List.of(column) : List.of(meters.get(0), column);
            if (!meters.isEmpty()
                    && texts > 1
                    && texts <= 20
                    && !table.isNumeric(column)
                    && repeated(both, times) == 0) {
                table.take(column);
                meters = both;
                draft.column(
                        "meter_key",
                        Map.of("columns", both.stream().map(Column::reference).toList()));
                draft.doubt(
                        "meter_key: one meter has several rows of one time, told apart by "
                                + Draft.text(column.reference())
                                + ": each is a meter of its own");
                return;
            }
        }
        draft.doubt(
                "meter_key: "
                        + repeated(meters, times)
                        + " rows have the meter and the time of another one; the last of them counts");
    }

    private long repeated(List<Column> of, Times times) {
        Set<String> seen = new LinkedHashSet<>();
        long repeated = 0;
        List<String> keys = keys(of);
        for (int i = 0; i < times.micros().length; i++) {
            boolean isNew = seen.add(keys.get(i) + "\n" + times.micros()[i]);
            repeated += isNew || times.micros()[i] == NoValue.UNREADABLE ? 0 : 1;
        }
        // An autumn night has an hour twice.
        return repeated * 100 > times.micros().length ? repeated : 0;
    }

    private List<String> keys(List<Column> of) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < table.grid().rows(); i++) {
            StringBuilder text = new StringBuilder();
            for (Column column : of) {
                text.append(column.values().get(i)).append('\n');
            }
            keys.add(text.toString());
        }
        return keys;
    }

    private void zone(Times times, Column time) {
        if (times.hasOffset()) {
            return;
        }
        Pattern utc = table.vocabulary().any(Heading.UTC);
        if (Words.has(time.name(), utc) || Words.has(table.grid().words(), utc)) {
            draft.option("zone", "UTC");
            return;
        }
        draft.doubt(
                "zone: the times are local; without the option zone they are of the organisation's");
    }

    /** Times of the repeated hour that come as pairs, one of each hour. */
    private void interleaved(Times times) {
        if (times.hasOffset() || !times.hasClock()) {
            return;
        }
        List<String> keys = keys(meters);
        for (int i = 1; i < times.micros().length; i++) {
            long time = times.micros()[i];
            boolean isPair =
                    time != NoValue.UNREADABLE
                            && time == times.micros()[i - 1]
                            && keys.get(i).equals(keys.get(i - 1));
            if (isPair && isRepeatedHour(time)) {
                draft.option("repeated-hour", "interleaved");
                return;
            }
        }
    }

    /** From two to three on the last Sunday of October. */
    private static boolean isRepeatedHour(long micros) {
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(
                        Math.floorDiv(micros, TimeText.MICROS_PER_SECOND), 0, ZoneOffset.UTC);
        return time.getMonth() == Month.OCTOBER
                && time.getDayOfMonth() > 24
                && time.getDayOfWeek() == DayOfWeek.SUNDAY
                && time.getHour() == 2;
    }

    private void fill(MeterValues values, List<Column> numbers, List<Column> time, Times times) {
        List<String> keys = keys(meters);
        Map<Column, Series> series = new LinkedHashMap<>();
        for (Column column : numbers) {
            List<OptionalDouble> read =
                    column.values().stream().map(table.signs()::number).toList();
            series.put(column, Series.of(keys, times.micros(), read));
        }
        Series first = Series.of(keys, times.micros(), anyOf(numbers));
        Optional<Series.Step> step = first.step();
        String kind =
                values.fill(
                        numbers,
                        series,
                        step,
                        !meters.isEmpty(),
                        draft.has("started_at") || times.isNumbered(),
                        key);
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
        stamp(time.get(0), times, first, step);
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

    private void stamp(Column time, Times times, Series series, Optional<Series.Step> step) {
        String stamp = "start";
        String reason = "the header says so";
        long day = TimeText.MICROS_PER_DAY;
        long first = Math.floorMod(series.first() + times.shift(), day);
        long last = Math.floorMod(series.last() + times.shift(), day);
        long length = step.map(Series.Step::micros).orElse(0L);
        if (isEnd(time)) {
            stamp = "end";
        } else if (times.isNumbered()) {
            stamp = "end";
            reason = "intervals are numbered from 1: start reads the same";
        } else if (!isStart(time)) {
            boolean isByDay = !times.hasClock();
            boolean isEnd = first == length % day && last == 0 && length < day;
            boolean isStart = first == 0 && last == (day - length) % day && length < day;
            stamp = isEnd ? "end" : "start";
            reason =
                    isEnd
                            ? "the times begin one interval after midnight and end at midnight"
                            : isStart
                                    ? "the times begin at midnight and end one interval before it"
                                    : isByDay
                                            ? "a day is named by its date"
                                            : "nothing in the file decides: ask who made it";
            draft.doubt("stamp: " + stamp + ", for " + reason);
        }
        draft.option("stamp", stamp);
        draft.note("stamp", reason);
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

    /** A row without a time, such as a total, is no reading. */
    private void totals(Column time, Times times) {
        long without = 0;
        for (int i = 0; i < times.micros().length; i++) {
            without += time.values().get(i).isEmpty() ? 1 : 0;
        }
        if (without > 0) {
            draft.option("ignore-rows-without", time.reference());
            draft.note(
                    "ignore-rows-without",
                    (without == 1 ? "1 row has none" : without + " rows have none")
                            + ", such as a total");
        }
    }
}
