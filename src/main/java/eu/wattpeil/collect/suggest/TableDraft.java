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
import java.util.regex.Pattern;

/** What a table shows whatever it is of: its signs, its times, and which columns are whose. */
final class TableDraft {

    private static final double MOST = 0.9;
    private static final int FEW = 20;
    private static final Set<String> NOTHING =
            Set.of(
                    "-", "--", "n/a", "N/A", "NA", "na", "null", "NULL", "None", "nan", "NaN", "?",
                    "nvt");
    private static final Pattern TIME =
            Words.any(
                    "time|timestamp|date|datetime|date time|tijd|tijdstip|datum|moment|day|dag|jour|heure"
                            + "|horodatage|zeit|zeitstempel|uhrzeit|read datetime|reading date|period|periode|data|hora|fecha|giorno|ora|dia");
    private static final Pattern PERSON =
            Words.any(
                    "user|users|username|gebruiker|gebruikersnaam|utilisateur|benutzer|medewerker"
                            + "|employee|owner|eigenaar|proprietaire|besitzer|assigned|checked out"
                            + "|mail|email|document|documentnaam|title|titel|titre|dokument|client"
                            + "|host|hostname|ip|mac|phone|telefoon|telephone|naam gebruiker|login"
                            + "|bestand|file name|filename|computer|werkstation|workstation");

    private final Grid grid;
    private final boolean isText;
    private final Draft draft;
    private final Signs signs;
    private final Map<Column, Times> times = new LinkedHashMap<>();
    private final Set<Column> taken = new LinkedHashSet<>();
    private final List<Column> people = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();

    /**
     * @param dataset that the table fills
     */
    TableDraft(Seen seen, String dataset) {
        isText = seen.isText();
        grid = isText ? seen.grid() : seen.grid().withDates(TIME);
        draft = new Draft(dataset, seen.format());
        for (Column column : grid.columns()) {
            if (column.isCalled(PERSON) && !isMeasured(column)) {
                people.add(column);
            }
            boolean isTime = grid.hasHeader() ? mayBeTime(column) : true;
            if (isTime) {
                Times.of(column.values()).ifPresent(found -> times.put(column, found));
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

    /** Whether all are numbers, some with a fraction: of users there are none such. */
    private static boolean isMeasured(Column column) {
        List<String> filled = column.filled();
        return filled.stream().allMatch(Signs::isNumber)
                && filled.stream().anyMatch(it -> it.matches("-?\\d+[.,]\\d+"));
    }

    /** Digits alone are a time only where the header says so, or where they are like one. */
    private static boolean mayBeTime(Column column) {
        List<String> filled = column.filled();
        boolean isDigits = filled.stream().limit(FEW).allMatch(value -> value.matches("\\d+"));
        return !isDigits
                || column.isCalled(TIME)
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

    void take(Column column) {
        taken.add(column);
    }

    /** The first column that has one of the words, by the order of the words. */
    Optional<Column> called(String... words) {
        for (String each : words) {
            Pattern pattern = Words.any(each);
            for (Column column : left()) {
                if (column.isCalled(pattern)) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether most of what stands in the column are numbers; what stands for none is kept. */
    boolean isNumeric(Column column) {
        List<String> filled = column.filled();
        long nothing = filled.stream().filter(NOTHING::contains).count();
        long numbers = filled.stream().filter(it -> signs.number(it).isPresent()).count();
        return numbers > 0 && numbers >= MOST * (filled.size() - nothing);
    }

    /** Notes what stands for no value in a column that is read. */
    void noteMissing(Column column) {
        column.filled().stream().filter(NOTHING::contains).forEach(missing::add);
        if (!missing.isEmpty()) {
            draft.option("missing", new ArrayList<>(missing));
        }
    }

    /** A column of the dataset as a date, where there is one of such a name. */
    void date(String name, String... words) {
        called(words)
                .filter(this::isTime)
                .ifPresent(
                        column -> {
                            take(column);
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

    /** A column of the dataset as the text of a column. */
    void text(String name, String... words) {
        called(words)
                .ifPresent(
                        column -> {
                            take(column);
                            draft.column(name, column.reference());
                        });
    }

    /** A column of the dataset as a number. */
    void number(String name, String... words) {
        called(words)
                .filter(this::isNumeric)
                .ifPresent(
                        column -> {
                            take(column);
                            noteMissing(column);
                            draft.column(name, column.reference());
                        });
    }
}
