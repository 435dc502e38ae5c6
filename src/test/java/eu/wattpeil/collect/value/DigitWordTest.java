package eu.wattpeil.collect.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigitWordTest {

    @Test
    void readsOneToEightDigits() {
        String digits = "90817263";
        for (int from = 0; from < digits.length(); from++) {
            for (int to = from + 1; to <= digits.length(); to++) {
                String text = digits.substring(from, to);
                assertThat(read(text)).as(text).isEqualTo(Long.parseLong(text));
            }
        }
        assertThat(read("99999999")).isEqualTo(99_999_999);
        assertThat(read("00000000")).isZero();
    }

    @Test
    void takesNothingElseForDigits() {
        for (int place = 0; place < 8; place++) {
            for (int other = 0; other < 256; other++) {
                byte[] bytes = "12345678".getBytes(StandardCharsets.US_ASCII);
                bytes[place] = (byte) other;
                boolean isDigit = other >= '0' && other <= '9';
                assertThat(DigitWord.read(bytes, 0, 8) >= 0)
                        .as("%d at %d", other, place)
                        .isEqualTo(isDigit);
            }
        }
        assertThat(read("")).isEqualTo(DigitWord.NONE);
        assertThat(read("123456789")).isEqualTo(DigitWord.NONE);
    }

    @Test
    void leavesWhatIsTooNearToTheStartOfTheBuffer() {
        byte[] bytes = "1234567".getBytes(StandardCharsets.US_ASCII);

        assertThat(DigitWord.read(bytes, 0, 7)).isEqualTo(DigitWord.NONE);
    }

    private static long read(String text) {
        byte[] bytes = ("before 7" + text + "9").getBytes(StandardCharsets.US_ASCII);
        return DigitWord.read(bytes, 8, 8 + text.length());
    }
}
