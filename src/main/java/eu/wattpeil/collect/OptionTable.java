package eu.wattpeil.collect;

import java.util.List;
import java.util.stream.Collectors;

/** The options of a format as a table in Markdown, which is fit for reading, too. */
public final class OptionTable {

    private OptionTable() {}

    /** The table, one line for each option; a sentence where the format has none. */
    public static String of(String format) {
        List<Option<?>> options = Formats.options(format);
        if (options.isEmpty()) {
            return "`" + format + "` has no options.\n";
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
