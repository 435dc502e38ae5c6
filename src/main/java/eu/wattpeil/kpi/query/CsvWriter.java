package eu.wattpeil.kpi.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * RFC 4180, but for the line end; null is an empty field, an empty text is quoted. A text that a
 * spreadsheet would run as a formula has an apostrophe in front, which a spreadsheet does not show.
 */
final class CsvWriter implements ResultWriter {

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r]");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]|^$");

    private final Appendable out;
    private List<Heading> headings = List.of();

    CsvWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void begin(List<Heading> headings) {
        this.headings = headings;
        line(headings.stream().map(heading -> field(guarded(heading.name()))));
    }

    @Override
    public void row(List<Optional<String>> cells) {
        line(IntStream.range(0, cells.size()).mapToObj(i -> field(headings.get(i), cells.get(i))));
    }

    private void line(Stream<String> fields) {
        ResultWriter.print(out, fields.collect(Collectors.joining(",")) + "\n");
    }

    @Override
    public void end() {}

    private static String field(Heading heading, Optional<String> cell) {
        return cell.map(text -> field(heading.isPlain() ? text : guarded(text))).orElse("");
    }

    private static String guarded(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    private static String field(String text) {
        return NEEDS_QUOTES.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
