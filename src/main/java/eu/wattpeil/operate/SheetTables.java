package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Sheets;
import eu.wattpeil.kpi.model.Sheet;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.LiteralTable;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.SoftwareVersion;
import eu.wattpeil.workspace.Texts;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sheets in the words of a language. Of the columns {@code title_en}, {@code title_nl} … the one of
 * the language stays, as {@code title}; a column {@code note_text} holds keys of {@code
 * jobs/texts}, separated by spaces, and becomes {@code note} with their texts. What stands in a
 * column {@code source} is said as {@code config/sources*.csv} says it.
 */
public final class SheetTables {

    private static final String KEYS = "_text";
    private static final String ENGLISH = "_en";
    private static final String SOURCE = "source";

    private final Setup setup;
    private final Locale language;

    private SheetTables(Setup setup, Locale language) {
        this.setup = setup;
        this.language = language;
    }

    public static SheetTables of(Setup setup, Locale language) {
        return new SheetTables(setup, language);
    }

    /** A row for each sheet that there is. */
    public LiteralTable list() {
        return new LiteralTable(
                new Dataset(
                        "sheets",
                        List.of(
                                Column.required("sheet", ColumnType.TEXT, "its name"),
                                Column.required("of", ColumnType.TEXT, "year or month"),
                                Column.required("title", ColumnType.TEXT, "what it is")),
                        "",
                        "",
                        false),
                setup.catalogue().sheets().stream()
                        .map(
                                it ->
                                        List.<Object>of(
                                                it.sheetId(),
                                                it.span().name().toLowerCase(Locale.ROOT),
                                                said(Sheet.title(it.sheetId()))))
                        .toList());
    }

    /**
     * The rows of a sheet.
     *
     * @param year of the rows; empty for that of the last computed month
     * @throws UnknownNameException where there is no such sheet, or no computed month of the year
     */
    public LiteralTable rows(String sheetId, Optional<Year> year) {
        Sheet sheet =
                setup.catalogue().sheets().stream()
                        .filter(it -> it.sheetId().equals(sheetId))
                        .findFirst()
                        .orElseThrow(() -> new UnknownNameException(unknown(sheetId)));
        Store store = Setup.store(setup.workspace());
        Sheets sheets =
                Sheets.open(setup.workspace(), setup.catalogue(), store, SoftwareVersion.text());
        List<YearMonth> months = sheets.months();
        if (months.isEmpty()) {
            throw new UnknownNameException(
                    "Cannot find a computed month in " + store.root() + ": wattpeil run makes one");
        }
        Year wanted = year.orElseGet(() -> Year.from(months.get(months.size() - 1)));
        if (months.stream().noneMatch(it -> it.getYear() == wanted.getValue())) {
            throw new UnknownNameException(
                    "year is "
                            + wanted
                            + ", expected one with a computed month, "
                            + months.get(0)
                            + " to "
                            + months.get(months.size() - 1));
        }
        return inWords(store.reading(() -> sheets.rows(sheet, wanted)));
    }

    private String unknown(String sheetId) {
        return "sheet is \""
                + sheetId
                + "\", expected one of "
                + setup.catalogue().sheets().stream()
                        .map(Sheet::sheetId)
                        .collect(Collectors.joining(", "));
    }

    private LiteralTable inWords(LiteralTable sheet) {
        List<Column> found = sheet.table().columns();
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            indexes.put(found.get(i).name(), i);
        }
        List<Column> columns = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        for (Column column : found) {
            String name = column.name();
            if (name.endsWith(KEYS)) {
                columns.add(text(without(name, KEYS)));
                sources.add(indexes.get(name));
            } else if (name.endsWith(ENGLISH)) {
                String title = without(name, ENGLISH);
                columns.add(text(title));
                sources.add(
                        indexes.getOrDefault(
                                title + "_" + language.getLanguage(), indexes.get(name)));
            } else if (!isOtherLanguage(name, indexes)) {
                columns.add(column);
                sources.add(indexes.get(name));
            }
        }
        List<List<Object>> rows =
                sheet.rows().stream()
                        .map(
                                row ->
                                        sources.stream()
                                                .map(i -> cell(found.get(i), row.get(i)))
                                                .toList())
                        .toList();
        return new LiteralTable(new Dataset(sheet.table().name(), columns, "", "", false), rows);
    }

    private Object cell(Column column, Object found) {
        if (!(found instanceof String text)) {
            return found;
        }
        if (column.name().equals(SOURCE)) {
            return setup.texts().source(language.getLanguage(), text);
        }
        return column.name().endsWith(KEYS) ? said(text) : text;
    }

    /** The texts of keys that are separated by spaces; a key that nobody wrote stays as it is. */
    private String said(String keys) {
        return List.of(keys.split(" ")).stream()
                .map(
                        key ->
                                Optional.of(Texts.pick(setup.texts().all(key), language))
                                        .filter(it -> !it.isEmpty())
                                        .orElse(key))
                .collect(Collectors.joining(" "));
    }

    private static boolean isOtherLanguage(String name, Map<String, Integer> indexes) {
        int end = name.length() - ENGLISH.length();
        return end > 0
                && name.charAt(end) == '_'
                && indexes.containsKey(name.substring(0, end) + ENGLISH);
    }

    private static String without(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }

    private static Column text(String name) {
        return Column.optional(name, ColumnType.TEXT, "");
    }
}
