package eu.wattpeil.collect.suggest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a table shows whatever it is of: its signs, its times, and which columns are whose. */
final class TableDraft {

    private static final double MOST = 0.9;
    private static final int FEW = 20;
    private static final String BETWEEN = " - ";
    private static final String START = "start";
    private static final String END = "end";

    private final Vocabulary vocabulary;
    private final Grid grid;
    private final boolean isText;
    private final Draft draft;
    private final Signs signs;
    private final Map<Column, Times> times = new LinkedHashMap<>();
    private final Map<Column, String> ranges = new LinkedHashMap<>();
    private final Set<Column> taken = new LinkedHashSet<>();
    private final List<Column> people = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();

    /**
     * @param dataset that the table fills
     */
    TableDraft(Seen seen, String dataset) {
        vocabulary = seen.vocabulary();
        isText = seen.isText();
        Grid bare = seen.grid().withBareNumbers();
        grid = isText ? bare : bare.withDates(vocabulary.any(Heading.TIME));
        draft = new Draft(dataset, seen.format());
        for (Column column : grid.columns()) {
            if (is(column, Heading.PERSON) && !isMeasured(column)) {
                people.add(column);
            }
            boolean isTime = grid.hasHeader() ? mayBeTime(column) : true;
            if (isTime) {
                Times.of(column.values())
                        .or(() -> ofRanges(column))
                        .ifPresent(found -> times.put(column, found));
            }
        }
        List<String> numbers = new ArrayList<>();
        for (Column column : grid.columns()) {
            if (!times.containsKey(column)) {
                column.filled().stream().filter(Signs::isNumber).forEach(numbers::add);
            }
        }
        signs = Signs.of(numbers);
        if (seen.isText()) {
            notesText(seen.head());
        }
        if (!grid.hasHeader()) {
            draft.option("header", false);
        }
        boolean hasFractions = numbers.stream().anyMatch(text -> text.matches(".*[.,].*"));
        if (hasFractions) {
            draft.option("decimal", signs.decimal());
        }
        signs.thousands().ifPresent(sign -> draft.option("thousands", sign));
        if (!signs.doubt().isEmpty()) {
            draft.doubt(signs.doubt());
        }
    }

    private void notesText(Head head) {
        draft.option("delimiter", grid.delimiter() == '\t' ? "tab" : grid.delimiter());
        boolean isFound = head.charset().equals(StandardCharsets.UTF_8) || head.hasMark();
        if (!isFound) {
            draft.option("charset", head.charset().name());
            draft.note("charset", "found from the bytes: look at letters with accents");
        }
    }

    /**
     * The ends of ranges of times that stand in one cell, or the starts where an end is without its
     * day; empty where there are none.
     */
    private Optional<Times> ofRanges(Column column) {
        long both = column.filled().stream().filter(it -> it.contains(BETWEEN)).count();
        if (both == 0 || both < MOST * column.filled().size()) {
            return Optional.empty();
        }
        Optional<Times> ends = part(column, 1);
        Optional<Times> starts = part(column, 0);
        ends.or(() -> starts).ifPresent(it -> ranges.put(column, ends.isPresent() ? END : START));
        return ends.or(() -> starts);
    }

    private static Optional<Times> part(Column column, int at) {
        List<String> parts =
                column.values().stream()
                        .map(it -> it.contains(BETWEEN) ? it.split(BETWEEN, 2)[at] : it)
                        .toList();
        return Times.of(parts).filter(Times::hasClock);
    }

    /** Whether each cell of a column has the start and the end of an interval, both with a day. */
    boolean isRange(Column column) {
        return END.equals(ranges.get(column));
    }

    /** How the time of a column is read. */
    Object time(String name, Column column, Times found) {
        return ranges.containsKey(column)
                ? rangePart(name, column, Objects.requireNonNull(ranges.get(column)))
                : time(name, List.of(column), found);
    }

    /** How the start of such ranges is read. */
    Object start(Column column) {
        return rangePart("started_at", column, START);
    }

    private Object rangePart(String name, Column column, String part) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("separator", BETWEEN);
        range.put("part", part);
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("column", column.reference());
        section.put("range", range);
        if (time(name, List.of(column), timesOf(column)) instanceof Map<?, ?> pattern) {
            pattern.forEach((key, value) -> section.put(key.toString(), value));
        }
        return section;
    }

    /** Whether all are numbers, some with a fraction: of users there are none such. */
    private static boolean isMeasured(Column column) {
        List<String> filled = column.filled();
        return filled.stream().allMatch(Signs::isNumber)
                && filled.stream().anyMatch(it -> it.matches("-?\\d+[.,]\\d+"));
    }

    /** Digits alone are a time only where the header says so, or where they are like one. */
    private boolean mayBeTime(Column column) {
        List<String> filled = column.filled();
        boolean isDigits = filled.stream().limit(FEW).allMatch(value -> value.matches("\\d+"));
        return !isDigits
                || is(column, Heading.TIME)
                || filled.stream().limit(FEW).allMatch(value -> value.matches("1[5-9]\\d{8}"));
    }

    Grid grid() {
        return grid;
    }

    /** Whether the table is a text, and no workbook. */
    boolean isText() {
        return isText;
    }

    Draft draft() {
        return draft;
    }

    Signs signs() {
        return signs;
    }

    /** Whether most of what stands in the column are times. */
    boolean isTime(Column column) {
        return times.containsKey(column);
    }

    /** The times of a column that has them. */
    Times timesOf(Column column) {
        return Objects.requireNonNull(times.get(column));
    }

    /** The columns that nobody has taken, and that are of no person. */
    List<Column> left() {
        return grid.columns().stream()
                .filter(column -> !taken.contains(column) && !people.contains(column))
                .toList();
    }

    /** The columns that are of no person, taken or not. */
    List<Column> unpersonal() {
        return grid.columns().stream().filter(column -> !people.contains(column)).toList();
    }

    void take(Column column) {
        taken.add(column);
    }

    /** Whether a column is called so. */
    boolean is(Column column, Heading heading) {
        return column.isCalled(vocabulary.any(heading));
    }

    /** The words that columns are called by. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The first column that is called so, by the order of the words. */
    Optional<Column> called(Heading... headings) {
        return called(vocabulary.words(headings)).findFirst();
    }

    /** Those that have one of the words, by the order of the words. */
    private Stream<Column> called(List<String> words) {
        return words.stream()
                .map(Words::any)
                .flatMap(pattern -> left().stream().filter(column -> column.isCalled(pattern)));
    }

    /** Whether most of what stands in the column are numbers; what stands for none is kept. */
    boolean isNumeric(Column column) {
        List<String> filled = column.filled();
        long nothing = filled.stream().filter(vocabulary::isNothing).count();
        long numbers = filled.stream().filter(it -> signs.number(it).isPresent()).count();
        return numbers > 0 && numbers >= MOST * (filled.size() - nothing);
    }

    /** Whether a text stands for no value. */
    boolean isNothing(String text) {
        return text.isEmpty() || vocabulary.isNothing(text);
    }

    /** Notes what stands for no value in a column that is read. */
    void noteMissing(Column column) {
        column.filled().stream().filter(vocabulary::isNothing).forEach(missing::add);
        if (!missing.isEmpty()) {
            draft.option("missing", new ArrayList<>(missing));
        }
    }

    /** Those that are called so, by the order of the words. */
    List<Column> allCalled(Heading heading) {
        return called(vocabulary.words(heading)).distinct().toList();
    }

    /** A column of the dataset as a date, where one is called so; the first heading names it. */
    void date(Heading... headings) {
        called(headings)
                .filter(this::isTime)
                .ifPresent(
                        column -> {
                            take(column);
                            String name = headings[0].key();
                            draft.column(name, time(name, List.of(column), timesOf(column)));
                        });
    }

    /** How a time is read; what its pattern leaves open is a doubt. */
    Object time(String name, List<Column> of, Times found) {
        Map<String, Object> section = new LinkedHashMap<>();
        if (of.size() == 1) {
            section.put("column", of.get(0).reference());
        } else {
            section.put("columns", of.stream().map(Column::reference).toList());
        }
        if (!found.pattern().equals("iso")) {
            section.put("pattern", found.pattern());
        }
        found.other()
                .ifPresent(
                        other -> {
                            draft.note(name, "or " + other + ": the file does not decide");
                            draft.doubt(
                                    name
                                            + ": the pattern is "
                                            + found.pattern()
                                            + " or "
                                            + other
                                            + "; no day in the file is above 12");
                        });
        return section.size() == 1 && of.size() == 1 ? of.get(0).reference() : section;
    }

    /** The same as the text of a column. */
    void text(Heading... headings) {
        called(headings)
                .ifPresent(
                        column -> {
                            take(column);
                            draft.column(headings[0].key(), column.reference());
                        });
    }

    /** The same as a number. */
    void number(Heading... headings) {
        called(headings)
                .filter(this::isNumeric)
                .ifPresent(
                        column -> {
                            take(column);
                            noteMissing(column);
                            draft.column(headings[0].key(), column.source());
                        });
    }
}
