package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.TimeText;
import java.nio.charset.StandardCharsets;

/** The times of a page log: {@code [21/Nov/2026:21:24:35 +0100]}. Keeps state. */
final class PageLogTime {

    private static final int DATE_LENGTH = "21/Nov/2026".length();
    private static final int TIME_LENGTH = "21/Nov/2026:21:24:35 +0100".length();

    /** With {@code LogTimeFormat usecs} the second has decimals. */
    private static final int MAX_DECIMALS = 6;

    private static final byte[] ISO_EPOCH = "1970-01-01T".getBytes(StandardCharsets.US_ASCII);

    /** Where the second is: a leap second is logged as 60 where the system clock shows it. */
    private static final int SECOND = "21/Nov/2026:21:24:".length();

    private final TimeText dates = TimeText.of("dd/MMM/yyyy");
    private final TimeText times = TimeText.of("iso");
    private int end;

    /** The instant of the time that begins at a bracket; UNREADABLE where there is none. */
    long read(String line, int bracket) {
        int close = closingBracket(line, bracket);
        end = close + 1;
        return instant(line, bracket + 1, close);
    }

    /** Where the time that was read last ends, behind its bracket. */
    int end() {
        return end;
    }

    /**
     * Where a time would end; no farther, so that a line full of brackets is read in linear time.
     */
    private static int closingBracket(String line, int bracket) {
        int first = bracket + 1 + TIME_LENGTH;
        int last = Math.min(first + 1 + MAX_DECIMALS, line.length() - 1);
        for (int at = first; at <= last; at++) {
            if (line.charAt(at) == ']') {
                return at;
            }
        }
        return -1;
    }

    /**
     * The instant of a time within brackets; UNREADABLE where it is none. Months are English
     * whatever the language of the server, and the offset is the one in force, so that clock
     * changes do no harm (CUPS, {@code cupsdGetDateTime}).
     */
    private long instant(String line, int from, int to) {
        if (to < 0) {
            return NoValue.UNREADABLE;
        }
        byte[] text = line.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
        long day = dates.read(text, 0, DATE_LENGTH);
        boolean isLeapSecond = text[SECOND] == '6' && text[SECOND + 1] == '0';
        if (isLeapSecond) {
            text[SECOND] = '5';
            text[SECOND + 1] = '9';
        }
        // Behind its date, the time is that of ISO 8601.
        int start = DATE_LENGTH + 1 - ISO_EPOCH.length;
        boolean isApart = text[DATE_LENGTH] == ':';
        System.arraycopy(ISO_EPOCH, 0, text, start, ISO_EPOCH.length);
        long ofDay = times.read(text, start, text.length);
        if (!isApart
                || day == NoValue.UNREADABLE
                || ofDay == NoValue.UNREADABLE
                || times.offset() == NoValue.NO_OFFSET) {
            return NoValue.UNREADABLE;
        }
        return day + ofDay - times.offset() + (isLeapSecond ? TimeText.MICROS_PER_SECOND : 0);
    }
}
