package eu.wattpeil.collect.delimited;

import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.table.ColumnRef;
import eu.wattpeil.collect.table.Header;
import eu.wattpeil.collect.table.HeaderFit;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.UnusableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds in the first bytes of a text how it is delimited and where its header is.
 *
 * <p>Blank lines and Excel's {@code sep=;} before the header are passed over. Where the definition
 * does not say how many lines come before it, the header is the first of the first 50 rows that has
 * all columns; where it does not say the delimiter, that one of {@code ; tab , |} which gives all
 * columns, or else the most.
 */
final class HeaderSearch {

    private static final int MAX_ROWS = 50;
    private static final List<Character> DELIMITERS = List.of(';', '\t', ',', '|');
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

    private final TextSettings texts;
    private final TableSettings settings;
    private final Charset charset;
    private final byte[] head;
    private int at;
    private long line = 1;
    private Optional<Character> separator = Optional.empty();

    private HeaderSearch(TextSettings texts, TableSettings settings, byte[] head, Charset charset) {
        this.texts = texts;
        this.settings = settings;
        this.charset = charset;
        this.head = head;
    }

    /**
     * A table in a text.
     *
     * @param offset where its rows start, in bytes of the text
     * @param line the line in which its rows start
     */
    record Found(char delimiter, Header header, long offset, long line) {}

    /** A row that may be the header. */
    private record Candidate(long line, Found table, HeaderFit fit, boolean isCutOff) {

        int flaws() {
            return fit.flaws();
        }
    }

    static Found find(TextSettings texts, TableSettings settings, byte[] head, Charset charset)
            throws UnusableDocumentException {
        try {
            return new HeaderSearch(texts, settings, head, charset).find();
        } catch (IOException fromMemory) {
            throw new IllegalStateException(fromMemory);
        }
    }

    private Found find() throws UnusableDocumentException, IOException {
        for (int i = 0; i < texts.skipLines().orElse(0); i++) {
            nextLine();
        }
        passOver();
        List<Candidate> candidates = new ArrayList<>();
        for (char delimiter : delimiters()) {
            candidates.addAll(candidates(delimiter));
        }
        boolean isHeadFull = head.length == DelimitedTables.HEAD_BYTES;
        if (candidates.isEmpty()) {
            throw isHeadFull ? notInTheHead("nothing in them") : empty();
        }
        Candidate best = candidates.stream().min(order()).orElseThrow();
        if (best.isCutOff() && isHeadFull) {
            throw notInTheHead("a line that goes on");
        }
        if (best.flaws() > 0) {
            throw new UnusableDocumentException(
                    texts.hasHeader() ? withoutColumns(best) : tooNarrow(best));
        }
        return best.table();
    }

    private UnusableDocumentException empty() {
        return new UnusableDocumentException(
                Reason.EMPTY_DOCUMENT,
                texts.hasHeader() ? "a header and rows" : "rows",
                separator.map(sign -> "only the line sep=" + sign).orElse("nothing"));
    }

    private UnusableDocumentException notInTheHead(String found) {
        return new UnusableDocumentException(
                Reason.NOT_THIS_FORMAT,
                (texts.hasHeader() ? "a header" : "a first row")
                        + " within the first "
                        + head.length
                        + " bytes",
                found);
    }

    private List<Character> delimiters() {
        return texts.delimiter().or(() -> separator).map(List::of).orElse(DELIMITERS);
    }

    private static Comparator<Candidate> order() {
        return Comparator.comparingInt(Candidate::flaws)
                .thenComparingLong(Candidate::line)
                .thenComparing(
                        Comparator.comparingInt((Candidate c) -> c.table().header().width())
                                .reversed());
    }

    /** Passes over blank lines and the line for Excel. */
    private void passOver() {
        while (at < head.length) {
            int end = lineEnd();
            String text = new String(head, at, end - at, charset).strip();
            Matcher matcher = SEPARATOR_LINE.matcher(text);
            boolean isForExcel = separator.isEmpty() && matcher.matches();
            if (isForExcel) {
                separator = Optional.of(matcher.group(1).charAt(0));
            } else if (!text.isEmpty()) {
                return;
            }
            nextLine();
        }
    }

    private int lineEnd() {
        int end = at;
        while (end < head.length && head[end] != '\n' && head[end] != '\r') {
            end++;
        }
        return end;
    }

    private void nextLine() {
        int end = lineEnd();
        boolean isPair = end + 1 < head.length && head[end] == '\r' && head[end + 1] == '\n';
        at = Math.min(head.length, end + (isPair ? 2 : 1));
        line++;
    }

    private List<Candidate> candidates(char delimiter) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        int rows = texts.hasHeader() && texts.skipLines().isEmpty() ? MAX_ROWS : 1;
        try (DelimitedText text =
                new DelimitedText(
                        new ByteArrayInputStream(head, at, head.length - at), delimiter, line)) {
            while (candidates.size() < rows && text.next()) {
                candidates.add(candidate(delimiter, text));
            }
        }
        return candidates;
    }

    private Candidate candidate(char delimiter, DelimitedText text) {
        int width = text.fields();
        Header header = new Header(texts.hasHeader() ? names(text) : List.of(), width);
        boolean isHeader = texts.hasHeader();
        Found table =
                new Found(
                        delimiter,
                        header,
                        at + (isHeader ? text.nextOffset() : text.offset()),
                        isHeader ? text.nextLine() : text.line());
        HeaderFit fit = HeaderFit.of(settings, header);
        return new Candidate(text.line(), table, fit, text.isCutOff());
    }

    private List<String> names(DelimitedText text) {
        return IntStream.range(0, text.fields())
                .mapToObj(field -> text.text(field, charset))
                .toList();
    }

    private Reject withoutColumns(Candidate best) throws IOException {
        String found = "line " + best.line() + ": " + shown(best);
        String expected =
                best.fit().ambiguous().isEmpty()
                        ? expectedColumns(best)
                        : best.fit().expectedOnce();
        return Reject.document(Reason.NOT_THIS_FORMAT, expected, found);
    }

    /** A line in which none of the columns is named may be a row, which is not quoted. */
    private String shown(Candidate best) throws IOException {
        List<String> names = best.table().header().names();
        if (best.fit().isHeader(settings)) {
            return String.join(String.valueOf(best.table().delimiter()), names);
        }
        return names.size() == 1 ? "1 column" + widest(best) : names.size() + " columns";
    }

    /** With which other delimiter a line of one column has several, in words. */
    private String widest(Candidate one) throws IOException {
        int most = 1;
        String told = "";
        for (char delimiter : DELIMITERS) {
            for (Candidate other : candidates(delimiter)) {
                int width = other.table().header().width();
                if (other.line() == one.line() && width > most) {
                    most = width;
                    told =
                            String.format(
                                    " with delimiter \"%s\", %d with \"%s\"",
                                    named(one.table().delimiter()), width, named(delimiter));
                }
            }
        }
        return told;
    }

    private String expectedColumns(Candidate best) throws IOException {
        String expected = best.fit().expectedColumns();
        Optional<Character> other = delimiterWithAllColumns();
        if (other.isPresent()) {
            return expected
                    + " with delimiter \""
                    + named(best.table().delimiter())
                    + "\"; they are there with delimiter \""
                    + named(other.get())
                    + "\"";
        }
        return expected + best.fit().hint(settings);
    }

    /** A delimiter that the definition or the line for Excel does not name but that would do. */
    private Optional<Character> delimiterWithAllColumns() throws IOException {
        for (char delimiter : DELIMITERS) {
            if (!delimiters().contains(delimiter)
                    && candidates(delimiter).stream().anyMatch(found -> found.flaws() == 0)) {
                return Optional.of(delimiter);
            }
        }
        return Optional.empty();
    }

    /** As the option calls it. */
    private static String named(char delimiter) {
        return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
    }

    private static Reject tooNarrow(Candidate best) {
        int most = best.fit().missing().stream().mapToInt(ColumnRef::number).max().orElseThrow();
        return Reject.document(
                Reason.NOT_THIS_FORMAT,
                "rows of at least " + most + " columns",
                best.table().header().width()
                        + " in line "
                        + best.line()
                        + " (delimiter \""
                        + named(best.table().delimiter())
                        + "\")");
    }
}
