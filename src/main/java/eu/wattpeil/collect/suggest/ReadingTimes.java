package eu.wattpeil.collect.suggest;

import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.TimeText;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which columns of a table say the time of a row, and what it is the time of. */
final class ReadingTimes {

    /** What stands in place of a time, and is no name of a month or a day. */
    private static final Pattern WORD = Pattern.compile("^\\p{L}{3,}[^\\d]*(\\(|$)");

    /** Such as UTC+1 and GMT +01:00. */
    private static final Pattern OFFSET =
            Pattern.compile("(?i)\\b(?:utc|gmt)\\s?([+-])\\s?(\\d{1,2})(?::?(\\d{2}))?\\b");

    private static final int MOST_WORDS = 4;
    private static final int FEW_ROWS = 3;

    private final TableDraft table;
    private final Draft draft;
    private Optional<Column> lastDay = Optional.empty();

    ReadingTimes(TableDraft table) {
        this.table = table;
        draft = table.draft();
    }

    /** The columns of the time; of two the start is read beside. Empty where there is none. */
    Optional<List<Column>> columns() {
        Optional<Column> range = table.left().stream().filter(table::isRange).findFirst();
        if (range.isPresent()) {
            draft.column("started_at", table.start(range.get()));
            return Optional.of(List.of(range.get()));
        }
        List<Column> all = table.left().stream().filter(table::isTime).toList();
        boolean areApart = all.size() == 2 && areApart(all.get(0), all.get(1));
        List<Column> starts =
                areApart ? all.subList(0, 1) : all.stream().filter(it -> isStart(it)).toList();
        List<Column> ends =
                areApart ? all.subList(1, 2) : all.stream().filter(it -> isEnd(it)).toList();
        boolean isPair =
                starts.size() == 1
                        && ends.size() == 1
                        && table.timesOf(starts.get(0)).hasClock()
                                == table.timesOf(ends.get(0)).hasClock();
        if (isPair && !table.timesOf(ends.get(0)).hasClock() && clock().isEmpty()) {
            // Whether the last day is within the interval or after it, each file has its own way.
            lastDay = Optional.of(ends.get(0));
            table.take(ends.get(0));
            return Optional.of(starts);
        }
        if (isPair && table.timesOf(ends.get(0)).hasClock()) {
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
        Optional<Column> other = clock().or(() -> day.flatMap(this::number));
        return day.map(it -> other.isPresent() ? List.of(it, other.get()) : List.of(it));
    }

    /** The first column of times of day, which stand beside a day. */
    private Optional<Column> clock() {
        return table.left().stream()
                .filter(it -> Times.clockOnly(it.values()).isPresent())
                .findFirst();
    }

    /** Whether columns have no names, and the second time is always as much later as the first. */
    private boolean areApart(Column first, Column second) {
        long[] from = table.timesOf(first).micros();
        long[] to = table.timesOf(second).micros();
        boolean isOneClock = table.timesOf(first).pattern().equals(table.timesOf(second).pattern());
        if (table.grid().hasHeader() || !isOneClock || from.length < FEW_ROWS) {
            return false;
        }
        long length = to[0] - from[0];
        return length >= Times.MINUTE
                && length <= TimeText.MICROS_PER_DAY
                && IntStream.range(0, from.length)
                        .allMatch(
                                i ->
                                        from[i] != NoValue.UNREADABLE
                                                && to[i] != NoValue.UNREADABLE
                                                && to[i] - from[i] == length);
    }

    /** Whether a row tells the first and the last day of an interval. */
    boolean isOfDays() {
        return lastDay.isPresent();
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

    /** The times of such columns. */
    Times of(List<Column> columns) {
        Times first = table.timesOf(columns.get(0));
        if (columns.size() == 1) {
            // Last days of months are above 12, and tell how first days are written.
            return lastDay.map(table::timesOf)
                    .filter(last -> first.other().isPresent() && last.other().isEmpty())
                    .map(last -> Times.read(last.pattern(), columns.get(0).values()))
                    .orElse(first);
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

    /** Reads the time from its columns. */
    void put(List<Column> columns, Times found) {
        draft.column(
                "measured_at",
                columns.size() == 1
                        ? table.time("measured_at", columns.get(0), found)
                        : table.time("measured_at", columns, found));
    }

    /** Says of which zone local times are. */
    void zone(Times times, Column time) {
        if (times.hasOffset()) {
            return;
        }
        Optional<String> told =
                Stream.concat(
                                Stream.of(time.name()),
                                table.grid().before().stream()
                                        .map(row -> String.join(" ", row))
                                        .filter(row -> !table.is(time, Heading.LOCAL)))
                        .flatMap(text -> zoneIn(text).stream())
                        .findFirst();
        if (told.isPresent()) {
            draft.option("zone", told.get());
            return;
        }
        draft.doubt(
                "zone: the times are local; without the option zone they are of the organisation's");
    }

    /** The zone that a text names by its distance from Greenwich, which may be none. */
    private Optional<String> zoneIn(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.find()) {
            String minutes = Optional.ofNullable(offset.group(3)).orElse("00");
            int hours = Integer.parseInt(offset.group(2));
            return Optional.of("%s%02d:%s".formatted(offset.group(1), hours, minutes));
        }
        boolean isUtc = Words.has(text, table.vocabulary().any(Heading.UTC));
        return isUtc ? Optional.of("UTC") : Optional.empty();
    }

    /** Times of the repeated hour that come as pairs, one of each hour. */
    void interleaved(Times times, List<String> keys) {
        if (times.hasOffset() || !times.hasClock()) {
            return;
        }
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

    /** Says whether a time is the start or the end of its interval. */
    void stamp(Column time, Times times, Series series, Optional<Series.Step> step) {
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

    /** A row without a time, or with a word in its place, such as a total, is no reading. */
    void totals(Column time, Times times) {
        Set<String> words = new TreeSet<>();
        for (int i = 0; i < times.micros().length; i++) {
            String text = time.values().get(i);
            boolean isNone = times.micros()[i] == NoValue.UNREADABLE;
            if (isNone && WORD.matcher(text).find()) {
                words.add(text.split("[^\\p{L}]", 2)[0]);
            }
        }
        if (!words.isEmpty() && words.size() <= MOST_WORDS) {
            String pattern = "(" + String.join("|", words) + ").*";
            draft.option("not", Map.of(time.reference(), Map.of("matches", pattern)));
            draft.note("not", "rows that add the others up are no readings");
        }
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
