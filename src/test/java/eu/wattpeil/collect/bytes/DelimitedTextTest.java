package eu.wattpeil.collect.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelimitedTextTest {

    @Test
    void splitsRowsIntoFields() throws IOException {
        assertThat(rows("a;b\n1;2\n")).containsExactly("1: a|b", "2: 1|2");
    }

    @Test
    void readsTheLastRowWithoutALineEnd() throws IOException {
        DelimitedText text = text("a;b\n1;", 64);

        assertThat(text.next()).isTrue();
        assertThat(text.isCutOff()).isFalse();
        assertThat(text.next()).isTrue();
        assertThat(text.isCutOff()).isTrue();
        assertThat(text.fields()).isEqualTo(2);
        assertThat(text.isEmpty(1)).isTrue();
        assertThat(text.next()).isFalse();
    }

    @Test
    void takesEveryKindOfLineEnd() throws IOException {
        assertThat(rows("a\r\nb\rc\nd\r\r\ne"))
                .containsExactly("1: a", "2: b", "3: c", "4: d", "6: e");
    }

    @Test
    void passesOverBlankLinesButCountsThem() throws IOException {
        assertThat(rows("\n\n  \na;b\n\t\n1;2")).containsExactly("4: a|b", "6: 1|2");
    }

    @Test
    void keepsARowOfDelimitersOnly() throws IOException {
        assertThat(rows(";;\n")).containsExactly("1: ||");
    }

    @Test
    void readsQuotedFieldsWithDelimitersQuotesAndLineEnds() throws IOException {
        assertThat(rows("\"a;b\";\"say \"\"x\"\"\"\n\"two\r\nlines\";2\nlast;row\n"))
                .containsExactly("1: a;b|say \"x\"", "2: two\r\nlines|2", "4: last|row");
    }

    @Test
    void takesBlanksOffAroundFieldsAndQuotes() throws IOException {
        assertThat(rows("  a ;\t b\t; \"c d\"  ;e\n")).containsExactly("1: a|b|c d|e");
    }

    @Test
    void takesAQuoteInsideAnUnquotedFieldAsItIs() throws IOException {
        assertThat(rows("5\" disk;b\n")).containsExactly("1: 5\" disk|b");
    }

    @Test
    void unwrapsTextsOfExcel() throws IOException {
        assertThat(rows("=\"0012\";\"=\"\"0013\"\"\";=1\n")).containsExactly("1: 0012|0013|=1");
    }

    @Test
    void takesAQuoteThatIsNeverClosedAsOneBrokenLine() throws IOException {
        assertThat(rows("a;b\n\"x;1\ny;2\nz;3\n"))
                .containsExactly("1: a|b", "2: \"x|1 (broken)", "3: y|2", "4: z|3");
    }

    @Test
    void marksARowWithSomethingBehindAClosingQuote() throws IOException {
        assertThat(rows("\"x\"y;1\na;b\n")).containsExactly("1: x|1 (broken)", "2: a|b");
    }

    @Test
    void passesOverALineThatIsTooLong() throws IOException {
        assertThat(rows("a;b\n" + "x".repeat(3_000_000) + "\r\nc;d\n"))
                .containsExactly("1: a|b", "2:  (broken)", "3: c|d");
    }

    @Test
    void readsEachRowAsANewReaderFromThereWould() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder source = new StringBuilder();
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) {
                source.append("\"\"\";;x \n\n\r".charAt(random.nextInt(9)));
            }
            List<String> oneByOne = new ArrayList<>();
            int from = 0;
            long line = 1;
            boolean hasRow = true;
            while (hasRow) {
                String rest = source.substring(from);
                DelimitedText next = text(rest, 64, line);
                hasRow = next.next();
                if (hasRow) {
                    oneByOne.add(row(next));
                    from += (int) next.nextOffset();
                    line = next.nextLine();
                }
            }

            assertThat(rows(source.toString(), 1 + random.nextInt(7)))
                    .as("seed %d, round %d, text <%s>", seed, round, source)
                    .isEqualTo(oneByOne);
        }
    }

    @Test
    void endsARowAtAMillionBytesWhateverTheStreamGivesAtOnce() throws IOException {
        String longest = "a;" + "x".repeat(DelimitedText.MAX_ROW_BYTES - 2);
        String source = longest + "\n" + longest + "x\n\"" + longest + "\"\nc;d\n";

        for (int atOnce : new int[] {4_000, 1 << 17, 1 << 23}) {
            assertThat(rows(source, atOnce))
                    .as("%d bytes at once", atOnce)
                    .containsExactly(
                            "1: a|" + longest.substring(2),
                            "2:  (broken)",
                            "3:  (broken)",
                            "4: c|d");
        }
    }

    @Test
    void tellsWhereEachRowStarts() throws IOException {
        DelimitedText text = text("ab;c\r\n\r\n\"d\ne\";f\ng", 64);
        List<Long> offsets = new ArrayList<>();
        while (text.next()) {
            offsets.add(text.offset());
        }

        assertThat(offsets).containsExactly(0L, 8L, 16L);
    }

    @Test
    void readsLikeFastCsv() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String source = randomText(random);
            List<String> oracle = new ArrayList<>();
            try (CsvReader<CsvRecord> reader =
                    CsvReader.builder()
                            .fieldSeparator(';')
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .ofCsvRecord(source)) {
                for (CsvRecord row : reader) {
                    String joined =
                            String.join(
                                    "|",
                                    row.getFields().stream()
                                            .map(DelimitedTextTest::strip)
                                            .toList());
                    if (row.getFieldCount() > 1 || !joined.isEmpty()) {
                        oracle.add(row.getStartingLineNumber() + ": " + joined);
                    }
                }
            }

            assertThat(rows(source, 1 + random.nextInt(7)))
                    .as("seed %d, round %d, text <%s>", seed, round, source)
                    .isEqualTo(oracle);
        }
    }

    @Test
    void readsTheSameWhateverTheStreamGivesAtOnce() throws IOException {
        StringBuilder source = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 50_000; i++) {
            source.append(i).append(";\"a").append(i).append("\";").append(i * 7).append("\r\n");
            expected.add(i + ": " + i + "|a" + i + "|" + i * 7);
        }

        assertThat(rows(source.toString(), 8_191)).isEqualTo(expected);
    }

    private static String strip(String field) {
        return field.replaceAll("^[ \t]+|[ \t]+$", "");
    }

    /** Well-formed text with everything that quoting allows. */
    private static String randomText(Random random) {
        String[] plain = {"", "a", "12,5", "x y", "é", "5\"", "'", "="};
        String[] quoted = {"", "a;b", "\"\"", "l\ne", "l\r\ne", "c\rd", " b ", "é\"\"é"};
        String[] ends = {"\n", "\r\n", "\r", "\n\n"};
        StringBuilder text = new StringBuilder();
        int rows = random.nextInt(6);
        for (int row = 0; row < rows; row++) {
            int fields = 1 + random.nextInt(4);
            for (int field = 0; field < fields; field++) {
                text.append(field == 0 ? "" : ";");
                text.append(
                        random.nextInt(3) == 0
                                ? "\"" + quoted[random.nextInt(quoted.length)] + "\""
                                : plain[random.nextInt(plain.length)]);
            }
            text.append(ends[random.nextInt(ends.length)]);
        }
        return text.toString();
    }

    private static List<String> rows(String source) throws IOException {
        return rows(source, 1 << 16);
    }

    private static List<String> rows(String source, int atOnce) throws IOException {
        List<String> rows = new ArrayList<>();
        try (DelimitedText text = text(source, atOnce)) {
            while (text.next()) {
                rows.add(row(text));
            }
        }
        return rows;
    }

    private static String row(DelimitedText text) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < text.fields(); i++) {
            fields.add(text.text(i, StandardCharsets.UTF_8));
        }
        return text.line() + ": " + String.join("|", fields) + (text.isBroken() ? " (broken)" : "");
    }

    private static DelimitedText text(String source, int atOnce) {
        return text(source, atOnce, 1);
    }

    private static DelimitedText text(String source, int atOnce, long firstLine) {
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        InputStream in =
                new ByteArrayInputStream(bytes) {
                    @Override
                    public synchronized int read(byte[] target, int offset, int length) {
                        return super.read(target, offset, Math.min(length, atOnce));
                    }
                };
        return new DelimitedText(in, ';', firstLine);
    }
}
