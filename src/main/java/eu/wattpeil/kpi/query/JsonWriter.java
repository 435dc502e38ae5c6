package eu.wattpeil.kpi.query;

import eu.wattpeil.workspace.TextDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** An array with one object per row, each on a line of its own. */
final class JsonWriter implements ResultWriter {

    private final Appendable out;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private List<Heading> headings = List.of();
    private String separator = "\n";

    JsonWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void begin(List<Heading> headings) {
        this.headings = headings;
        ResultWriter.print(out, "[");
    }

    @Override
    public void row(List<Optional<String>> cells) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Heading heading = headings.get(i);
            String value = cells.get(i).map(text -> value(heading, text)).orElse("null");
            fields.add(JSON.writeValueAsString(heading.name()) + ": " + value);
        }
        ResultWriter.print(out, separator + "{" + String.join(", ", fields) + "}");
        separator = ",\n";
    }

    @Override
    public void end() {
        ResultWriter.print(out, "\n]\n");
    }

    private static String value(Heading heading, String text) {
        boolean isRaw =
                heading.isBoolean() || (heading.isNumber() && PLAIN.matcher(text).matches());
        return isRaw ? text : TextDirection.escapedJson(JSON.writeValueAsString(text));
    }
}
