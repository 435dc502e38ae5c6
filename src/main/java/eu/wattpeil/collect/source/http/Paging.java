package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.workspace.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/**
 * How an origin parts an answer into pages.
 *
 * @param by by what the next page is asked for
 * @param parameter of the query, which says it
 * @param next where in a page the address of the next one stands
 * @param first the number of the first page
 * @param size how many rows a page is asked to have; 0 where nothing is asked
 * @param sizeParameter of the query, which says that; empty for none
 * @param total where in a page the number of all rows stands
 * @param rows where in a page its list of rows stands
 */
record Paging(
        By by,
        String parameter,
        JsonPointer next,
        int first,
        int size,
        String sizeParameter,
        Optional<JsonPointer> total,
        JsonPointer rows) {

    /** By what the next page is asked for. */
    enum By {
        NONE,
        NEXT,
        LINK_HEADER,
        PAGE,
        OFFSET,
        RANGE
    }

    private static final Option<String> BY =
            new Option<>(
                    "by",
                    OptionType.choice("next", "link-header", "page", "offset", "range"),
                    "how the next page is asked for: by an address in the page or in the header"
                            + " `Link`, by a number, by how many rows come before, or by first and"
                            + " last row (GLPI)",
                    "");

    private static final Option<String> PARAMETER =
            new Option<>(
                    "parameter",
                    OptionType.text("a name", name -> name),
                    "the parameter of the query that says which page",
                    "`page`, `offset`, `range`");

    private static final Option<JsonPointer> NEXT =
            new Option<>(
                    "next",
                    OptionType.text("a JSON pointer such as /next", Paging::pointer),
                    "where the address of the next page stands in a page",
                    "`/next`");

    private static final Option<Integer> FIRST =
            new Option<>("first", OptionType.wholeNumber(), "the number of the first page", "`1`");

    private static final Option<Integer> SIZE =
            new Option<>(
                    "size",
                    OptionType.wholeNumber(),
                    "how many rows a page is asked to have",
                    "`100` for `range`");

    private static final Option<String> SIZE_PARAMETER =
            new Option<>(
                    "size-parameter",
                    OptionType.text("a name", name -> name),
                    "the parameter of the query that says how many",
                    "`limit` for `offset`");

    private static final Option<JsonPointer> TOTAL =
            new Option<>(
                    "total",
                    OptionType.text("a JSON pointer such as /total", Paging::pointer),
                    "where the number of all rows stands in a page",
                    "pages are asked for until one has no rows");

    private static final Option<JsonPointer> ROWS =
            new Option<>(
                    "rows",
                    OptionType.text("a JSON pointer such as /rows", Paging::pointer),
                    "where the list of rows stands in a page",
                    "the page is the list");

    /** What a definition may say of it. */
    static final List<Option<?>> OPTIONS =
            List.of(BY, PARAMETER, NEXT, FIRST, SIZE, SIZE_PARAMETER, TOTAL, ROWS);

    /** All of an answer in one page. */
    static final Paging NONE =
            new Paging(
                    By.NONE,
                    "",
                    JsonPointer.empty(),
                    0,
                    0,
                    "",
                    Optional.empty(),
                    JsonPointer.empty());

    /** Reads a section; what is wrong is noted. */
    static Paging of(Section section) {
        if (!section.has(BY.key())) {
            section.text(BY.key());
        }
        By by =
                BY.read(section)
                        .map(word -> By.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .orElse(By.NONE);
        Optional<Integer> size = SIZE.read(section);
        Paging paging =
                new Paging(
                        by,
                        PARAMETER.read(section).orElse(by.name().toLowerCase(Locale.ROOT)),
                        NEXT.read(section).orElse(JsonPointer.compile("/next")),
                        FIRST.read(section).orElse(1),
                        size.orElse(by == By.RANGE ? 100 : 0),
                        SIZE_PARAMETER.read(section).orElse(by == By.OFFSET ? "limit" : ""),
                        TOTAL.read(section),
                        ROWS.read(section).orElse(JsonPointer.empty()));
        if (size.isPresent() && size.get() < 1) {
            section.problem(SIZE.key(), "size is \"" + size.get() + "\", expected a number from 1");
        }
        Stream.of(PARAMETER, NEXT, FIRST, SIZE, SIZE_PARAMETER, TOTAL, ROWS)
                .filter(option -> option.isIn(section) && !paging.uses(option))
                .forEach(
                        option ->
                                section.problem(
                                        option.key(),
                                        option.key()
                                                + " is given, but paging by "
                                                + by.name().toLowerCase(Locale.ROOT)
                                                + " has no use for it, expected it left out"));
        section.rejectUnknownKeys();
        return paging;
    }

    private boolean uses(Option<?> option) {
        return switch (by) {
            case NONE -> true;
            case NEXT -> option == NEXT;
            case LINK_HEADER -> false;
            case PAGE -> option != NEXT;
            case OFFSET -> option != NEXT && option != FIRST;
            case RANGE -> option == PARAMETER || option == SIZE;
        };
    }

    private static JsonPointer pointer(String text) {
        return JsonPointer.compile(text);
    }
}
