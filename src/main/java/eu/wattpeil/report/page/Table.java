package eu.wattpeil.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table with the heads of its columns; each row has a cell for each of them. */
public record Table(List<Column> columns, List<Row> rows) {

    /** Characters of a line across a page of A4. */
    private static final int LINE = 118;

    /** Characters that a column needs beside its text. */
    private static final int SPACE = 3;

    /** A longer word breaks. */
    private static final int LONGEST_WORD = 17;

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * Shares of the width for its columns, in percent, where a table has to be set without asking
     * what fits: for each what may not break, and what is left by how long texts are.
     */
    public List<Integer> widths() {
        int[] least = IntStream.range(0, columns.size()).map(this::least).toArray();
        double[] more =
                IntStream.range(0, columns.size())
                        .mapToDouble(at -> Math.max(usual(at) - least[at], 0))
                        .toArray();
        double left = Math.max(LINE - IntStream.of(least).sum(), 0);
        double wanted = Math.max(DoubleStream.of(more).sum(), 1);
        double[] needs =
                IntStream.range(0, columns.size())
                        .mapToDouble(at -> least[at] + left * more[at] / wanted)
                        .toArray();
        double all = DoubleStream.of(needs).sum();
        return DoubleStream.of(needs).mapToObj(need -> (int) Math.round(100 * need / all)).toList();
    }

    private double usual(int column) {
        return rows.stream().mapToInt(row -> row.cells().get(column).length()).average().orElse(0);
    }

    /** The longest word, or the longest text where it stays on one line. */
    private int least(int column) {
        Column.Kind kind = columns.get(column).kind();
        boolean isOneLine = kind == Column.Kind.WORD || kind == Column.Kind.NUMBER;
        int longest =
                Stream.concat(
                                Stream.of(columns.get(column).head()),
                                rows.stream().map(row -> row.cells().get(column)))
                        .flatMap(
                                text ->
                                        isOneLine
                                                ? Stream.of(text)
                                                : Arrays.stream(text.split("\\s+")))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        return Math.min(longest, isOneLine ? LINE / 2 : LONGEST_WORD) + SPACE;
    }

    /**
     * A column of a table.
     *
     * @param isNamed whether a cell needs the head beside it where the table is too narrow for
     *     columns
     */
    public record Column(String head, Kind kind, boolean isNamed) {

        /** What its cells are. */
        public enum Kind {
            TEXT,
            /** A text that stays on one line. */
            WORD,
            NUMBER,
            /** A name for machines, which breaks anywhere. */
            CODE,
            /** A text of less weight. */
            NOTE,
            /** Several lines. */
            LINES
        }

        public static Column text(String head) {
            return new Column(head, Kind.TEXT, false);
        }

        public static Column number(String head) {
            return new Column(head, Kind.NUMBER, true);
        }

        public static Column note(String head) {
            return new Column(head, Kind.NOTE, true);
        }

        public static Column of(Kind kind, String head) {
            return new Column(head, kind, false);
        }

        public Column named() {
            return new Column(head, kind, true);
        }
    }

    /** A row of a table. */
    public record Row(List<String> cells) {

        static Row of(String... cells) {
            return new Row(List.of(cells));
        }
    }
}
