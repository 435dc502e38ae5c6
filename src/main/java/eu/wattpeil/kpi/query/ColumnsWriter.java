package eu.wattpeil.kpi.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Aligned columns; as wide as the first rows need. */
final class ColumnsWriter implements ResultWriter {

    private final Appendable out;
    private static final int ROWS_MEASURED = 1000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f]");

    private final List<List<Optional<String>>> waiting = new ArrayList<>();
    private List<Heading> headings = List.of();
    private int[] widths = {};
    private boolean isStarted;

    ColumnsWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void begin(List<Heading> headings) {
        this.headings = headings;
    }

    @Override
    public void row(List<Optional<String>> cells) {
        if (isStarted) {
            line(cells);
            return;
        }
        waiting.add(cells);
        if (waiting.size() == ROWS_MEASURED) {
            start();
        }
    }

    @Override
    public void end() {
        if (!isStarted) {
            start();
        }
    }

    private void start() {
        isStarted = true;
        widths = new int[headings.size()];
        List<Optional<String>> names = headings.stream().map(it -> Optional.of(it.name())).toList();
        measure(names);
        waiting.forEach(this::measure);
        line(names);
        List<Optional<String>> rules = new ArrayList<>();
        for (int width : widths) {
            rules.add(Optional.of("-".repeat(width)));
        }
        line(rules);
        waiting.forEach(this::line);
        waiting.clear();
    }

    private void measure(List<Optional<String>> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], shown(cells.get(i)).length());
        }
    }

    private void line(List<Optional<String>> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = shown(cells.get(i));
            String blank = " ".repeat(Math.max(0, widths[i] - cell.length()));
            line.append(i == 0 ? "" : "  ")
                    .append(headings.get(i).isNumber() ? blank + cell : cell + blank);
        }
        ResultWriter.print(out, line.toString().stripTrailing() + "\n");
    }

    /** What a document holds must not command the reader's terminal. */
    private static String shown(Optional<String> cell) {
        return cell.map(text -> CONTROL.matcher(text).replaceAll(" ")).orElse("null");
    }
}
