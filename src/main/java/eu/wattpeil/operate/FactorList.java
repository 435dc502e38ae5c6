package eu.wattpeil.operate;

import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.ValueType;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A file of {@code jobs/factor-lists}: how a list that others publish, and that may not be passed
 * on, becomes rows of factors.
 *
 * @param name the file's, without ending
 * @param source who publishes what, in words
 * @param isLayoutSeen whether a file of the publisher was at hand when this was written
 * @param mentions words of which each file has one; empty where nothing tells it from others
 * @param columns {@code key}, which names what a row is of, and {@code unit} and {@code year} where
 *     the list has them
 * @param figures the columns of values, the first of which every table of the list has
 * @param addsUp the figure that others make up; empty where none is
 * @param units spellings, with the places that the decimal sign moves to kilograms
 * @param notApplicable what stands where the publisher says that there is no factor
 * @param leftOut what stands where nothing is said
 * @param isZeroNone whether 0 is another way to say that there is none
 */
record FactorList(
        String name,
        String title,
        String source,
        boolean isLayoutSeen,
        List<String> mentions,
        Map<String, ColumnWords> columns,
        Map<String, Figure> figures,
        Optional<AddsUp> addsUp,
        Map<String, Integer> units,
        Set<String> notApplicable,
        Set<String> leftOut,
        boolean isZeroNone,
        List<Item> items) {

    static final String KEY = "key";
    static final String UNIT = "unit";
    static final String YEAR = "year";

    private static final String FOLDER = "jobs/factor-lists";
    private static final ValueType<BigDecimal> NUMBER = ValueType.of("a number", BigDecimal::new);

    /**
     * How a column is called.
     *
     * @param words the likeliest first
     * @param without words of columns that are something else
     * @param otherwise its number from 1 where no heading names it; empty where one must
     */
    record ColumnWords(List<String> words, List<String> without, Optional<Integer> otherwise) {}

    /**
     * A column of values.
     *
     * @param series of its rows, with {@code {item}} for the item
     * @param scope empty for that of the item
     */
    record Figure(
            ColumnWords column, String series, Optional<String> scope, String basis, String gas) {}

    /** A figure that is the sum of others, up to what rounding leaves. */
    record AddsUp(String sum, List<String> parts, BigDecimal within) {}

    /**
     * What a row is of.
     *
     * @param per what its column {@code unit} may say; empty where the list has none
     * @param unit of the factor
     * @param least that a value can be, in that unit, unless it is none
     */
    record Item(
            String id,
            List<String> knownAs,
            String region,
            String scope,
            List<String> per,
            String unit,
            BigDecimal least,
            BigDecimal most) {}

    /**
     * The list of a name: the workspace's own definition, or the one that comes with Wattpeil.
     *
     * @throws UnknownNameException where there is none
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException where it cannot be used
     */
    static FactorList named(String name, WorkspaceFiles files) {
        Problems problems = new Problems();
        Map<String, Section> sections = new TreeMap<>(files.sections(FOLDER, problems));
        Section section = sections.get(name);
        if (section == null) {
            problems.throwIfAny();
            throw new UnknownNameException(
                    "list is \""
                            + name
                            + "\", expected one of "
                            + String.join(", ", sections.keySet()));
        }
        FactorList list = read(name, section);
        section.problems().throwIfAny();
        return list;
    }

    private static FactorList read(String name, Section list) {
        Map<String, ColumnWords> columns = new LinkedHashMap<>();
        Section named = list.section("columns");
        for (String column : List.of(KEY, UNIT, YEAR)) {
            named.optionalSection(column).ifPresent(it -> columns.put(column, words(it)));
        }
        if (!columns.containsKey(KEY)) {
            list.problem("columns", "key is missing, expected it here");
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        each(list, "figures", (id, section) -> figures.put(id, figure(section)));
        Section all =
                list.optionalSection("all")
                        .orElseGet(() -> Section.empty(list.file(), list.problems()));
        List<Item> items = new ArrayList<>();
        each(list, "items", (id, section) -> items.add(item(id, section.over(all))));
        Map<String, Integer> units = new LinkedHashMap<>();
        Section places = list.section("units");
        for (String unit : places.keys()) {
            places.required(unit, ValueType.WHOLE_NUMBER).ifPresent(it -> units.put(unit, it));
        }
        Optional<AddsUp> addsUp =
                list.optionalSection("adds-up")
                        .map(
                                it ->
                                        new AddsUp(
                                                it.text("sum"),
                                                it.texts("of"),
                                                it.required("within", NUMBER)
                                                        .orElse(BigDecimal.ZERO)));
        FactorList read =
                new FactorList(
                        name,
                        list.text("title"),
                        list.text("source"),
                        list.required("is-layout-seen", ValueType.BOOLEAN).orElse(false),
                        list.texts("mentions"),
                        columns,
                        figures,
                        addsUp,
                        units,
                        lowerCase(list.texts("not-applicable")),
                        lowerCase(list.texts("left-out")),
                        list.optional("is-zero-none", ValueType.BOOLEAN).orElse(false),
                        items);
        named.rejectUnknownKeys();
        list.rejectUnknownKeys();
        return read;
    }

    private static void each(
            Section list, String key, java.util.function.BiConsumer<String, Section> reader) {
        Section parts = list.section(key);
        for (String id : parts.keys()) {
            reader.accept(id, parts.section(id));
        }
        if (parts.keys().isEmpty()) {
            list.problem(key, key + " has nothing in it, expected at least one");
        }
    }

    private static ColumnWords words(Section column) {
        ColumnWords words =
                new ColumnWords(
                        column.texts("words"),
                        column.texts("without"),
                        column.optional("else", ValueType.WHOLE_NUMBER));
        column.rejectUnknownKeys();
        return words;
    }

    private static Figure figure(Section figure) {
        Figure read =
                new Figure(
                        new ColumnWords(
                                figure.texts("words"), figure.texts("without"), Optional.empty()),
                        figure.text("series"),
                        figure.optionalText("scope"),
                        figure.text("basis"),
                        figure.text("gas"));
        figure.rejectUnknownKeys();
        return read;
    }

    private static Item item(String id, Section item) {
        List<String> between = item.texts("between");
        if (between.size() != 2 || between.stream().anyMatch(it -> !it.matches("[0-9.]+"))) {
            item.lacking("between", "between is " + between + ", expected two numbers");
            between = List.of("0", "0");
        }
        Item read =
                new Item(
                        id,
                        item.texts("known-as"),
                        item.text("region"),
                        item.text("scope"),
                        item.texts("per"),
                        item.text("unit"),
                        new BigDecimal(between.get(0)),
                        new BigDecimal(between.get(1)));
        item.rejectUnknownKeys();
        return read;
    }

    private static Set<String> lowerCase(List<String> texts) {
        return texts.stream()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
