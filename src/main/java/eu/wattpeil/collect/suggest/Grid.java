package eu.wattpeil.collect.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The table in a delimited text.
 *
 * @param hasHeader whether a row names the columns
 * @param columns in order
 * @param before the rows before the table, as a title
 * @param rows how many rows the table has
 */
record Grid(
        char delimiter,
        boolean hasHeader,
        List<Column> columns,
        List<List<String>> before,
        int rows) {

    /** As PRTG calls the exact numbers of a column. */
    private static final String EXACT = "(RAW)";

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_BEFORE = 50;
    private static final int LONGEST_UNIT = 10;
    private static final List<Character> DELIMITERS = List.of(';', '\t', ',', '|');

    /**
     * A delimiter with the rows that it gives.
     *
     * @param ofWidth how many rows are as wide as most
     */
    private record Parted(char delimiter, List<List<String>> rows, int width, long ofWidth) {

        static Parted of(Head head, char delimiter) {
            List<List<String>> rows = head.rows(delimiter, MOST_ROWS);
            int filled = most(rows.stream().map(Parted::width).toList());
            int whole = most(rows.stream().map(List::size).toList());
            return new Parted(
                    delimiter,
                    rows,
                    filled,
                    Math.max(
                            rows.stream().filter(row -> width(row) == filled).count(),
                            whole < 2
                                    ? 0
                                    : rows.stream().filter(it -> it.size() == whole).count()));
        }

        /** The width above 1 that is there most often, of two the wider one; else 1 or 0. */
        private static int most(List<Integer> widths) {
            Map<Integer, Integer> counts = new HashMap<>();
            widths.forEach(width -> counts.merge(width, 1, Integer::sum));
            return counts.entrySet().stream()
                    .max(
                            Comparator.comparingInt(
                                            (Map.Entry<Integer, Integer> it) ->
                                                    it.getKey() > 1 ? it.getValue() : 0)
                                    .thenComparingInt(Map.Entry::getKey))
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }

        /** Empty fields at the end are those of delimiters at the end of lines. */
        private static int width(List<String> row) {
            int width = row.size();
            while (width > 0 && row.get(width - 1).isEmpty()) {
                width--;
            }
            return width;
        }

        double evenness() {
            return rows.isEmpty() || width < 2 ? 0 : (double) ofWidth / rows.size();
        }
    }

    /** The table of a text; empty where no delimiter gives one. */
    static Optional<Grid> find(Head head) {
        String firstLine = head.text().lines().findFirst().orElse("");
        Optional<Character> told =
                firstLine.matches("(?i)\"?sep=.\"?")
                        ? Optional.of(firstLine.replaceFirst("(?i)\"?sep=", "").charAt(0))
                        : Optional.empty();
        return told.map(List::of).orElse(DELIMITERS).stream()
                .map(delimiter -> Parted.of(head, delimiter))
                .filter(parted -> parted.width() > 1)
                .max(
                        Comparator.comparingDouble(
                                        (Parted parted) -> Math.round(parted.evenness() * 5))
                                .thenComparingInt(Parted::width))
                .flatMap(Grid::of);
    }

    private static Optional<Grid> of(Parted parted) {
        List<List<String>> rows = parted.rows();
        int header = Body.of(rows).header().orElseGet(() -> header(rows));
        boolean hasHeader = header >= 0;
        int first = hasHeader ? header + 1 : 0;
        if (first >= rows.size()) {
            return Optional.empty();
        }
        List<String> names = hasHeader ? rows.get(header) : List.of();
        List<List<String>> data = rows.subList(first, rows.size());
        int width =
                Math.max(
                        names.size(),
                        data.stream().limit(MOST_BEFORE).mapToInt(List::size).max().orElse(0));
        boolean areUnits = hasHeader && areUnits(data.get(0));
        Preamble preamble = new Preamble(rows.subList(0, Math.max(0, header)));
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int at = i;
            List<String> values =
                    data.stream().map(row -> at < row.size() ? row.get(at) : "").toList();
            String name = i < names.size() ? names.get(i) : "";
            boolean isItsOwn = !name.isEmpty() && names.indexOf(name) == names.lastIndexOf(name);
            String reference = isItsOwn ? name : Integer.toString(i + 1);
            String unit = areUnits ? values.get(0) : "";
            columns.add(new Column(preamble.labelled(name), reference, values, unit));
        }
        columns.removeIf(column -> column.name().isEmpty() && column.filled().isEmpty());
        return Optional.of(
                new Grid(parted.delimiter(), hasHeader, columns, preamble.rows(), data.size()));
    }

    /** Whether the row below the header says in which unit each column is. */
    private static boolean areUnits(List<String> row) {
        return row.stream().anyMatch(MeterUnits::isUnit)
                && row.stream().noneMatch(Grid::isData)
                && row.stream().allMatch(field -> field.length() <= LONGEST_UNIT);
    }

    /** The first row of words with as many fields as those below it; -1 where none is. */
    private static int header(List<List<String>> rows) {
        int width = rows.stream().limit(MOST_BEFORE * 2L).mapToInt(Parted::width).max().orElse(0);
        for (int i = 0; i < Math.min(rows.size(), MOST_BEFORE); i++) {
            List<String> row = rows.get(i);
            if (Parted.width(row) * 2 > width && row.size() > 1) {
                return isHeader(row) ? widerHeader(rows, i) : -1;
            }
        }
        return -1;
    }

    /** A row of words that is wider, right above data: then those before it are a title. */
    private static int widerHeader(List<List<String>> rows, int first) {
        for (int i = first + 1; i < Math.min(rows.size() - 1, MOST_BEFORE); i++) {
            boolean isWider = Parted.width(rows.get(i)) > Parted.width(rows.get(first));
            if (isWider && isHeader(rows.get(i)) && !isHeader(rows.get(i + 1))) {
                return i;
            }
        }
        return first;
    }

    /** Whether most of what stands there could be names of columns. */
    static boolean isHeader(List<String> row) {
        long filled = row.stream().filter(field -> !field.isEmpty()).count();
        long data = row.stream().filter(Grid::isData).count();
        return data * 2 <= filled;
    }

    /** Whether nobody would call a column so; a time of day may be one. */
    static boolean isData(String field) {
        return field.matches("[+-]?[\\d.,]+")
                || field.matches("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}.*")
                || field.matches(
                        "(?i)\\d{1,2}[- ][a-z]{3}[- ]\\d{2,4}.*|[a-z]{3} \\d{1,2} \\d{4}.*");
    }

    /**
     * The same with numbers that have no unit beside them any more; a column of exact numbers
     * beside one of shown ones takes its place.
     */
    Grid withBareNumbers() {
        List<Column> bare = new ArrayList<>(columns.stream().map(Column::withBareNumbers).toList());
        for (Column shown : List.copyOf(bare)) {
            Optional<Column> exact =
                    bare.stream()
                            .filter(it -> it.name().equals(shown.name() + EXACT))
                            .filter(it -> !shown.beside().isEmpty() && shown.isLike(it))
                            .findFirst();
            if (exact.isPresent()) {
                bare.set(bare.indexOf(exact.get()), exact.get().in(shown.unit()));
                bare.remove(shown);
            }
        }
        return new Grid(delimiter, hasHeader, bare, before, rows);
    }

    /**
     * The same of a workbook, where days may be numbers that no format shows as dates.
     *
     * @param times what columns of times are called
     */
    Grid withDates(Pattern times) {
        List<Column> dated =
                columns.stream().map(it -> it.isCalled(times) ? it.withDates() : it).toList();
        return new Grid(delimiter, hasHeader, dated, before, rows);
    }

    /** What the rows before the table tell under a name. */
    Preamble preamble() {
        return new Preamble(before);
    }

    /** The words of the rows before the table and of the header. */
    String words() {
        StringBuilder words = new StringBuilder();
        before.forEach(row -> row.forEach(field -> words.append(field).append(' ')));
        columns.forEach(column -> words.append(column.name()).append(' '));
        return words.toString();
    }
}
