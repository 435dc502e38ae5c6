package eu.wattpeil.collect.source.jdbc;

import eu.wattpeil.collect.source.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query in which {@code :from}, {@code :to}, {@code :from_epoch} and {@code :to_epoch} stand for
 * times of a window. They are bound, never written into the text.
 *
 * @param sql with a question mark for each
 * @param times what they are, in their order
 */
record BoundQuery(String sql, List<Time> times) {

    /** A time of a window. */
    enum Time {
        FROM(":from", false),
        TO(":to", false),
        FROM_EPOCH(":from_epoch", true),
        TO_EPOCH(":to_epoch", true);

        private final String name;
        private final boolean isEpoch;

        Time(String name, boolean isEpoch) {
            this.name = name;
            this.isEpoch = isEpoch;
        }

        /** Whether it is a number of seconds since 1970. */
        boolean isEpoch() {
            return isEpoch;
        }

        Instant of(Window window) {
            return this == FROM || this == FROM_EPOCH ? window.from() : window.to();
        }
    }

    BoundQuery {
        times = List.copyOf(times);
    }

    /** Whether a time is bound as a time, which the zone of the session gives a meaning. */
    boolean hasTimes() {
        return times.stream().anyMatch(time -> !time.isEpoch());
    }

    /** Finds the times outside of quotes and comments. */
    static BoundQuery of(String text, Dialect dialect) {
        StringBuilder sql = new StringBuilder();
        List<Time> times = new ArrayList<>();
        int place = 0;
        while (place < text.length()) {
            int end = endOfQuoted(text, place, dialect);
            if (end == place && text.charAt(place) == ':') {
                end = endOfName(text, place);
                Time time = time(text.substring(place, end));
                if (time != null && (place == 0 || text.charAt(place - 1) != ':')) {
                    times.add(time);
                    sql.append('?');
                    place = end;
                    continue;
                }
            }
            end = Math.max(end, place + 1);
            sql.append(text, place, end);
            place = end;
        }
        return new BoundQuery(sql.toString(), times);
    }

    private static @Nullable Time time(String name) {
        for (Time time : Time.values()) {
            if (time.name.equals(name)) {
                return time;
            }
        }
        return null;
    }

    private static int endOfName(String text, int colon) {
        int end = colon + 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where a text, a quoted name or a comment that begins at a place ends; the place for none. */
    private static int endOfQuoted(String text, int place, Dialect dialect) {
        char sign = text.charAt(place);
        if (sign == '\'' || sign == '"' || sign == '`') {
            boolean isEscaped =
                    sign != '`'
                            && (dialect.escapesByBackslash()
                                    || sign == '\'' && isEscapeText(text, place));
            return endOfText(text, place, sign, isEscaped);
        }
        if (text.startsWith("--", place) || (sign == '#' && dialect.hasHashComments())) {
            int end = text.indexOf('\n', place);
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*", place)) {
            return endOfComment(text, place, dialect);
        }
        return sign == '$' && dialect.hasDollarQuotes() ? endOfDollarText(text, place) : place;
    }

    /** {@code E'…'} of PostgreSQL. */
    private static boolean isEscapeText(String text, int quote) {
        return quote > 0
                && "eE".indexOf(text.charAt(quote - 1)) >= 0
                && (quote == 1 || !Character.isJavaIdentifierPart(text.charAt(quote - 2)));
    }

    private static int endOfText(String text, int start, char quote, boolean isEscaped) {
        int place = start + 1;
        while (place < text.length()) {
            char sign = text.charAt(place);
            if (isEscaped && sign == '\\') {
                place += 2;
            } else if (sign != quote) {
                place++;
            } else if (text.startsWith("" + quote + quote, place)) {
                place += 2;
            } else {
                return place + 1;
            }
        }
        return text.length();
    }

    private static int endOfComment(String text, int start, Dialect dialect) {
        int depth = 1;
        int place = start + 2;
        while (place < text.length() && depth > 0) {
            if (text.startsWith("*/", place)) {
                depth--;
                place += 2;
            } else if (dialect.nestsComments() && text.startsWith("/*", place)) {
                depth++;
                place += 2;
            } else {
                place++;
            }
        }
        return Math.min(place, text.length());
    }

    private static int endOfDollarText(String text, int start) {
        boolean isWithinName = start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1));
        int tagEnd = text.indexOf('$', start + 1);
        if (isWithinName || tagEnd < 0) {
            return start;
        }
        String tag = text.substring(start, tagEnd + 1);
        if (!tag.matches("\\$([\\p{L}_][\\p{L}\\p{N}_]*)?\\$")) {
            return start;
        }
        int end = text.indexOf(tag, tagEnd + 1);
        return end < 0 ? text.length() : end + tag.length();
    }
}
