package eu.wattpeil.collect.bytes;

import eu.wattpeil.collect.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Cuts a plain file of delimited text into stretches of whole lines, which can be read at the same
 * time. Where the cuts fall depends on the bytes only.
 *
 * <p>A file is not cut where a line end is, or might be, within quotes.
 */
public final class Stretches {

    /** A file up to this size is not cut, and a stretch is about this size at most. */
    public static final long BYTES = 64L << 20;

    /** A cut is made after so many rows that the caller has nothing against. */
    private static final int QUIET_ROWS = 64;

    private final Content.Stretch content;
    private final Outline outline;
    private final char delimiter;

    private Stretches(Content.Stretch content, Outline outline, char delimiter) {
        this.content = content;
        this.outline = outline;
        this.delimiter = delimiter;
    }

    /**
     * The parts of a file; one where it is not cut.
     *
     * @param content of the document
     * @param outline of the document
     * @param firstRow the byte where the first row starts; the first part holds what is before, too
     * @param bytes the size of the file
     * @param stretchBytes the size of a part, about: {@link #BYTES}
     * @param isQuiet whether the file may be cut near this row
     */
    public static List<Part> cut(
            Content.Stretch content,
            Outline outline,
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
        return new Stretches(content, outline, delimiter).cut(places, firstRow, isQuiet);
    }

    private List<Part> cut(long[] places, long firstRow, Predicate<DelimitedText> isQuiet)
            throws IOException {
        if (mayQuote() && !outline.hasQuotesWithinLines((byte) delimiter)) {
            return List.of(Part.WHOLE);
        }
        List<Part> parts = new ArrayList<>();
        long from = 0;
        long firstLine = 1;
        long end = places[places.length - 1];
        for (int i = 1; i < places.length - 1; i++) {
            if (places[i] < from) {
                continue;
            }
            Part cut = place(places[i], lineEnds(places[i]) + 1, end, isQuiet);
            if (cut.from() > Math.max(from, firstRow) && cut.from() < end) {
                parts.add(new Part(parts.size(), from, cut.from(), firstLine));
                from = cut.from();
                firstLine = cut.firstLine();
            }
        }
        parts.add(new Part(parts.size(), from, Long.MAX_VALUE, firstLine));
        return parts.size() == 1 ? List.of(Part.WHOLE) : parts;
    }

    /** Whether a quote stands where a field may start. */
    private boolean mayQuote() {
        return outline.hasQuoteAfter((byte) delimiter)
                || outline.hasQuoteAfter((byte) '\n')
                || outline.hasQuoteAfter((byte) '\r')
                || outline.hasQuoteAfter((byte) ' ')
                || outline.hasQuoteAfter((byte) 0xBF);
    }

    /** How many lines end before a place: those of whole blocks are known. */
    private long lineEnds(long place) throws IOException {
        int block = (int) (place / Outline.BLOCK_BYTES);
        long start = (long) block * Outline.BLOCK_BYTES;
        long known = outline.lineEnds(0, block);
        if (start == place) {
            return known;
        }
        try (InputStream in = content.open(Math.max(0, start - 1), place)) {
            byte before = start == 0 ? (byte) '\n' : (byte) in.read();
            byte[] rest = in.readNBytes((int) (place - start));
            return known + Outline.lineEnds(rest, 0, rest.length, before);
        }
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
