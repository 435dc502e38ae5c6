package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.value.TimeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of a text in line protocol as rows: {@code measurement,tag=a field=1.5,other="b" time}.
 *
 * <p>A row has the fields that were asked for: the measurement, the time in UTC as ISO 8601 writes
 * it, and tags and fields by their key; where a key is both, the field. Numbers come without the
 * {@code i} or {@code u} of whole ones, texts without quotes, and nothing has a backslash before a
 * sign any more. Blank lines and those that begin with {@code #} are no rows.
 *
 * @see <a href="https://docs.influxdata.com/influxdb/v2/reference/syntax/line-protocol/">Line
 *     protocol</a>
 */
final class LineProtocol implements Rows {

    /** As InfluxDB calls them in its annotated CSV; no tag or field may have such a key. */
    static final String MEASUREMENT = "_measurement";

    static final String TIME = "_time";

    private static final byte[] STATEMENT = "CREATE DATABASE ".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NUMBER = 18;

    private final ByteLines lines;
    private final long microsPerUnit;
    private final long unitsPerMicro;
    private final Map<String, Integer> places = new HashMap<>();
    private byte[] text = new byte[0];
    private int textBytes;
    private byte[] row = new byte[1 << 12];
    private int rowBytes;
    private final int[] from;
    private final int[] to;
    private boolean isBroken;
    private int at;

    /** What a number of a time counts. */
    enum Precision {
        NANOSECONDS(ChronoUnit.NANOS),
        MICROSECONDS(ChronoUnit.MICROS),
        MILLISECONDS(ChronoUnit.MILLIS),
        SECONDS(ChronoUnit.SECONDS);

        private final ChronoUnit unit;

        Precision(ChronoUnit unit) {
            this.unit = unit;
        }
    }

    /**
     * Reads a text from its start.
     *
     * @param in closed by {@link #close()}
     * @param asked the keys that are fields of the rows
     */
    LineProtocol(InputStream in, Precision precision, List<String> asked) {
        lines = new ByteLines(in);
        long nanos = precision.unit.getDuration().toNanos();
        microsPerUnit = Math.max(1, nanos / 1_000);
        unitsPerMicro = Math.max(1, 1_000 / nanos);
        for (int i = 0; i < asked.size(); i++) {
            places.put(asked.get(i), i);
        }
        from = new int[asked.size()];
        to = new int[asked.size()];
    }

    @Override
    public boolean next() throws IOException {
        while (lines.next()) {
            text = lines.bytes();
            textBytes = lines.length();
            boolean isRemark = textBytes == 0 || text[0] == '#' || lines.isBlank() || isStatement();
            if (!isRemark) {
                rowBytes = 0;
                Arrays.fill(from, 0);
                Arrays.fill(to, 0);
                isBroken = lines.isTooLong() || !readParts();
                return true;
            }
        }
        return false;
    }

    /** An export of influx_inspect begins with the statement that makes its database. */
    private boolean isStatement() {
        return textBytes > STATEMENT.length
                && Arrays.equals(text, 0, STATEMENT.length, STATEMENT, 0, STATEMENT.length);
    }

    /** Measurement and tags, fields, and the time; each after one blank. */
    private boolean readParts() {
        at = 0;
        int start = rowBytes;
        takeUntil(',', ' ');
        boolean isNamed = rowBytes > start;
        keep(places.getOrDefault(MEASUREMENT, -1), start);
        while (isAt(',')) {
            at++;
            if (!readTag()) {
                return false;
            }
        }
        if (!isNamed || !isAt(' ')) {
            return false;
        }
        do {
            at++;
            if (!readField()) {
                return false;
            }
        } while (isAt(','));
        return readTime();
    }

    private boolean readTag() {
        String key = key();
        if (key.isEmpty() || !isAt('=')) {
            return false;
        }
        at++;
        int start = rowBytes;
        takeUntil(',', ' ');
        int place = places.getOrDefault(key, -1);
        if (rowBytes == start) {
            return false;
        }
        keep(key.equals(MEASUREMENT) || key.equals(TIME) ? -1 : place, start);
        return true;
    }

    private boolean readField() {
        String key = key();
        if (key.isEmpty() || !isAt('=')) {
            return false;
        }
        at++;
        int start = rowBytes;
        if (isAt('"')) {
            if (!takeQuoted()) {
                return false;
            }
        } else {
            takeUntil(',', ' ');
            if (rowBytes == start) {
                return false;
            }
            dropSuffix(start);
        }
        boolean isReserved = key.equals(MEASUREMENT) || key.equals(TIME);
        keep(isReserved ? -1 : places.getOrDefault(key, -1), start);
        return true;
    }

    /** Whole numbers end with i, or with u where they have no sign. */
    private void dropSuffix(int start) {
        int last = rowBytes - 1;
        boolean isWhole = row[last] == 'i' || row[last] == 'u';
        for (int i = start; i < last && isWhole; i++) {
            boolean isSign = i == start && (row[i] == '-' || row[i] == '+');
            isWhole = isSign || row[i] >= '0' && row[i] <= '9';
        }
        rowBytes -= isWhole && last > start ? 1 : 0;
    }

    private boolean readTime() {
        while (isAt(' ')) {
            at++;
        }
        int start = at;
        boolean isBelow = isAt('-');
        at += isBelow ? 1 : 0;
        long number = 0;
        int digits = 0;
        while (at < textBytes && text[at] >= '0' && text[at] <= '9') {
            number = number * 10 + text[at++] - '0';
            digits++;
        }
        boolean isTime = digits > 0 && digits <= LONGEST_NUMBER + 1 && number >= 0;
        if (at != textBytes || at > start && !isTime) {
            return false;
        }
        if (at > start && places.containsKey(TIME)) {
            keepTime(isBelow ? -number : number);
        }
        return true;
    }

    private void keepTime(long number) {
        long micros =
                unitsPerMicro > 1
                        ? Math.floorDiv(number, unitsPerMicro)
                        : Math.abs(number) > Long.MAX_VALUE / microsPerUnit
                                ? 0
                                : number * microsPerUnit;
        Instant instant =
                Instant.ofEpochSecond(
                        Math.floorDiv(micros, TimeText.MICROS_PER_SECOND),
                        Math.floorMod(micros, TimeText.MICROS_PER_SECOND) * 1_000);
        int start = rowBytes;
        for (byte letter : instant.toString().getBytes(StandardCharsets.US_ASCII)) {
            put(letter);
        }
        keep(places.getOrDefault(TIME, -1), start);
    }

    private String key() {
        int start = rowBytes;
        takeUntil('=', ',', ' ');
        String key = new String(row, start, rowBytes - start, StandardCharsets.UTF_8);
        rowBytes = start;
        return key;
    }

    /**
     * Takes what stands before one of the signs; one with a backslash before it is none of them.
     */
    private void takeUntil(char... signs) {
        while (at < textBytes) {
            byte next = text[at];
            boolean isEscape = next == '\\' && at + 1 < textBytes && isEscaped(text[at + 1]);
            if (!isEscape && isOneOf(next, signs)) {
                return;
            }
            at += isEscape ? 1 : 0;
            put(text[at++]);
        }
    }

    private static boolean isEscaped(byte sign) {
        return sign == ',' || sign == '=' || sign == ' ' || sign == '\\';
    }

    private static boolean isOneOf(byte sign, char... signs) {
        for (char each : signs) {
            if (sign == each) {
                return true;
            }
        }
        return false;
    }

    /** Takes a text without its quotes; false where it does not end. */
    private boolean takeQuoted() {
        at++;
        while (at < textBytes && text[at] != '"') {
            boolean isEscape =
                    text[at] == '\\'
                            && at + 1 < textBytes
                            && (text[at + 1] == '"' || text[at + 1] == '\\');
            at += isEscape ? 1 : 0;
            put(text[at++]);
        }
        boolean isEnded = isAt('"');
        at++;
        return isEnded;
    }

    private boolean isAt(char sign) {
        return at < textBytes && text[at] == sign;
    }

    private void put(byte next) {
        if (rowBytes == row.length) {
            row = Arrays.copyOf(row, 2 * row.length);
        }
        row[rowBytes++] = next;
    }

    private void keep(int place, int start) {
        if (place >= 0) {
            from[place] = start;
            to[place] = rowBytes;
        }
    }

    @Override
    public long line() {
        return lines.line();
    }

    @Override
    public int fields() {
        return from.length;
    }

    @Override
    public byte[] bytes() {
        return row;
    }

    @Override
    public int from(int field) {
        return from[field];
    }

    @Override
    public int to(int field) {
        return to[field];
    }

    @Override
    public boolean isEmpty(int field) {
        return from[field] == to[field];
    }

    @Override
    public boolean isBroken() {
        return isBroken;
    }

    @Override
    public String whole() {
        return "a line such as power,host=a watts=12.5 1767601800000000000";
    }

    @Override
    public String found() {
        return "";
    }

    @Override
    public boolean isCutOff() {
        return lines.isCutOff();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
