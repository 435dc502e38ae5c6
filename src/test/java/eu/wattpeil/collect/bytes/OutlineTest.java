package eu.wattpeil.collect.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static final byte[] LETTERS = "\r\n\",; a\u00BF".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void notesLineEndsAndQuotesHoweverTheBytesCome() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            byte[] text = text(random);
            Outline outline = taken(text, random);

            assertThat(outline.lineEnds(0, outline.blocks()))
                    .as("seed %d", seed)
                    .isEqualTo(lineEnds(text));
            for (byte before : LETTERS) {
                assertThat(outline.hasQuoteAfter(before))
                        .as("seed %d, after %d", seed, before)
                        .isEqualTo(hasQuoteAfter(text, before));
            }
            for (int block = 0; block < outline.blocks(); block++) {
                int from = block * Outline.BLOCK_BYTES;
                assertThat(outline.isBlock(block, text, from, outline.length(block))).isTrue();
                text[from + random.nextInt(outline.length(block))] ^= 4;
                assertThat(outline.isBlock(block, text, from, outline.length(block))).isFalse();
            }
        }
    }

    @Test
    void countsTheLinesOfATextOfNothingElse() {
        byte[] text = "\n".repeat(3 * Outline.BLOCK_BYTES + 11).getBytes(StandardCharsets.US_ASCII);
        Outline outline = taken(text, new Random(1));

        assertThat(outline.lineEnds(0, outline.blocks())).isEqualTo(text.length);
    }

    @Test
    void findsALineEndOfTwoSignsThatIsCutByTheEndOfWhatCameAtOnce() {
        for (int length = 1; length < 5_000; length += 7) {
            byte[] text = ("x".repeat(length) + "\r\nx").getBytes(StandardCharsets.US_ASCII);
            Outline.Taken taken = new Outline.Taken();
            taken.add(text, length + 1);
            taken.add("\nx".getBytes(StandardCharsets.US_ASCII), 2);

            assertThat(taken.outline().lineEnds(0, 1)).isEqualTo(1);
        }
    }

    @Test
    void knowsWhereEachLineHasItsOwnQuotesSoThatLinesCanBeReadOneByOne() throws IOException {
        String[] pieces = {
            ";", ";", "\"", ";\"", "\";", "\"\"", "a", "bcd", " ", "\r", "\n", "\r\n", "\"\n\"", "="
        };
        int linewise = 0;
        int quotedLinewise = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "\"" : "");
            int length = random.nextInt(30);
            for (int i = 0; i < length; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
            if (taken(bytes, random).hasQuotesWithinLines((byte) ';')) {
                linewise++;
                quotedLinewise += text.indexOf(";\"") >= 0 ? 1 : 0;
                List<String> ofLines = new ArrayList<>();
                for (String line : text.toString().split("(?<=\n)|(?<=\r)(?!\n)")) {
                    ofLines.addAll(rows(line));
                }
                assertThat(rows(text.toString())).as("seed %d", seed).isEqualTo(ofLines);
            }
        }
        assertThat(linewise).isGreaterThan(1_000);
        assertThat(quotedLinewise).isGreaterThan(200);
    }

    @Test
    void findsALineEndWithinQuotesWhereverItStands() {
        for (int place = 0; place < 40; place++) {
            for (String end : List.of("\n", "\r", "\r\n")) {
                byte[] text =
                        ("a;".repeat(place) + "\"x" + end + "y\";b\n")
                                .getBytes(StandardCharsets.US_ASCII);
                assertThat(taken(text, new Random(place)).hasQuotesWithinLines((byte) ';'))
                        .as("place %d", place)
                        .isFalse();
            }
        }
    }

    @Test
    void takesAByteOrderMarkForTheStartOfALine() {
        byte[] text = "\uFEFF\"a\";\"b\"\n".getBytes(StandardCharsets.UTF_8);
        Outline.Taken taken = new Outline.Taken();
        taken.add(text, text.length);

        assertThat(taken.outline().hasQuotesWithinLines((byte) ';')).isTrue();
        assertThat(taken.outline().hasQuotesWithinLines((byte) ',')).isFalse();
    }

    private static List<String> rows(String text) throws IOException {
        List<String> rows = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        try (DelimitedText read = new DelimitedText(new ByteArrayInputStream(bytes), ';', 1)) {
            while (read.next()) {
                StringBuilder row = new StringBuilder(read.isBroken() ? "broken" : "");
                for (int field = 0; field < read.fields(); field++) {
                    row.append('|').append(read.text(field, StandardCharsets.US_ASCII));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    /** Mostly letters, so that some have few quotes and some none. */
    private static byte[] text(Random random) {
        byte[] text = new byte[random.nextInt(3 * Outline.BLOCK_BYTES)];
        int rare = 2 + random.nextInt(40_000);
        for (int i = 0; i < text.length; i++) {
            text[i] =
                    random.nextInt(rare) == 0
                            ? LETTERS[random.nextInt(LETTERS.length)]
                            : (byte) 'x';
        }
        return text;
    }

    private static Outline taken(byte[] text, Random random) {
        Outline.Taken taken = new Outline.Taken();
        int from = 0;
        while (from < text.length) {
            int length = Math.min(text.length - from, 1 + random.nextInt(100_000));
            byte[] buffer = new byte[length + random.nextInt(20)];
            System.arraycopy(text, from, buffer, 0, length);
            taken.add(buffer, length);
            from += length;
        }
        return taken.outline();
    }

    private static long lineEnds(byte[] text) {
        long ends = 0;
        for (int i = 0; i < text.length; i++) {
            boolean isAfterReturn = i > 0 && text[i - 1] == '\r';
            ends += text[i] == '\r' || text[i] == '\n' && !isAfterReturn ? 1 : 0;
        }
        return ends;
    }

    private static boolean hasQuoteAfter(byte[] text, byte before) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '"' && (i == 0 ? '\n' : text[i - 1]) == before) {
                return true;
            }
        }
        return false;
    }
}
