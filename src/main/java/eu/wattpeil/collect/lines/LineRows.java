package eu.wattpeil.collect.lines;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.bytes.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row for each line, or for each first line with those that go on with it. */
final class LineRows implements Rows {

    private final TextLines lines;
    private final LineSettings settings;
    private final List<String> groups;
    private final int[] ends;
    private byte[] bytes = new byte[256];
    private long line;
    private long lastLine;
    private @Nullable String ahead;
    private boolean isAheadTooLong;
    private boolean isBroken;

    LineRows(TextLines lines, LineSettings settings) {
        this.lines = lines;
        this.settings = settings;
        this.groups = settings.groups();
        this.ends = new int[groups.size()];
    }

    @Override
    public boolean next() throws IOException {
        String record = record();
        while (record != null) {
            if (!record.isBlank() && !isFoundIn(record, settings.skip())) {
                take(record);
                return true;
            }
            record = record();
        }
        return false;
    }

    /** The text of the next record; null at the end. */
    private @Nullable String record() throws IOException {
        String first = ahead == null ? nextLine() : ahead;
        isBroken = ahead == null ? lines.isTooLong() : isAheadTooLong;
        ahead = null;
        line = lastLine;
        if (first == null || settings.start().isEmpty()) {
            return first;
        }
        StringBuilder record = new StringBuilder(first);
        String more = nextLine();
        while (more != null && !settings.start().get().matcher(more).find()) {
            isBroken |= lines.isTooLong();
            if (record.length() + more.length() > DelimitedText.MAX_ROW_BYTES) {
                isBroken = true;
            } else {
                record.append('\n').append(more);
            }
            more = nextLine();
        }
        ahead = more;
        isAheadTooLong = lines.isTooLong();
        return record.toString();
    }

    private @Nullable String nextLine() throws IOException {
        String next = lines.next();
        lastLine += next == null ? 0 : 1;
        return next;
    }

    private static boolean isFoundIn(String text, List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }

    private void take(String record) {
        if (isBroken) {
            return;
        }
        for (Pattern expression : settings.expressions()) {
            Matcher matcher = expression.matcher(record);
            if (matcher.find()) {
                take(matcher, expression);
                return;
            }
        }
        isBroken = true;
    }

    private void take(Matcher matcher, Pattern expression) {
        int length = 0;
        for (int i = 0; i < ends.length; i++) {
            String name = groups.get(i);
            String found = expression.namedGroups().containsKey(name) ? matcher.group(name) : null;
            if (found != null) {
                byte[] field = found.strip().getBytes(StandardCharsets.UTF_8);
                if (length + field.length > bytes.length) {
                    bytes = Arrays.copyOf(bytes, (length + field.length) * 2);
                }
                System.arraycopy(field, 0, bytes, length, field.length);
                length += field.length;
            }
            ends[i] = length;
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int fields() {
        return isBroken ? 0 : ends.length;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int from(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    @Override
    public int to(int field) {
        return ends[field];
    }

    @Override
    public boolean isEmpty(int field) {
        return field >= fields() || from(field) == to(field);
    }

    @Override
    public boolean isBroken() {
        return isBroken;
    }

    @Override
    public String whole() {
        return "a line in which one of the expressions finds something (skip passes over others)";
    }

    @Override
    public boolean isCutOff() {
        return false;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
