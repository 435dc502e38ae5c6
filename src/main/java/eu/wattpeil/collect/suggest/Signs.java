package eu.wattpeil.collect.suggest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * How numbers are written.
 *
 * @param thousands empty for none
 * @param doubt what the numbers do not decide; empty where they do
 */
record Signs(char decimal, Optional<Character> thousands, String doubt) {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d[\\d.,'\u2019\u00A0 ]*|[.,]\\d+)");
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,2}");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d*,(\\d{1,2}|\\d{4,})");
    private static final Pattern COMMA_THREE = Pattern.compile("[+-]?(0|\\d{4,}|),\\d{3}");
    private static final Pattern DOT = Pattern.compile("[+-]?\\d*\\.(\\d{1,2}|\\d{4,})");
    private static final Pattern DOT_THREE = Pattern.compile("[+-]?(0|\\d{4,}|)\\.\\d{3}");
    private static final Pattern DOT_GROUPS =
            Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+,\\d+|[+-]?\\d{1,3}(\\.\\d{3}){2,}");
    private static final Pattern COMMA_GROUPS =
            Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+\\.\\d+|[+-]?\\d{1,3}(,\\d{3}){2,}");
    private static final Pattern OTHER_GROUPS =
            Pattern.compile("[+-]?\\d{1,3}([ '\u2019\u00A0])\\d{3}(\\1\\d{3})*([.,]\\d+)?");
    private static final Pattern OPEN = Pattern.compile("[+-]?[1-9]\\d{0,2}([.,])\\d{3}");

    /**
     * The signs of a table's numbers.
     *
     * @param texts of columns that are no times
     */
    static Signs of(List<String> texts) {
        int comma = 0;
        int dot = 0;
        int dotGroups = 0;
        int commaGroups = 0;
        int openComma = 0;
        int openDot = 0;
        Optional<Character> other = Optional.empty();
        for (String each : texts) {
            String text = withoutMinus(each);
            if (DOT_GROUPS.matcher(text).matches()) {
                dotGroups++;
            } else if (COMMA_GROUPS.matcher(text).matches()) {
                commaGroups++;
            } else if (COMMA.matcher(text).matches() || COMMA_THREE.matcher(text).matches()) {
                comma++;
            } else if (DOT.matcher(text).matches() || DOT_THREE.matcher(text).matches()) {
                dot++;
            } else if (OTHER_GROUPS.matcher(text).matches()) {
                other = Optional.of(text.replaceAll("[+\\d.,-]", "").charAt(0));
                comma += text.contains(",") ? 1 : 0;
                dot += text.contains(".") ? 1 : 0;
            } else if (OPEN.matcher(text).matches()) {
                openComma += text.contains(",") ? 1 : 0;
                openDot += text.contains(".") ? 1 : 0;
            }
        }
        int forComma = comma + dotGroups;
        int forDot = dot + commaGroups;
        if (forComma == 0 && forDot == 0) {
            return open(openComma, openDot, other);
        }
        boolean isComma = forComma > forDot;
        boolean hasGroups = isComma ? dotGroups + openDot > 0 : commaGroups + openComma > 0;
        Optional<Character> thousands = hasGroups ? Optional.of(isComma ? '.' : ',') : other;
        String doubt =
                forComma > 0 && forDot > 0
                        ? "decimal: some numbers have a comma and others a dot"
                        : "";
        return new Signs(isComma ? ',' : '.', thousands, doubt);
    }

    private static Signs open(int comma, int dot, Optional<Character> other) {
        if (comma == 0 && dot == 0) {
            return new Signs('.', other, "");
        }
        char sign = comma > dot ? ',' : '.';
        return new Signs(
                sign,
                other,
                "decimal: \"" + sign + "\" may part thousands, for three digits always follow");
    }

    /** Whether a text may be a number, whatever the signs; an address is none. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(withoutMinus(text)).matches() && !ADDRESS.matcher(text).matches();
    }

    /** Book-keeping writes a minus behind the number. */
    private static String withoutMinus(String text) {
        return text.matches("[\\d.,].*-") ? text.substring(0, text.length() - 1) : text;
    }

    /** The number that a text is; empty where it is none. */
    OptionalDouble number(String text) {
        String plain = withoutMinus(text);
        boolean isBelow = !plain.equals(text);
        if (thousands.isPresent()) {
            plain = plain.replace(thousands.get().toString(), "");
        }
        plain = decimal == ',' ? plain.replace(',', '.') : plain;
        if (!plain.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)")) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(plain);
        return OptionalDouble.of(isBelow ? -number : number);
    }
}
