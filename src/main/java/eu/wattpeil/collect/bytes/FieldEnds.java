package eu.wattpeil.collect.bytes;

import java.util.Arrays;

/**
 * Where the fields of a row are in a buffer, without what is around them: blanks, tabs, and the
 * {@code ="…"} by which Excel is told that a number is a text.
 */
final class FieldEnds {

    private static final byte QUOTE = '"';

    private int[] from = new int[64];
    private int[] to = new int[64];
    private int fields;
    private int[] escaped = new int[8];
    private int escapedFields;

    int fields() {
        return fields;
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    /** Forgets the row before. */
    void clear() {
        fields = 0;
        escapedFields = 0;
    }

    /** Adds a field as it stands. */
    void add(byte[] bytes, int start, int end) {
        put(start, end);
        if (start < end && mayNeedStrip(bytes[start], bytes[end - 1])) {
            strip(bytes, from, to, fields);
        }
        fields++;
    }

    /** Adds a field with doubled quotes in it, which stay so until {@link #unescape}. */
    void addEscaped(int start, int end) {
        if (escapedFields == escaped.length) {
            escaped = Arrays.copyOf(escaped, escapedFields * 2);
        }
        escaped[escapedFields++] = fields;
        put(start, end);
        fields++;
    }

    /** Makes the doubled quotes of the row single, in the buffer itself. */
    void unescape(byte[] bytes) {
        for (int i = 0; i < escapedFields; i++) {
            unescape(bytes, escaped[i]);
        }
    }

    private void put(int start, int end) {
        if (fields == from.length) {
            from = Arrays.copyOf(from, fields * 2);
            to = Arrays.copyOf(to, fields * 2);
        }
        from[fields] = start;
        to[fields] = end;
    }

    /** Whether a field is quoted; a line feed stands at the limit at the latest. */
    static boolean isQuoted(byte[] bytes, int start, int limit) {
        return bytes[start] == QUOTE
                || bytes[start] == ' ' && isQuoteAfterBlanks(bytes, start, limit);
    }

    private static boolean isQuoteAfterBlanks(byte[] bytes, int start, int limit) {
        int at = start;
        while (bytes[at] == ' ') {
            at++;
        }
        return bytes[at] == QUOTE && at < limit;
    }

    static boolean mayNeedStrip(byte first, byte last) {
        return first <= ' ' || first == '=' || last <= ' ';
    }

    /** Takes what is around a field off the places where it starts and ends. */
    static void strip(byte[] b, int[] from, int[] to, int field) {
        int start = from[field];
        int end = to[field];
        while (start < end && (b[start] == ' ' || b[start] == '\t')) {
            start++;
        }
        while (start < end && (b[end - 1] == ' ' || b[end - 1] == '\t')) {
            end--;
        }
        if (end - start >= 3 && b[start] == '=' && b[start + 1] == QUOTE && b[end - 1] == QUOTE) {
            start += 2;
            end--;
        }
        from[field] = start;
        to[field] = end;
    }

    private void unescape(byte[] b, int field) {
        int end = from[field];
        for (int i = from[field]; i < to[field]; i++) {
            b[end++] = b[i];
            if (b[i] == QUOTE && i + 1 < to[field] && b[i + 1] == QUOTE) {
                i++;
            }
        }
        to[field] = end;
        strip(b, from, to, field);
    }
}
