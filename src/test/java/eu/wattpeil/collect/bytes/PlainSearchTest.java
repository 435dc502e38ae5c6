package eu.wattpeil.collect.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows that are found several at once are those that are gone through one by one. */
class PlainSearchTest {

    private static final int WIDTH = 3;
    private static final String SIGNS = "\"\r\n; \t\0=x1";

    private static final List<String> ROWS =
            List.of(
                    "2022-02-01;ab;10.5\n",
                    "2022-02-01;ab;10.5\r\n",
                    "1;2;\n",
                    "2022-02-01T00:00:00Z;meter-100000;1000.000\n",
                    "a;b;c\r",
                    "a; b ;=\"3\"\n",
                    "first column of many signs;" + "x".repeat(300) + ";1\n");

    private int together;
    private int all;

    @Test
    void findsRowsLikeTheOneBeforeAndThoseThatAreHardlyLikeIt() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            byte[] text = text(random);
            String claim =
                    "seed %d, round %d, text <%s>"
                            .formatted(seed, round, new String(text, StandardCharsets.ISO_8859_1));
            assertThat(severalAtOnce(text, random)).as(claim).isEqualTo(oneByOne(text));
        }
        assertThat(together).isGreaterThan(all / 2);
    }

    @Test
    void takesNoOtherSignForADelimiterThatStoodThere() throws IOException {
        for (int sign = 0; sign < 16; sign++) {
            for (int place = 0; place < 8; place++) {
                byte[] text = "abc;de;f\nabc;de;f\nabc;de;f\n".getBytes(StandardCharsets.US_ASCII);
                text[9 + place] = (byte) sign;
                assertThat(severalAtOnce(text, new Random(place)))
                        .as("%d at %d", sign, place)
                        .isEqualTo(oneByOne(text));
            }
        }
    }

    /** Rows of one kind, or of two; here and there another sign stands in them. */
    private static byte[] text(Random random) {
        String one = ROWS.get(random.nextInt(ROWS.size()));
        String other = random.nextBoolean() ? one : ROWS.get(random.nextInt(ROWS.size()));
        int oddity = random.nextInt(3) == 0 ? 1 + random.nextInt(40) : 1_000_000;
        StringBuilder text = new StringBuilder();
        for (int row = random.nextInt(60); row >= 0; row--) {
            StringBuilder each = new StringBuilder(random.nextInt(3) == 0 ? other : one);
            if (random.nextInt(oddity) == 0) {
                char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
                each.setCharAt(random.nextInt(each.length()), sign);
            }
            text.append(each);
        }
        text.setLength(text.length() - (random.nextBoolean() ? 1 : 0));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private List<String> severalAtOnce(byte[] bytes, Random random) throws IOException {
        List<String> rows = new ArrayList<>();
        try (DelimitedText text = text(bytes)) {
            while (true) {
                PlainRows plain = text.plainRows(WIDTH, random.nextInt(40));
                for (int row = 0; row < plain.count(); row++) {
                    rows.add(row(plain, row));
                }
                text.pass();
                together += plain.count();
                if (plain.count() == 0) {
                    if (!text.next()) {
                        break;
                    }
                    rows.add(row(text));
                }
            }
        }
        all += rows.size();
        return rows;
    }

    private static List<String> oneByOne(byte[] bytes) throws IOException {
        List<String> rows = new ArrayList<>();
        try (DelimitedText text = text(bytes)) {
            while (text.next()) {
                rows.add(row(text));
            }
        }
        return rows;
    }

    private static DelimitedText text(byte[] bytes) {
        return new DelimitedText(new ByteArrayInputStream(bytes), ';', 1);
    }

    private static String row(PlainRows plain, int row) {
        StringBuilder text = new StringBuilder().append(plain.firstLine() + row);
        for (int field = 0; field < WIDTH; field++) {
            int from = plain.from(row, field);
            text.append('|').append(field(plain.bytes(), from, plain.to(row, field)));
        }
        return text.toString();
    }

    private static String row(DelimitedText row) {
        StringBuilder text = new StringBuilder().append(row.line());
        for (int field = 0; field < row.fields(); field++) {
            text.append('|').append(field(row.bytes(), row.from(field), row.to(field)));
        }
        return text.append(row.isBroken() ? "|broken" : "").toString();
    }

    private static String field(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
