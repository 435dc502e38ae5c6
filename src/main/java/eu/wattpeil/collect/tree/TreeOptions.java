package eu.wattpeil.collect.tree;

import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.workspace.Section;
import java.util.List;

/** What a definition may say of trees, whatever they are written in. */
public final class TreeOptions {

    static final Option<List<String>> ROWS =
            new Option<>(
                    "rows",
                    OptionType.texts("a place from the root, or a list of them"),
                    "where the rows are: names from the root with a slash before each, `*` for any;"
                            + " required. Columns are named from a row: `value/reading`, `../name`"
                            + " for what is beside it, `.` for the row itself, `/name` from the"
                            + " root",
                    "");

    static final Option<String> NESTED =
            new Option<>(
                    "nested",
                    OptionType.choice("reject", "missing"),
                    "what a column is whose place holds others instead of a text",
                    "`reject`");

    static final Option<Boolean> HTML =
            new Option<>(
                    "html",
                    OptionType.flag(),
                    "whether texts are written as in HTML, with `&amp;` for &",
                    "`false`");

    static final Option<Section> FAIL_WHEN =
            new Option<>(
                    "fail-when",
                    OptionType.section("places from the root with a text, or several"),
                    "which answers are no data but say that there is none, such as `{/status:"
                            + " error}`",
                    "");

    static final Option<String> FAIL_KIND =
            new Option<>(
                    "fail-kind",
                    OptionType.text("a place from the root", text -> text),
                    "where such an answer has a code of what failed; its sentences are never"
                            + " written",
                    "");

    /** All of them, in the order in which they are best read. */
    public static final List<Option<?>> ALL = List.of(ROWS, NESTED, HTML, FAIL_WHEN, FAIL_KIND);

    private TreeOptions() {}
}
