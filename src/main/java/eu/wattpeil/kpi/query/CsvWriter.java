package eu.wattpeil.kpi.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** RFC 4180, but for the line end; null is an empty field, an empty text is quoted. */
final class CsvWriter implements ResultWriter {

    private final Appendable out;
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]|^$");

    CsvWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void begin(List<Heading> headings) {
        row(headings.stream().map(heading -> Optional.of(heading.name())).toList());
    }

    @Override
    public void row(List<Optional<String>> cells) {
        String line =
                cells.stream()
                        .map(cell -> cell.map(CsvWriter::field).orElse(""))
                        .collect(Collectors.joining(","));
        ResultWriter.print(out, line + "\n");
    }

    @Override
    public void end() {}

    private static String field(String text) {
        return NEEDS_QUOTES.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
