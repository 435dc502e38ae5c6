package eu.wattpeil.report.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How wide columns are, in characters, so that they show what they hold. */
final class Widths {

    private static final int LEAST = 8;

    /** A text that is longer goes on in a further line. */
    private static final int MOST = 60;

    /** Letters that go into such a line: a width is one of digits, which are wider. */
    private static final int LETTERS_OF_MOST = 70;

    /** Of the longest word of a header that is not broken. */
    private static final int MOST_OF_HEADER = 24;

    /** The arrow of the filter and the space at the sides. */
    private static final int AROUND = 3;

    private static final int DAY = 11;

    /** From here on scripts begin whose signs are about twice as wide. */
    private static final int WIDE_FROM = 0x1100;

    private final int[] widest;

    /** Of texts that many rows have. */
    private final Map<String, Integer> lines = new HashMap<>();

    private Widths(int[] widest) {
        this.widest = widest;
    }

    static Widths of(Sheet sheet) {
        int[] widest = new int[sheet.header().size()];
        for (int column = 0; column < widest.length; column++) {
            widest[column] = Math.min(MOST_OF_HEADER, longestWord(sheet.header().get(column)));
        }
        Cell[] above = new Cell[widest.length];
        for (List<Cell> row : sheet.rows()) {
            for (int column = 0; column < row.size(); column++) {
                Cell cell = row.get(column);
                if (cell != above[column] && cell != Cell.BLANK) {
                    widest[column] = Math.max(widest[column], width(cell));
                    above[column] = cell;
                }
            }
        }
        return new Widths(widest);
    }

    int of(int column) {
        return Math.max(LEAST, Math.min(MOST, widest[column])) + AROUND;
    }

    /** Whether a text of the column may be longer than it is wide. */
    boolean isWrapped(int column) {
        return widest[column] > MOST;
    }

    /** Of all columns. */
    int total() {
        return IntStream.range(0, widest.length).map(this::of).sum();
    }

    /** Lines that the texts of a row need. */
    int lines(List<Cell> row) {
        int most = 1;
        for (int column = 0; column < row.size(); column++) {
            if (isWrapped(column) && row.get(column) instanceof Cell.Text text) {
                most = Math.max(most, linesOf(text.text()));
            }
        }
        return most;
    }

    private int linesOf(String text) {
        return lines.computeIfAbsent(text, it -> lines(it, LETTERS_OF_MOST));
    }

    /** Lines that the header needs, in bold letters. */
    int linesOfHeader(List<String> header) {
        int most = 1;
        for (int column = 0; column < header.size(); column++) {
            most = Math.max(most, lines(header.get(column), of(column) - 1));
        }
        return most;
    }

    /** As words fall at worst: a line is filled but for the next word. */
    private static int lines(String text, int wide) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            int filled = 0;
            lines++;
            for (String word : line.split(" ")) {
                int width = width(word);
                if (filled > 0 && filled + 1 + width > wide) {
                    lines++;
                    filled = 0;
                }
                lines += Math.max(0, width - 1) / Math.max(1, wide);
                filled += (filled > 0 ? 1 : 0) + width;
            }
        }
        return lines;
    }

    private static int longestWord(String header) {
        int longest = 0;
        for (String word : header.split("\\s")) {
            longest = Math.max(longest, width(word));
        }
        return longest;
    }

    private static int width(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return width(text.text());
        }
        if (cell instanceof Cell.Amount amount) {
            return width(amount);
        }
        return cell instanceof Cell.Day ? DAY : 0;
    }

    private static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean isWide = sign >= WIDE_FROM && !Character.isSurrogate(sign);
            width += isWide ? 2 : 1;
        }
        return width;
    }

    /** Its digits before the point with a separator for each three, and all of its format. */
    private static int width(Cell.Amount amount) {
        String format = amount.format();
        double size = Math.abs(amount.value().doubleValue());
        int digits = (int) Math.log10(Math.max(1, size)) + (format.indexOf('%') >= 0 ? 3 : 1);
        int semicolon = format.indexOf(';');
        int end = semicolon < 0 ? format.length() : semicolon;
        int point = format.indexOf('.');
        int rest = point < 0 || point >= end ? end - format.lastIndexOf('0', end - 1) : end - point;
        return 1 + digits + digits / 3 + rest;
    }
}
