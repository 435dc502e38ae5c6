package eu.wattpeil.collect.table;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A column of a document as a definition names it.
 *
 * @param text the text in the header, or the number of the column, from 1
 * @param others texts that may stand there in its place, and where both do, of a row without a
 *     value
 */
public record ColumnRef(String text, List<String> others) {

    /** No such column in the header. */
    public static final int ABSENT = -1;

    /** More than one such column in the header. */
    public static final int AMBIGUOUS = -2;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F\\uFEFF]+");

    public ColumnRef {
        text = normal(text);
        others = others.stream().map(ColumnRef::normal).toList();
    }

    /** A column of one name. */
    public ColumnRef(String text) {
        this(text, List.of());
    }

    /** A column that has one of several names. */
    static ColumnRef anyOf(List<String> names) {
        return new ColumnRef(names.get(0), names.subList(1, names.size()));
    }

    /** All its names, the first one first. */
    public Stream<String> names() {
        return Stream.concat(Stream.of(text), others.stream());
    }

    /**
     * All its names as one: the name of a column that holds, in each row, what the first of them
     * that is there holds.
     */
    public String joined() {
        return others.isEmpty() ? text : text + " or " + String.join(" or ", others);
    }

    /**
     * The columns of a document in which a value is looked for, in turn: of several names each that
     * stands in the header.
     */
    public List<ColumnRef> inTurn(List<String> names) {
        if (others.isEmpty() || names.contains(joined())) {
            return List.of(this);
        }
        List<ColumnRef> there =
                names().filter(names::contains).distinct().map(ColumnRef::new).toList();
        return there.isEmpty() ? List.of(this) : there;
    }

    /** The one of its names that stands in the header; the first where none does. */
    private String nameIn(List<String> names) {
        return Stream.concat(Stream.of(joined()), names())
                .filter(names::contains)
                .findFirst()
                .orElse(text);
    }

    /** A header text without blanks around it, and with one blank for any number of them. */
    static String normal(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /**
     * The position of the column, from 0. A header text wins over a number.
     *
     * @param names of the header; empty where there is none
     * @param width the number of columns, where there is no header
     */
    public int position(List<String> names, int width) {
        String name = nameIn(names);
        int first = names.indexOf(name);
        if (first >= 0) {
            return first == names.lastIndexOf(name) ? first : AMBIGUOUS;
        }
        int number = number();
        return number >= 1 && number <= Math.max(width, names.size()) ? number - 1 : ABSENT;
    }

    /** Whether one of its names stands in the header. */
    boolean isNamedIn(List<String> names) {
        return !nameIn(names).equals(text) || names.contains(text);
    }

    /** Whether a header text differs in capitals only. */
    public boolean isMisspeltIn(List<String> names) {
        return !isNamedIn(names)
                && names().anyMatch(own -> names.stream().anyMatch(own::equalsIgnoreCase));
    }

    /** The number, or 0 where this is a text. */
    public int number() {
        return text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : 0;
    }

    /** How the column is called in messages and rejects. */
    public String label(List<String> names) {
        String name = nameIn(names);
        int number = names.contains(name) ? 0 : number();
        if (number == 0) {
            return name;
        }
        boolean isNamed = number <= names.size() && !names.get(number - 1).isEmpty();
        return isNamed ? names.get(number - 1) : "column " + number;
    }
}
