package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.value.Length;
import eu.wattpeil.workspace.Section;
import java.time.ZoneId;
import java.util.List;

/** What a definition may say of tables, whatever they are written in. */
public final class TableOptions {

    static final Option<Character> DECIMAL =
            new Option<>(
                    "decimal",
                    OptionType.text("\".\" or \",\"", TableSettingsReader::decimal),
                    "the decimal sign of numbers; never guessed",
                    "`.`");

    static final Option<Character> THOUSANDS =
            new Option<>(
                    "thousands",
                    OptionType.text(
                            "one sign between groups of three digits: . or , or ' or a blank",
                            TableSettingsReader::thousands),
                    "the sign between groups of three digits; never guessed",
                    "none");

    static final Option<ZoneId> ZONE =
            new Option<>(
                    "zone",
                    OptionType.text("a zone such as Europe/Brussels", ZoneId::of),
                    "of local times",
                    "the organisation's");

    static final Option<Length> INTERVAL =
            new Option<>(
                    "interval",
                    OptionType.text(
                            "an ISO-8601 duration above 0, such as PT15M or P1D", Length::parse),
                    "for energy per interval: how long each is",
                    "");

    static final Option<String> STAMP =
            new Option<>(
                    "stamp",
                    OptionType.choice("start", "end"),
                    "for energy per interval: what the time of a value is of its interval; never"
                            + " guessed",
                    "");

    static final Option<String> REPEATED_HOUR =
            new Option<>(
                    "repeated-hour",
                    OptionType.choice("sequential", "interleaved", "reject"),
                    "how the hour is written that an autumn night has twice",
                    "`sequential`");

    static final Option<String> LAYOUT =
            new Option<>(
                    "layout",
                    OptionType.choice("long", "wide"),
                    "whether a row is of one time, or has a column for each time of a day, or for"
                            + " each time",
                    "`long`");

    static final Option<Section> WIDE =
            new Option<>(
                    "wide",
                    OptionType.section(
                            List.of(
                                    key("columns", "the header of a value column, such as HH:mm"),
                                    key(
                                            "times",
                                            "the pattern of headers that are whole times or dates"),
                                    key("first", "the first value column"),
                                    key("step", "the time between two values, such as PT15M"),
                                    key("count", "how many value columns there are"))),
                    "for layout `wide`: `{columns: \"HH:mm\"}`, `{first: kWh_1, step: PT30M,"
                            + " count: 48}`, or `{times: iso}` where headers are times with their"
                            + " date",
                    "");

    static final Option<List<String>> MISSING =
            new Option<>(
                    "missing",
                    OptionType.texts("a text, or a list of them"),
                    "what stands for no value, such as `[\"-\", \"n/a\"]`",
                    "the empty text only");

    static final Option<String> MISSING_VALUE =
            new Option<>(
                    "missing-value",
                    OptionType.choice("reject", "skip"),
                    "what a row becomes that lacks a number which the dataset needs: a reject, or"
                            + " nothing",
                    "`reject`");

    static final Option<Section> ONLY =
            new Option<>(
                    "only",
                    OptionType.section("columns with the texts of each, or `{matches: …}`"),
                    "which rows are read, such as `{Unit: [kWh, Wh]}`; `{Meter: {matches:"
                            + " \"M[0-9]+\"}}` asks for a whole text by a regular expression",
                    "all");

    static final Option<Section> NOT =
            new Option<>(
                    "not",
                    OptionType.section("columns with the texts of each, or `{matches: …}`"),
                    "which rows are passed over, such as `{Period: {matches: \"Year .*\"}}`",
                    "none");

    static final Option<List<String>> IGNORE_ROWS_WITHOUT =
            new Option<>(
                    "ignore-rows-without",
                    OptionType.texts("a column, or a list of them"),
                    "columns without which a row is passed over, such as a total",
                    "");

    static final Option<Section> COLUMNS =
            new Option<>(
                    "columns",
                    OptionType.columns(
                            "columns of the dataset with a column of the document",
                            List.of(
                                    key("column", "a header text, or a number from 1"),
                                    key(
                                            "columns",
                                            OptionType.texts(""),
                                            "several as one text, such as date and time"),
                                    key("separator", "between several, in place of a blank"),
                                    key(
                                            "range",
                                            OptionType.section(
                                                    List.of(
                                                            key(
                                                                    "separator",
                                                                    "between start and end"),
                                                            key(
                                                                    "part",
                                                                    OptionType.choice(
                                                                            "start", "end"),
                                                                    "which of them"))),
                                            "where the column holds a start and an end"),
                                    key("sum", OptionType.texts(""), "several, as their sum"),
                                    key(
                                            "needs",
                                            OptionType.choice("all", "any"),
                                            "of a sum: whether it is unknown where one is missing"),
                                    key(
                                            "product",
                                            OptionType.texts(""),
                                            "several, as their product, such as pages and copies"),
                                    key(
                                            "any-of",
                                            OptionType.texts(""),
                                            "names that one column has in different documents; of those in the header the first with a value in the row counts"),
                                    key("document-name", "a regular expression"),
                                    key(
                                            "pattern",
                                            "iso, epoch-seconds, epoch-milliseconds or letters; after"
                                                    + " those of a date ` interval-number` for the"
                                                    + " number of an interval from 1, such as 1 to"
                                                    + " 25 for hours of an autumn day"),
                                    key("unit", "of a reading, such as kWh"),
                                    key("kind", "of a reading: counter, interval or power"),
                                    key("factor", "by which numbers are multiplied"),
                                    key("before", "what stands before each number, such as €"),
                                    key("after", "what stands after each number, such as W"),
                                    key(
                                            "values",
                                            OptionType.section(""),
                                            "what texts of the document mean"),
                                    key(
                                            "present",
                                            OptionType.flag(),
                                            "whether to keep only that something stands there"),
                                    key(
                                            "hash",
                                            OptionType.flag(),
                                            "whether to keep a hash of a text only, as of a serial"
                                                    + " number"),
                                    key(
                                            "device-categories",
                                            OptionType.flag(),
                                            "whether texts mean what `known_as` of"
                                                    + " config/device-profiles.csv says, beside"
                                                    + " `values`"),
                                    key(
                                            "optional",
                                            OptionType.flag(),
                                            "whether a document may lack the column"))),
                    "where each column of the dataset comes from; required",
                    "");

    static final Option<Section> CONSTANTS =
            new Option<>(
                    "constants",
                    OptionType.section("columns of the dataset with a text"),
                    "what is the same in every row, such as `{quantity: electricity}`",
                    "");

    static final Option<String> METER_SUFFIX =
            new Option<>(
                    "meter-suffix",
                    OptionType.text("a text such as -injection", text -> text),
                    "what is added to the meter_key",
                    "");

    static final Option<List<Section>> RECORDS =
            new Option<>(
                    "records",
                    OptionType.sections(
                            List.of(
                                    ONLY,
                                    NOT,
                                    IGNORE_ROWS_WITHOUT,
                                    COLUMNS,
                                    CONSTANTS,
                                    METER_SUFFIX)),
                    "where a row becomes several records: what each has beside, or in place of,"
                            + " the common `columns` and `constants`, and which rows have it",
                    "one");

    /** All of them, in the order in which they are best read. */
    public static final List<Option<?>> ALL =
            List.of(
                    COLUMNS,
                    CONSTANTS,
                    RECORDS,
                    DECIMAL,
                    THOUSANDS,
                    ZONE,
                    INTERVAL,
                    STAMP,
                    REPEATED_HOUR,
                    LAYOUT,
                    WIDE,
                    MISSING,
                    MISSING_VALUE,
                    ONLY,
                    NOT,
                    IGNORE_ROWS_WITHOUT);

    private TableOptions() {}

    private static Option<String> key(String key, String meaning) {
        return key(key, OptionType.text(meaning, text -> text), meaning);
    }

    private static <T> Option<T> key(String key, OptionType<T> type, String meaning) {
        return new Option<>(key, type, meaning, "");
    }
}
