package eu.wattpeil.operate;

import eu.wattpeil.operate.FactorList.ColumnWords;
import eu.wattpeil.operate.FactorList.Figure;
import eu.wattpeil.operate.FactorList.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the figures of a list in the rows of a file. A row of headings holds until the next one;
 * units stand in it, or in a row of labels before it.
 */
final class ListFigures {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.,][0-9]+)?");
    private static final int LONGEST_LABEL = 60;

    private final FactorList list;
    private final int year;
    private final Map<String, ColumnWords> columns = new LinkedHashMap<>();
    private final Set<String> ownColumns;
    private final Optional<Unit> ownUnit;
    private final Map<String, Integer> at = new HashMap<>();
    private final Map<String, Unit> units = new HashMap<>();
    private Optional<Unit> toldUnit = Optional.empty();
    private final Set<Character> signs = new TreeSet<>();
    private final Map<String, Map<String, Told>> told = new LinkedHashMap<>();

    /** A unit with the places that its decimal sign moves, and whether it says that it is CO2e. */
    private record Unit(int places, boolean isOfAllGases) {}

    /**
     * A figure of the list.
     *
     * @param value in the unit of the item; empty where the publisher says that there is none
     */
    record Told(Item item, Figure figure, Optional<BigDecimal> value, String gas) {}

    /**
     * @param own headings or numbers of columns, by the words of the definition, which go over it
     * @param unit of all figures, as the definition spells it; empty where the file says it
     */
    ListFigures(FactorList list, int year, Map<String, String> own, Optional<String> unit) {
        this.list = list;
        this.year = year;
        columns.putAll(list.columns());
        list.figures().forEach((id, figure) -> columns.put(id, figure.column()));
        ownColumns = own.keySet();
        own.forEach(
                (column, heading) -> {
                    if (!columns.containsKey(column)) {
                        throw new UnknownNameException(
                                "--column is \""
                                        + column
                                        + "\", expected one of "
                                        + String.join(", ", columns.keySet()));
                    }
                    boolean isNumber = heading.matches("[1-9][0-9]{0,3}");
                    columns.put(
                            column,
                            new ColumnWords(
                                    isNumber ? List.of() : List.of(heading),
                                    List.of(),
                                    isNumber
                                            ? Optional.of(Integer.valueOf(heading))
                                            : Optional.empty()));
                });
        ownUnit = unit.map(it -> unit(it).orElseThrow(() -> new UnknownNameException(noUnit(it))));
        at.putAll(header(List.of()));
    }

    private String noUnit(String found) {
        return "--unit is \"" + found + "\", expected one of " + list.units().keySet();
    }

    /**
     * Whether any of the rows names the columns, or is wide enough where their numbers are told.
     */
    boolean hasHeadings(List<List<String>> rows) {
        return rows.stream().anyMatch(row -> isAsWide(row, at.isEmpty() ? header(row) : at));
    }

    private boolean isAsWide(List<String> row, Map<String, Integer> places) {
        return Stream.of(FactorList.KEY, first())
                .allMatch(it -> places.getOrDefault(it, Integer.MAX_VALUE) < row.size());
    }

    /**
     * All of them.
     *
     * @throws UnusableListException where they are not as the definition says
     */
    List<Told> read(List<List<String>> rows) {
        boolean isMentioned =
                list.mentions().isEmpty()
                        || !ownColumns.isEmpty()
                        || rows.stream()
                                .flatMap(List::stream)
                                .map(ListFigures::words)
                                .anyMatch(
                                        text -> list.mentions().stream().anyMatch(text::contains));
        if (!isMentioned) {
            throw new UnusableListException("it says " + list.mentions() + " nowhere" + expected());
        }
        rows.forEach(this::take);
        if (at.isEmpty()) {
            throw new UnusableListException(
                    "no row has headings for " + FactorList.KEY + " and " + first() + expected());
        }
        if (told.isEmpty()) {
            throw new UnusableListException(
                    "no row is of what the list is known to have" + expected());
        }
        if (signs.size() > 1) {
            throw new UnusableListException(
                    "numbers have a point and a comma, expected one decimal sign");
        }
        told.values().forEach(this::checkSum);
        return told.values().stream().flatMap(it -> it.values().stream()).toList();
    }

    private String expected() {
        return ", expected headings such as "
                + columns.entrySet().stream()
                        .filter(
                                it ->
                                        it.getKey().equals(FactorList.KEY)
                                                || it.getKey().equals(first()))
                        .map(it -> it.getKey() + " " + it.getValue().words())
                        .collect(Collectors.joining(" and "))
                + ": --column "
                + first()
                + "=\"HEADING\" names another one, --column "
                + first()
                + "=3 the third column";
    }

    private String first() {
        return list.figures().keySet().iterator().next();
    }

    private void take(List<String> row) {
        boolean hasNumber = row.stream().anyMatch(it -> NUMBER.matcher(it.strip()).matches());
        Map<String, Integer> header = hasNumber ? Map.of() : header(row);
        Optional<Item> item = item(row);
        if (!header.isEmpty() && item.isEmpty()) {
            at.clear();
            at.putAll(header);
            units.clear();
            list.figures().keySet().stream()
                    .filter(header::containsKey)
                    .forEach(id -> unit(cell(row, id)).ifPresent(it -> units.put(id, it)));
            toldUnit = Optional.ofNullable(units.get(first())).or(() -> toldUnit);
        } else if (item.isPresent()) {
            String of = cell(row, FactorList.YEAR);
            if (of.isEmpty() || of.equals(Integer.toString(year))) {
                take(item.get(), row);
            }
        } else if (!hasNumber) {
            row.stream()
                    .filter(cell -> cell.length() <= LONGEST_LABEL)
                    .flatMap(cell -> unit(cell).stream())
                    .forEach(unit -> toldUnit = Optional.of(unit));
        }
    }

    private Optional<Item> item(List<String> row) {
        String key = words(cell(row, FactorList.KEY));
        return list.items().stream()
                .filter(it -> it.knownAs().stream().map(ListFigures::words).anyMatch(key::equals))
                .findFirst();
    }

    private void take(Item item, List<String> row) {
        String key = cell(row, FactorList.KEY);
        Map<String, Told> figures = new LinkedHashMap<>();
        list.figures()
                .forEach(
                        (id, figure) -> {
                            String text = cell(row, id);
                            if (!list.leftOut().contains(text.toLowerCase(Locale.ROOT))) {
                                figures.put(id, told(item, id, figure, text, key));
                            }
                        });
        if (figures.isEmpty()) {
            return;
        }
        String per = cell(row, FactorList.UNIT);
        if (!item.per().isEmpty() && item.per().stream().noneMatch(per::equalsIgnoreCase)) {
            throw new UnusableListException(
                    "the unit of \""
                            + key
                            + "\" is \""
                            + per
                            + "\", expected "
                            + String.join(" or ", item.per())
                            + ": --column unit=\"HEADING\" names its column");
        }
        if (told.putIfAbsent(item.id(), figures) != null) {
            throw new UnusableListException(
                    "\""
                            + key
                            + "\" is there twice, expected it once: save the sheet or the part that"
                            + " you mean as CSV");
        }
    }

    private Told told(Item item, String id, Figure figure, String text, String key) {
        String place = id + " of \"" + key + "\" is \"" + text + "\"";
        if (list.notApplicable().contains(text.toLowerCase(Locale.ROOT))) {
            return new Told(item, figure, Optional.empty(), figure.gas());
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new UnusableListException(place + ", expected a number");
        }
        Unit unit =
                ownUnit.or(() -> Optional.ofNullable(units.get(id)))
                        .or(() -> toldUnit)
                        .orElseThrow(
                                () ->
                                        new UnusableListException(
                                                place
                                                        + " without a unit that is known, expected one"
                                                        + " of "
                                                        + list.units().keySet()
                                                        + " in its heading: --unit says it"));
        text.chars().filter(c -> c == '.' || c == ',').forEach(c -> signs.add((char) c));
        BigDecimal number = new BigDecimal(text.replace(',', '.')).scaleByPowerOfTen(unit.places());
        String gas = unit.isOfAllGases() ? "CO2e" : figure.gas();
        if (number.signum() == 0 && list.isZeroNone()) {
            return new Told(item, figure, Optional.empty(), gas);
        }
        boolean isPart = list.addsUp().filter(it -> it.parts().contains(id)).isPresent();
        BigDecimal least = isPart ? BigDecimal.ZERO : item.least();
        if (number.compareTo(least) < 0 || number.compareTo(item.most()) > 0) {
            throw new UnusableListException(
                    place
                            + ", which makes "
                            + number.toPlainString()
                            + " "
                            + item.unit()
                            + ", expected "
                            + least.toPlainString()
                            + " to "
                            + item.most().toPlainString()
                            + ": is it the column, and the unit?");
        }
        return new Told(item, figure, Optional.of(number), gas);
    }

    private void checkSum(Map<String, Told> figures) {
        if (list.addsUp().isEmpty()) {
            return;
        }
        FactorList.AddsUp addsUp = list.addsUp().get();
        Optional<BigDecimal> rest = value(figures, addsUp.sum());
        for (String part : addsUp.parts()) {
            rest = rest.flatMap(it -> value(figures, part).map(it::subtract));
        }
        if (rest.filter(it -> it.abs().compareTo(addsUp.within()) > 0).isPresent()) {
            throw new UnusableListException(
                    addsUp.sum()
                            + " of "
                            + figures.values().iterator().next().item().id()
                            + " is not the sum of "
                            + String.join(" and ", addsUp.parts())
                            + ", expected it to be: are these the columns?");
        }
    }

    private static Optional<BigDecimal> value(Map<String, Told> figures, String id) {
        return Optional.ofNullable(figures.get(id)).flatMap(Told::value);
    }

    /** The places of the columns by a row of headings; empty where it is none. */
    private Map<String, Integer> header(List<String> row) {
        Map<String, Integer> found = new LinkedHashMap<>();
        boolean isNamed = row.isEmpty();
        for (Map.Entry<String, ColumnWords> column : columns.entrySet()) {
            Optional<Integer> place = place(column.getKey(), column.getValue(), row);
            isNamed |= place.isPresent();
            place.or(() -> column.getValue().otherwise().map(number -> number - 1))
                    .ifPresent(it -> found.put(column.getKey(), it));
            if (!found.containsKey(FactorList.KEY)) {
                return Map.of();
            }
        }
        Integer key = found.get(FactorList.KEY);
        Integer value = found.get(first());
        boolean isWhole = isNamed && value != null && !value.equals(key);
        return isWhole ? found : Map.of();
    }

    /** Where a row has the heading of a column; empty where it has none. */
    private Optional<Integer> place(String name, ColumnWords column, List<String> row) {
        for (String word : column.words()) {
            for (boolean isAll : List.of(true, false)) {
                List<Integer> places =
                        IntStream.range(0, row.size())
                                .filter(i -> row.get(i).length() <= LONGEST_LABEL)
                                .filter(i -> fits(words(row.get(i)), words(word), isAll))
                                .filter(
                                        i ->
                                                column.without().stream()
                                                        .noneMatch(words(row.get(i))::contains))
                                .boxed()
                                .toList();
                if (places.size() > 1 && list.figures().containsKey(name)) {
                    throw new UnusableListException(
                            "the headings \""
                                    + row.get(places.get(0))
                                    + "\" and \""
                                    + row.get(places.get(1))
                                    + "\" could both be "
                                    + name
                                    + ", expected one: --column "
                                    + name
                                    + "=\"HEADING\" says which, or its number");
                }
                if (!places.isEmpty()) {
                    return Optional.of(places.get(0));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String heading, String word, boolean isAll) {
        return isAll ? heading.equals(word) : (" " + heading + " ").contains(" " + word + " ");
    }

    private String cell(List<String> row, String column) {
        int place = at.getOrDefault(column, Integer.MAX_VALUE);
        return place < row.size() ? row.get(place).strip() : "";
    }

    /** The unit that a text holds; the longest where one is part of another. */
    private Optional<Unit> unit(String text) {
        String plain = text.replace('₂', '2').replace('_', ' ').toLowerCase(Locale.ROOT);
        List<String> longestFirst = new ArrayList<>(list.units().keySet());
        longestFirst.sort((one, other) -> other.length() - one.length());
        for (String unit : longestFirst) {
            String[] parts = unit.toLowerCase(Locale.ROOT).split("/", 2);
            Matcher matcher =
                    Pattern.compile(
                                    "(?<![a-z])"
                                            + parts[0].replace(" ", "\\s*")
                                            + "(e|[ -]?eq\\.?|[ -]?equivalenten|)\\s*(?:/|per)\\s*"
                                            + parts[parts.length - 1]
                                            + "(?![a-z])")
                            .matcher(plain);
            if (matcher.find()) {
                return Optional.of(
                        new Unit(list.units().getOrDefault(unit, 0), !matcher.group(1).isEmpty()));
            }
        }
        return Optional.empty();
    }

    /** Letters and digits of a text, in lower case, with a blank between words. */
    private static String words(String text) {
        return text.replace('₂', '2')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }
}
