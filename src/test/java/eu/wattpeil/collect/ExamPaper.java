package eu.wattpeil.collect;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Documents of any length on which a format is examined.
 *
 * @param format its name
 * @param dataset that it fills
 * @param options in YAML
 * @param header the lines above the rows; empty for none
 * @param rows the row of each number from 0, without its line end: each gives one record, whose
 *     time is in the first months of 2026. Every field that a definition does not name holds {@link
 *     #CANARY}; where the dataset is personal, users and titles hold it too
 * @param separator between two rows, before the line end
 * @param footer the lines below the rows; empty for none
 * @param lines what the line of a record is
 * @param kept characters that part the fields of a row
 */
record ExamPaper(
        String format,
        String dataset,
        String options,
        String header,
        IntFunction<String> rows,
        String separator,
        String footer,
        Lines lines,
        Set<Character> kept) {

    /** What stands for a name and must not come out. */
    static final String CANARY = "Kanarie";

    private static final int CHUNK_ROWS = 1000;

    /** What the line of a record is. */
    enum Lines {
        /** That of the text. */
        OF_THE_TEXT,
        /** The number of the row. */
        NUMBERS_OF_ROWS
    }

    ExamPaper {
        kept = Set.copyOf(kept);
    }

    /** A text whose rows are lines. */
    ExamPaper(
            String format,
            String dataset,
            String options,
            String header,
            IntFunction<String> rows,
            Set<Character> kept) {
        this(format, dataset, options, header, rows, "", "", Lines.OF_THE_TEXT, kept);
    }

    /** A document of so many rows. */
    String text(int count) {
        return text(IntStream.range(0, count).mapToObj(rows).toList());
    }

    /** A document of these rows. */
    String text(List<String> rows) {
        return above() + String.join(between(), rows) + (rows.isEmpty() ? "" : "\n") + below();
    }

    /** The same as {@link #text(int)}, made while it is read. */
    InputStream stream(int count) {
        int chunks = (count + CHUNK_ROWS - 1) / CHUNK_ROWS;
        Iterator<InputStream> parts =
                IntStream.rangeClosed(-1, chunks)
                        .mapToObj(chunk -> part(chunk, chunks, count))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .<InputStream>map(ByteArrayInputStream::new)
                        .iterator();
        return new SequenceInputStream(
                new Enumeration<>() {
                    @Override
                    public boolean hasMoreElements() {
                        return parts.hasNext();
                    }

                    @Override
                    public InputStream nextElement() {
                        return parts.next();
                    }
                });
    }

    /** The number of the row that a line of the text holds, or of the line where that counts. */
    int line(int lineOfText) {
        return lines == Lines.OF_THE_TEXT
                ? lineOfText
                : lineOfText - (int) above().chars().filter(c -> c == '\n').count();
    }

    private String above() {
        return header.isEmpty() ? "" : header + "\n";
    }

    private String between() {
        return separator + "\n";
    }

    private String below() {
        return footer.isEmpty() ? "" : footer + "\n";
    }

    private String part(int chunk, int chunks, int count) {
        if (chunk < 0) {
            return above();
        }
        if (chunk == chunks) {
            return (count == 0 ? "" : "\n") + below();
        }
        int from = chunk * CHUNK_ROWS;
        String body =
                IntStream.range(from, Math.min(from + CHUNK_ROWS, count))
                        .mapToObj(rows)
                        .collect(Collectors.joining(between()));
        return chunk == 0 ? body : between() + body;
    }
}
