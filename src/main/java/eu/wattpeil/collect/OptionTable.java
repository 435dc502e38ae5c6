package eu.wattpeil.collect;

import java.util.List;
import java.util.stream.Collectors;

/** The options of a reader or a source as a table in Markdown, which is fit for reading, too. */
public final class OptionTable {

    private OptionTable() {}

    /** The options of a reader; a sentence where it has none. */
    public static String of(String reader) {
        return of(reader, Formats.options(reader));
    }

    /** The options of a kind of source. */
    public static String ofSource(String kind) {
        return of(kind, Sources.named(kind).orElseThrow().options());
    }

    /** Some options of a reader or a source; a sentence where there are none. */
    static String of(String name, List<Option<?>> options) {
        if (options.isEmpty()) {
            return "`" + name + "` has no options.\n";
        }
        return "| Option | Values | Default | Meaning |\n|---|---|---|---|\n"
                + options.stream().map(OptionTable::line).collect(Collectors.joining());
    }

    private static String line(Option<?> option) {
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        option.key(),
                        cell(option.type().shown()),
                        cell(option.byDefault()),
                        cell(option.meaning()))
                .replace(System.lineSeparator(), "\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
