package eu.wattpeil.collect.table;

import eu.wattpeil.workspace.Section;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says of the times of its values, checked for what does not go together: an
 * interval needs a start and an end, nothing else may have both, and nobody can guess which of them
 * a time is; a wrong guess moves all energy by one interval.
 */
final class TimeChecks {

    private static final String STAMP_IS_MISSING =
            "stamp is missing, expected start or end: what the time of a value is of its interval";

    /**
     * Each with a word for kind, interval, started_at, layout and stamp; {@code *} is any. Words of
     * kind: {@code interval} and {@code other} are the same for all rows, {@code column} is told by
     * the row, {@code no-interval} too, but never an interval. Interval is {@code misread} where it
     * is given but has a problem of its own.
     */
    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "* given yes long *",
                            "columns",
                            "started_at",
                            "started_at is given with interval, expected one of them"),
                    new Rule(
                            "* * yes by-label,by-place,by-time *",
                            "columns",
                            "started_at",
                            "started_at is given with layout wide, expected one of them"),
                    new Rule(
                            "interval none no long,by-time *",
                            "columns",
                            "value",
                            "kind is interval, expected the option interval (such as PT15M) or the"
                                    + " column started_at"),
                    new Rule(
                            "other * yes * *",
                            "columns",
                            "started_at",
                            "started_at is given for kind %s, expected it for kind interval only"),
                    new Rule(
                            "other given no * *",
                            "options",
                            "interval",
                            "interval is given for kind %s, expected it for kind interval only"),
                    new Rule(
                            "column,no-interval given * * *",
                            "options",
                            "interval",
                            "interval is given for a kind from a column, expected kind: interval"),
                    new Rule(
                            "column,no-interval * * by-label,by-place *",
                            "options",
                            "layout",
                            "layout is wide for a kind from a column, expected kind beside unit"),
                    new Rule("* given * * no", "options", "interval", STAMP_IS_MISSING),
                    new Rule("* none,misread * by-place no", "options", "layout", STAMP_IS_MISSING),
                    new Rule(
                            "interval,column none,misread * by-label no",
                            "options",
                            "layout",
                            STAMP_IS_MISSING),
                    new Rule(
                            "* none,misread * long,by-time yes",
                            "options",
                            "stamp",
                            "stamp is given without interval, expected both or none"));

    private final List<String> words;
    private final Set<String> kinds;

    /**
     * What does not go together, where all words of the facts are among those of the rule.
     *
     * @param section the one of the key at which it is told
     * @param message with a place for the kind
     */
    private record Rule(List<Set<String>> words, String section, String key, String message) {

        Rule(String words, String section, String key, String message) {
            this(
                    List.of(words.split(" ")).stream()
                            .map(word -> Set.of(word.split(",")))
                            .toList(),
                    section,
                    key,
                    message);
        }

        boolean fits(List<String> facts) {
            for (int i = 0; i < facts.size(); i++) {
                if (!words.get(i).contains("*") && !words.get(i).contains(facts.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The option {@code interval}.
     *
     * @param isOfOthers whether it is there for other kinds of records of the row
     */
    record IntervalOption(boolean isGiven, boolean isOfOthers) {

        private String word(Section options) {
            if (isGiven) {
                return "given";
            }
            return options.has("interval") && !isOfOthers ? "misread" : "none";
        }
    }

    /**
     * The facts of a definition.
     *
     * @param kind how the kind is filled; null where nothing is said of it
     * @param kinds what the kind may be
     */
    TimeChecks(
            Section options,
            @Nullable Mapping kind,
            Set<String> kinds,
            IntervalOption interval,
            boolean hasStart,
            Layout layout) {
        this.kinds = kinds;
        words =
                List.of(
                        kind(kind, kinds.contains("interval")),
                        interval.word(options),
                        hasStart ? "yes" : "no",
                        layout(layout, options),
                        options.has("stamp") && !interval.isOfOthers() ? "yes" : "no");
    }

    private static String kind(@Nullable Mapping kind, boolean mayBeInterval) {
        if (kind == null) {
            return "none";
        }
        if (kind.source() instanceof Mapping.Constant) {
            return mayBeInterval ? "interval" : "other";
        }
        return mayBeInterval ? "column" : "no-interval";
    }

    private static String layout(Layout layout, Section options) {
        return switch (layout) {
            case LONG -> "long";
            case TIMES -> "by-time";
            case DAYS ->
                    TableOptions.WIDE.read(options).map(wide -> wide.has("first")).orElse(false)
                            ? "by-place"
                            : "by-label";
        };
    }

    /** Notes what does not go together as problems. */
    void check(Section columns, Section options) {
        for (Rule rule : RULES) {
            if (rule.fits(words)) {
                Section section = rule.section().equals("columns") ? columns : options;
                section.problem(rule.key(), rule.message().formatted(String.join("", kinds)));
            }
        }
    }
}
