package eu.wattpeil.collect.table;

import eu.wattpeil.collect.value.TimeText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row per day: which columns hold the values.
 *
 * @param labels finds the time of day in a header text, as groups {@code hour} and {@code minute};
 *     empty where the columns are told by their place
 * @param labelPattern as the definition writes it, for messages
 * @param first the first value column; empty where they are told by their header
 * @param count the number of value columns from the first
 * @param stepMicros the time between two values
 */
public record WideLayout(
        Optional<Pattern> labels,
        String labelPattern,
        Optional<ColumnRef> first,
        int count,
        long stepMicros) {

    /** No time of day. */
    static final long NO_LABEL = -1;

    /** What a label such as {@code [HH:mm]} finds; a second time in it may be any. */
    static Pattern labelExpression(String pattern) {
        if (!pattern.contains("HH") || !pattern.contains("mm")) {
            throw new IllegalArgumentException("no HH and mm: " + pattern);
        }
        String expression =
                Pattern.quote(pattern)
                        .replaceFirst("HH", "\\\\E(?<hour>\\\\d{1,2})\\\\Q")
                        .replaceFirst("mm", "\\\\E(?<minute>\\\\d{2})\\\\Q")
                        .replaceAll("HH|mm", "\\\\E\\\\d{1,2}\\\\Q");
        return Pattern.compile(expression);
    }

    public boolean isLabel(String header) {
        return label(header) != NO_LABEL;
    }

    /** The time of day in a header text, in microseconds; {@link #NO_LABEL} where it is none. */
    long label(String header) {
        Matcher matcher = labels.orElseThrow().matcher(header);
        if (!matcher.matches()) {
            return NO_LABEL;
        }
        long micros =
                TimeText.microsOfDay(
                        Integer.parseInt(matcher.group("hour")),
                        Integer.parseInt(matcher.group("minute")),
                        0,
                        0);
        return micros == TimeText.UNREADABLE ? NO_LABEL : micros;
    }
}
