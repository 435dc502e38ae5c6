package eu.wattpeil.report.chart;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the elements of a drawing. Lengths have one decimal: the same text on every Java. */
final class Markup {

    private static final int TENTHS = 10;

    private final StringBuilder text = new StringBuilder(4096);

    /** Markup as it stands. */
    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    /** A text, escaped. */
    Markup text(String plain) {
        text.append(escape(plain));
        return this;
    }

    /** A length with one decimal at most. */
    Markup number(double length) {
        text.append(tenths(length));
        return this;
    }

    /** A label at a place. */
    Markup label(String style, double x, double y, String anchor, String plain) {
        return raw("<text class=\"" + style + "\" x=\"")
                .number(x)
                .raw("\" y=\"")
                .number(y)
                .raw("\" text-anchor=\"" + anchor + "\">")
                .text(plain)
                .raw("</text>");
    }

    /** Letters of which each stands in the middle above its own place, on one line. */
    Markup letters(String style, List<Double> places, double y, List<String> letters) {
        boolean isEachOne = letters.stream().allMatch(it -> it.length() == 1 && !it.isBlank());
        if (!isEachOne) {
            for (int i = 0; i < places.size(); i++) {
                label(style, places.get(i), y, "middle", letters.get(i));
            }
            return this;
        }
        return raw("<text class=\"" + style + "\" x=\"")
                .raw(places.stream().map(Markup::tenths).collect(Collectors.joining(" ")))
                .raw("\" y=\"")
                .number(y)
                .raw("\" text-anchor=\"middle\">")
                .text(String.join("", letters))
                .raw("</text>");
    }

    static String tenths(double length) {
        long tenths = Math.round(length * TENTHS);
        long whole = Math.abs(tenths) / TENTHS;
        long rest = Math.abs(tenths) % TENTHS;
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
