package eu.wattpeil.collect;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
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
 * @param header the line above the rows; empty for none
 * @param rows the row of each number from 0, without its line end: each gives one record, whose
 *     time is in the first months of 2026. Every field that a definition does not name holds {@link
 *     #CANARY}; where the dataset is personal, users and titles hold it too
 * @param kept characters that part the fields of a row
 */
record ExamPaper(
        String format,
        String dataset,
        String options,
        String header,
        IntFunction<String> rows,
        Set<Character> kept) {

    /** What stands for a name and must not come out. */
    static final String CANARY = "Kanarie";

    private static final int CHUNK_ROWS = 1000;

    ExamPaper {
        kept = Set.copyOf(kept);
    }

    /** A document of so many rows. */
    String text(int count) {
        return above() + body(0, count);
    }

    /** The same, made while it is read. */
    InputStream stream(int count) {
        Iterator<InputStream> chunks =
                IntStream.rangeClosed(-1, (count - 1) / CHUNK_ROWS)
                        .mapToObj(chunk -> chunk < 0 ? above() : chunk(chunk, count))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .<InputStream>map(ByteArrayInputStream::new)
                        .iterator();
        return new SequenceInputStream(
                new Enumeration<>() {
                    @Override
                    public boolean hasMoreElements() {
                        return chunks.hasNext();
                    }

                    @Override
                    public InputStream nextElement() {
                        return chunks.next();
                    }
                });
    }

    /** Rows alone. */
    String body(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(row -> rows.apply(row) + "\n")
                .collect(Collectors.joining());
    }

    private String above() {
        return header.isEmpty() ? "" : header + "\n";
    }

    private String chunk(int chunk, int count) {
        return body(chunk * CHUNK_ROWS, Math.min((chunk + 1) * CHUNK_ROWS, count));
    }
}
