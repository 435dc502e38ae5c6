package eu.wattpeil.collect.lines;

import com.google.re2j.Pattern;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.value.LinearExpression;
import eu.wattpeil.workspace.Section;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lines are.
 *
 * @param expressions tried in order; the first that finds something tells what a line holds
 * @param skip lines in which one of them finds something are passed over
 * @param start finds something in the first line of a record; empty where each line is one
 */
record LineSettings(
        List<Pattern> expressions, List<Pattern> skip, Optional<Pattern> start, Charset charset) {

    private static final Option<List<String>> EXPRESSIONS =
            new Option<>(
                    "expressions",
                    OptionType.texts("a regular expression with named groups, or a list of them"),
                    "what a line holds: of those that find something in it, the first counts; the"
                            + " groups are the columns; required",
                    "");

    private static final Option<List<String>> SKIP =
            new Option<>(
                    "skip",
                    OptionType.texts("a regular expression, or a list of them"),
                    "which lines are passed over",
                    "none");

    private static final Option<Pattern> START =
            new Option<>(
                    "start",
                    OptionType.text(LinearExpression.EXPECTED, LinearExpression::compile),
                    "where a record has several lines: what only its first line has",
                    "each line is a record");

    private static final Option<Charset> CHARSET =
            new Option<>(
                    "charset",
                    OptionType.text(
                            "a charset such as UTF-8, UTF-16LE or windows-1252", Charset::forName),
                    "how the text is encoded; a byte order mark always wins",
                    "UTF-8");

    static final List<Option<?>> OPTIONS = List.of(EXPRESSIONS, SKIP, START, CHARSET);

    /** Reads them from the options; everything that is wrong becomes a problem. */
    static LineSettings read(Section options) {
        List<Pattern> expressions = patterns(EXPRESSIONS, options);
        if (!options.has("expressions")) {
            options.problem(
                    "expressions",
                    "expressions is missing, expected one with named groups, such as"
                            + " '(?<time>\\S+) (?<watts>\\d+)'");
        }
        for (Pattern expression : expressions) {
            if (expression.namedGroups().isEmpty()) {
                options.problem(
                        "expressions",
                        "expressions is with \""
                                + expression
                                + "\", expected a group with a name in it, such as (?<time>\\S+)");
            }
        }
        return new LineSettings(
                expressions,
                patterns(SKIP, options),
                START.read(options),
                CHARSET.read(options).orElse(StandardCharsets.UTF_8));
    }

    private static List<Pattern> patterns(Option<List<String>> option, Section options) {
        List<Pattern> patterns = new ArrayList<>();
        for (String text : option.read(options).orElse(List.of())) {
            try {
                patterns.add(LinearExpression.compile(text));
            } catch (IllegalArgumentException flaw) {
                options.problem(
                        option.key(),
                        option.key()
                                + " is \""
                                + text
                                + "\", expected "
                                + LinearExpression.EXPECTED);
            }
        }
        return patterns;
    }

    /** The names of all groups, in the order in which they come in the expressions. */
    List<String> groups() {
        return expressions.stream()
                .flatMap(
                        expression ->
                                expression.namedGroups().entrySet().stream()
                                        .sorted(Comparator.comparing(Map.Entry::getValue))
                                        .map(Map.Entry::getKey))
                .distinct()
                .toList();
    }
}
