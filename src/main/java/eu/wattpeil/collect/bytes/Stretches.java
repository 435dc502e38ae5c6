package eu.wattpeil.collect.bytes;

import eu.wattpeil.collect.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Cuts a plain file of delimited text into stretches of whole lines, which can be read at the same
 * time. Where the cuts fall depends on the bytes only.
 *
 * <p>A file with a quote at the start of a field is not cut, because a line end might be within
 * quotes.
 */
public final class Stretches {

    /** A file up to this size is not cut, and a stretch is about this size at most. */
    public static final long BYTES = 64L << 20;

    /** A cut is made after so many rows that the caller has nothing against. */
    private static final int QUIET_ROWS = 64;

    private static final int BUFFER_BYTES = 1 << 18;
    private static final long LINE_FEEDS = EightBytes.of('\n');
    private static final long RETURNS = EightBytes.of('\r');
    private static final long QUOTES = EightBytes.of('"');

    private final Content.Stretch content;
    private final char delimiter;

    private Stretches(Content.Stretch content, char delimiter) {
        this.content = content;
        this.delimiter = delimiter;
    }

    /**
     * The parts of a file; one where it is not cut.
     *
     * @param content of the document
     * @param firstRow the byte where the first row starts; the first part holds what is before, too
     * @param bytes the size of the file
     * @param stretchBytes the size of a part, about: {@link #BYTES}
     * @param isQuiet whether the file may be cut near this row
     */
    public static List<Part> cut(
            Content.Stretch content,
            char delimiter,
            long firstRow,
            long bytes,
            long stretchBytes,
            Predicate<DelimitedText> isQuiet)
            throws IOException {
        if (bytes <= stretchBytes) {
            return List.of(Part.WHOLE);
        }
        int count = (int) ((bytes + stretchBytes - 1) / stretchBytes);
        long[] places = new long[count + 1];
        for (int i = 0; i <= count; i++) {
            places[i] = bytes / count * i;
        }
        places[count] = bytes;
        return new Stretches(content, delimiter).cut(places, firstRow, isQuiet);
    }

    /**
     * A stretch of raw bytes.
     *
     * @param mayQuote whether a field in it may start with a quote
     */
    private record Counted(long lineEnds, boolean mayQuote) {}

    private List<Part> cut(long[] places, long firstRow, Predicate<DelimitedText> isQuiet)
            throws IOException {
        List<Counted> counted = count(places);
        if (counted.stream().anyMatch(Counted::mayQuote)) {
            return List.of(Part.WHOLE);
        }
        List<Part> parts = new ArrayList<>();
        long from = 0;
        long firstLine = 1;
        long lineEnds = counted.get(0).lineEnds();
        long end = places[places.length - 1];
        for (int i = 1; i < counted.size(); i++) {
            Part cut = place(places[i], lineEnds + 1, end, isQuiet);
            boolean isWithin = cut.from() > Math.max(from, firstRow) && cut.from() < end;
            if (isWithin && places[i] >= from) {
                parts.add(new Part(parts.size(), from, cut.from(), firstLine));
                from = cut.from();
                firstLine = cut.firstLine();
            }
            lineEnds += counted.get(i).lineEnds();
        }
        parts.add(new Part(parts.size(), from, Long.MAX_VALUE, firstLine));
        return parts.size() == 1 ? List.of(Part.WHOLE) : parts;
    }

    private List<Counted> count(long[] places) throws IOException {
        try {
            return IntStream.range(0, places.length - 1)
                    .parallel()
                    .mapToObj(i -> count(places[i], places[i + 1]))
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private Counted count(long from, long to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        long lineEnds = 0;
        boolean mayQuote = false;
        byte before = '\n';
        try (InputStream in = content.open(Math.max(0, from - 1), to)) {
            if (from > 0) {
                before = (byte) in.read();
            }
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                lineEnds += lineEnds(buffer, read, before);
                mayQuote |= mayQuote(buffer, read, before);
                before = buffer[read - 1];
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Counted(lineEnds, mayQuote);
    }

    /** Carriage returns, and the line feeds that do not follow one. */
    private static long lineEnds(byte[] bytes, int length, byte before) {
        long ends = 0;
        long returnBefore = before == '\r' ? 0x80L : 0;
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long word = EightBytes.at(bytes, i);
            long feeds = EightBytes.zeros(word ^ LINE_FEEDS);
            long returns = EightBytes.zeros(word ^ RETURNS);
            ends += Long.bitCount(feeds & ~(returns << Byte.SIZE | returnBefore));
            ends += Long.bitCount(returns);
            returnBefore = returns >>> Long.SIZE - Byte.SIZE;
        }
        boolean isAfterReturn = returnBefore != 0;
        for (; i < length; i++) {
            boolean isReturn = bytes[i] == '\r';
            ends += isReturn || bytes[i] == '\n' && !isAfterReturn ? 1 : 0;
            isAfterReturn = isReturn;
        }
        return ends;
    }

    /** Whether a quote stands where a field may start. */
    private boolean mayQuote(byte[] bytes, int length, byte before) {
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long found = EightBytes.zeros(EightBytes.at(bytes, i) ^ QUOTES);
            while (found != 0) {
                int place = i + EightBytes.first(found);
                if (startsField(place == 0 ? before : bytes[place - 1])) {
                    return true;
                }
                found &= found - 1;
            }
        }
        for (; i < length; i++) {
            if (bytes[i] == '"' && startsField(i == 0 ? before : bytes[i - 1])) {
                return true;
            }
        }
        return false;
    }

    private boolean startsField(byte before) {
        return before == delimiter
                || before == '\n'
                || before == '\r'
                || before == ' '
                || before == (byte) 0xBF;
    }

    /** Where to cut at or after a place: as a part of which the start and the line matter. */
    private Part place(long from, long line, long end, Predicate<DelimitedText> isQuiet)
            throws IOException {
        byte[] before = new byte[1];
        InputStream in = content.open(from - 1, end);
        before[0] = (byte) in.read();
        boolean isLineStart = before[0] == '\n';
        try (DelimitedText text = new DelimitedText(in, delimiter, line)) {
            if (!isLineStart) {
                // The rest of a line, or of a line end.
                text.skipRestOfLine(before[0] == '\r');
            }
            int quiet = 0;
            while (quiet < QUIET_ROWS) {
                if (!text.next()) {
                    return new Part(0, end, end, text.nextLine());
                }
                quiet = isQuiet.test(text) ? quiet + 1 : 0;
            }
            return new Part(0, from + text.nextOffset(), end, text.nextLine());
        }
    }
}
