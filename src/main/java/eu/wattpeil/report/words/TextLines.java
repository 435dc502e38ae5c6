package eu.wattpeil.report.words;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes text for a terminal: no line is longer than {@value #WIDTH} signs unless a word is. */
public final class TextLines implements Lines {

    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final PrintWriter out;

    public TextLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void line(String text) {
        wrapped("", text);
    }

    @Override
    public void heading(String text) {
        out.println();
        line(text);
    }

    @Override
    public void indented(String text) {
        wrapped(INDENT, text);
    }

    private void furtherIn(String text) {
        wrapped(INDENT + INDENT, text);
    }

    /** What does not fit goes on below, further in. */
    private void wrapped(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        boolean isEmpty = true;
        for (String word : text.split(" ")) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(indent).append(INDENT);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        out.println(line);
    }

    /**
     * A table, its columns aligned, and what looks like a number to the right. Columns that are
     * empty are left out, and those with one value in several rows told once above. Where it is too
     * wide all the same, each row is a list of names and values; a last column that is a name may
     * be longer.
     *
     * @param rows of equal length, the first with the names of the columns
     */
    @Override
    public void table(List<List<String>> rows) {
        List<List<String>> columns = columns(rows);
        List<List<String>> alike =
                rows.size() < 3
                        ? List.of()
                        : columns.stream()
                                .filter(it -> it.stream().skip(1).distinct().count() == 1)
                                .toList();
        if (!alike.isEmpty() && alike.size() < columns.size()) {
            furtherIn(named(alike, 1));
            columns.removeAll(alike);
        }
        int width = columns.stream().limit(columns.size() - 1L).mapToInt(it -> 2 + width(it)).sum();
        List<String> last = columns.get(columns.size() - 1);
        boolean isName = last.stream().skip(1).anyMatch(it -> it.contains("/"));
        width += isName ? 0 : width(last);
        if (2 + width > WIDTH || rows.size() == 2 && !isName) {
            for (int row = 1; row < rows.size(); row++) {
                furtherIn(named(columns, row));
            }
            return;
        }
        String margin = 4 + width > WIDTH ? INDENT : INDENT + INDENT;
        for (int row = 0; row < rows.size(); row++) {
            StringBuilder line = new StringBuilder(margin);
            for (List<String> column : columns) {
                String cell = column.get(row);
                String blank = " ".repeat(width(column) - cell.length());
                line.append(isOfNumbers(column) ? blank + cell : cell + blank).append(INDENT);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static List<List<String>> columns(List<List<String>> rows) {
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            int index = i;
            List<String> column = rows.stream().map(row -> row.get(index)).toList();
            if (column.stream().skip(1).anyMatch(it -> !it.isEmpty())) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static String named(List<List<String>> columns, int row) {
        return String.join(
                " · ",
                columns.stream()
                        .filter(column -> !column.get(row).isEmpty())
                        .map(column -> column.get(0) + " " + column.get(row))
                        .toList());
    }

    private static int width(List<String> column) {
        return column.stream().mapToInt(String::length).max().orElse(0);
    }

    private static boolean isOfNumbers(List<String> column) {
        return column.stream()
                .skip(1)
                .allMatch(it -> it.isEmpty() || it.matches("–|-?[0-9][0-9.]*"));
    }
}
