package eu.wattpeil.collect.value;

import eu.wattpeil.collect.bytes.ByteTable;
import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Any other pattern of {@link DateTimeFormatter}, in English and whatever the case. What is not
 * written as {@link ExactTime} reads it is parsed once for each different text. AM at the end may
 * also be written {@code a} or {@code a.m.} Several blanks count as one, as between month and day
 * in {@code Nov 3}.
 */
final class WordedTime extends TimeText {

    /**
     * Beyond this number of different texts the memory starts anew, so that the heap stays flat.
     */
    private static final int MAX_TEXTS = 100_000;

    /** No time is written with more bytes. */
    private static final int MAX_TEXT_BYTES = 100;

    private static final int MAX_YEAR = 9999;
    private static final int SHORTEST_MONTH_DAYS = 28;
    private static final Pattern BLANKS = Pattern.compile(" +");

    /** {@code a}, {@code a.m.} and the like for AM. */
    private static final Pattern HALF_OF_DAY =
            Pattern.compile("(?i)(?<=\\d ?)([ap])(?:\\.? ?m\\.?|\\.)?$");

    private final Optional<ExactTime> exact;
    private final DateTimeFormatter formatter;
    private final boolean endsWithHalfOfDay;
    private ByteTable known = new ByteTable();
    private long[] locals = new long[128];
    private long[] offsets = new long[128];

    WordedTime(String pattern) {
        endsWithHalfOfDay = pattern.strip().endsWith("a");
        exact = ExactTime.of(onlySingleBlanks(pattern));
        formatter =
                new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(onlySingleBlanks(pattern))
                        .toFormatter(Locale.ENGLISH);
        if (!writesDates(formatter)) {
            throw new IllegalArgumentException("no date: " + pattern);
        }
    }

    @Override
    long parse(byte[] bytes, int from, int to) {
        if (exact.isPresent()) {
            long local = exact.get().read(bytes, from, to);
            if (local != NoValue.UNREADABLE) {
                offset = exact.get().offset();
                return local;
            }
        }
        return readWorded(bytes, from, to);
    }

    /** As the formatter reads it. */
    long readWorded(byte[] bytes, int from, int to) {
        if (to - from > MAX_TEXT_BYTES) {
            return NoValue.UNREADABLE;
        }
        int found = known.find(bytes, from, to);
        if (found < 0) {
            found = learn(bytes, from, to);
        }
        offset = offsets[found];
        return locals[found];
    }

    private int learn(byte[] bytes, int from, int to) {
        if (known.size() == MAX_TEXTS) {
            known = new ByteTable();
        }
        int added = known.add(bytes, from, to);
        if (added == locals.length) {
            locals = Arrays.copyOf(locals, added * 2);
            offsets = Arrays.copyOf(offsets, added * 2);
        }
        locals[added] = NoValue.UNREADABLE;
        offsets[added] = NoValue.NO_OFFSET;
        try {
            String text =
                    onlySingleBlanks(
                            new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            if (endsWithHalfOfDay) {
                text = HALF_OF_DAY.matcher(text).replaceFirst("$1m");
            }
            TemporalAccessor parsed = formatter.parse(text);
            locals[added] = isOfCalendar(text, parsed) ? micros(parsed) : NoValue.UNREADABLE;
            if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
                offsets[added] = parsed.get(ChronoField.OFFSET_SECONDS) * MICROS_PER_SECOND;
            }
        } catch (DateTimeException unreadable) {
            locals[added] = NoValue.UNREADABLE;
        }
        return added;
    }

    private static String onlySingleBlanks(String text) {
        return BLANKS.matcher(text.trim()).replaceAll(" ");
    }

    /** False for 31 February, which the formatter takes for the last day of February. */
    private boolean isOfCalendar(String text, TemporalAccessor parsed) {
        int dayOfMonth = parsed.get(ChronoField.DAY_OF_MONTH);
        if (dayOfMonth > 1 && dayOfMonth < SHORTEST_MONTH_DAYS) {
            return true;
        }
        TemporalAccessor written = formatter.parseUnresolved(text, new ParsePosition(0));
        if (!written.isSupported(ChronoField.DAY_OF_MONTH)) {
            return true;
        }
        boolean isNextDay =
                written.isSupported(ChronoField.HOUR_OF_DAY)
                        && written.getLong(ChronoField.HOUR_OF_DAY) == 24;
        LocalDate day = LocalDate.from(parsed).minusDays(isNextDay ? 1 : 0);
        return written.getLong(ChronoField.DAY_OF_MONTH) == day.getDayOfMonth();
    }

    private static long micros(TemporalAccessor parsed) {
        LocalDateTime local =
                parsed.query(TemporalQueries.localTime()) == null
                        ? LocalDate.from(parsed).atStartOfDay()
                        : LocalDateTime.from(parsed);
        if (local.getYear() < 0 || local.getYear() > MAX_YEAR) {
            return NoValue.UNREADABLE;
        }
        return local.toEpochSecond(ZoneOffset.UTC) * MICROS_PER_SECOND + local.getNano() / 1_000;
    }

    /** Whether what the formatter writes for a moment can be read back as a date. */
    private static boolean writesDates(DateTimeFormatter formatter) {
        try {
            LocalDate day = LocalDate.of(2026, 10, 25);
            String text = formatter.format(day.atTime(13, 45, 59).atOffset(ZoneOffset.UTC));
            return LocalDate.from(formatter.parse(text)).equals(day);
        } catch (DateTimeException notWhole) {
            return false;
        }
    }
}
