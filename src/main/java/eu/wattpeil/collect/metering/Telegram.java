package eu.wattpeil.collect.metering;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of a telegram by their OBIS code, as far as something is made of them. */
final class Telegram {

    /** How the codes begin of time, identification, energy and power; those of channels do not. */
    private static final List<byte[]> WANTED =
            Stream.of("0-0:1.", "0-0:42", "0-0:96.1.", "1-0:0.", "1-0:1.", "1-0:2.", "1-0:96.1.")
                    .map(code -> code.getBytes(StandardCharsets.US_ASCII))
                    .toList();

    private final Map<String, Entry> entries = new HashMap<>();
    private boolean hasObjects;

    /**
     * A line of a telegram.
     *
     * @param code without the billing period ({@code *255}) that German meters add
     * @param line in the document
     * @param values what stands in brackets, in order; of some meters the last ones on the line
     *     below
     */
    record Entry(String code, long line, List<String> values) {

        /** The last value without its unit. */
        String number() {
            String last = last();
            int star = last.lastIndexOf('*');
            return star < 0 ? last : last.substring(0, star);
        }

        /** The unit of the last value; where it has none, of the one that is the unit of it. */
        String unit() {
            String last = last();
            int star = last.lastIndexOf('*');
            if (star >= 0) {
                return last.substring(star + 1);
            }
            return values.size() > 1 ? values.get(values.size() - 2) : "";
        }

        private String last() {
            return values.isEmpty() ? "" : values.get(values.size() - 1);
        }
    }

    /**
     * Takes a telegram apart.
     *
     * @param to before which it ends
     * @param firstLine where it begins in the document
     */
    void read(byte[] bytes, int to, long firstLine) {
        entries.clear();
        hasObjects = false;
        Entry last = null;
        long line = firstLine;
        int from = 0;
        while (from < to) {
            int end = from;
            while (end < to && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            last = readLine(bytes, from, end, line, last);
            boolean isPair = end + 1 < to && bytes[end] == '\r' && bytes[end + 1] == '\n';
            from = end + (isPair ? 2 : 1);
            line++;
        }
    }

    /** Whether any line was one of a telegram. */
    boolean hasObjects() {
        return hasObjects;
    }

    /** The object of a code, or null. */
    @Nullable Entry of(String code) {
        return entries.get(code);
    }

    private @Nullable Entry readLine(
            byte[] bytes, int from, int to, long line, @Nullable Entry last) {
        int bracket = from;
        while (bracket < to && bytes[bracket] != '(') {
            bracket++;
        }
        if (bracket == from && bracket < to && last != null) {
            addValues(bytes, from, to, last);
            return last;
        }
        boolean isObject =
                bracket < to
                        && bracket - from >= 5
                        && isDigit(bytes[from])
                        && bytes[from + 1] == '-'
                        && isDigit(bytes[from + 2])
                        && bytes[from + 3] == ':';
        if (!isObject) {
            return null;
        }
        hasObjects = true;
        if (!isWanted(bytes, from)) {
            return null;
        }
        String code = new String(bytes, from, bracket - from, StandardCharsets.ISO_8859_1);
        int star = code.indexOf('*');
        Entry entry =
                new Entry(star < 0 ? code : code.substring(0, star), line, new ArrayList<>(2));
        addValues(bytes, bracket, to, entry);
        // Of an object that is there twice the first counts.
        entries.putIfAbsent(entry.code(), entry);
        return entry;
    }

    private static void addValues(byte[] bytes, int from, int to, Entry entry) {
        int open = from;
        while (open < to && bytes[open] == '(') {
            int close = open;
            while (close < to && bytes[close] != ')') {
                close++;
            }
            String value =
                    new String(bytes, open + 1, close - open - 1, StandardCharsets.ISO_8859_1);
            entry.values().add(value.strip());
            open = close + 1;
        }
    }

    private static boolean isWanted(byte[] bytes, int from) {
        boolean isOfChannel = bytes[from] == '0' && bytes[from + 2] != '0';
        if (isOfChannel) {
            return true;
        }
        for (byte[] code : WANTED) {
            if (Arrays.equals(bytes, from, from + code.length, code, 0, code.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
