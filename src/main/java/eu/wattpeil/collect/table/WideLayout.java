package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.value.NoValue;
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
 * @param stepMicros the time between two values; 0 where the header tells it
 */
record WideLayout(
        Optional<Pattern> labels,
        String labelPattern,
        Optional<ColumnRef> first,
        int count,
        long stepMicros) {

    /** No time of day. */
    static final long NO_LABEL = -1;

    private static final long MICROS_PER_HOUR = 3_600L * TimeText.MICROS_PER_SECOND;

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

    /** With the step that the first two labels of a header tell, unless it is known. */
    WideLayout stepped(Header header) throws UnusableDocumentException {
        if (stepMicros > 0) {
            return this;
        }
        long[] times =
                header.names().stream()
                        .mapToLong(this::label)
                        .filter(time -> time != NO_LABEL)
                        .limit(2)
                        .toArray();
        if (times.length < 2 || !isStep(times[1] - times[0])) {
            throw new UnusableDocumentException(
                    Reason.NOT_THIS_FORMAT,
                    "value columns whose times tell the step, or wide: {step: …} in the definition",
                    times.length < 2 ? "one value column" : "two that are no step apart");
        }
        return new WideLayout(labels, labelPattern, first, count, times[1] - times[0]);
    }

    /** Whether it divides an hour, or is whole hours that divide a day. */
    static boolean isStep(long micros) {
        return micros > 0
                && (MICROS_PER_HOUR % micros == 0
                        || micros % MICROS_PER_HOUR == 0 && TimeText.MICROS_PER_DAY % micros == 0);
    }

    boolean isLabel(String header) {
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
        return micros == NoValue.UNREADABLE ? NO_LABEL : micros;
    }
}
