package eu.wattpeil.collect.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    private static final Charset UTF_8 = StandardCharsets.UTF_8;
    private static final NumberSigns DOT = new NumberSigns('.');
    private static final NumberSigns COMMA = new NumberSigns(',');

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "12, 12000",
        "-12.5, -12500",
        "+0.001, 1",
        ".5, 500",
        "5., 5000",
        "0.0005, 0",
        "0.0015, 2",
        "0.0025, 2",
        "0.00251, 3",
        "-0.0015, -2",
        "0.83599999999999997, 836",
        "0.8359999999999999700000000, 836",
        "1.2E-05, 0",
        "1.2e3, 1200000",
        "999999999999999.999, 999999999999999999",
        "000000000000000000000012, 12000",
        "12.5-, -12500",
    })
    void readsThousandthsRoundedHalfToEven(String text, long thousandths) {
        assertThat(read(DecimalText.of(DOT, UTF_8, 3, Ratio.ONE), text)).isEqualTo(thousandths);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "1,5", "1.2.3", "12 kWh", "1 2", "--1", "-1-", "1--", "0x10", "1e",
                "e5", "KABOOM", "NaN", "1_0", "١٢", "1E9999"
            })
    void readsNothingElse(String text) {
        assertThat(read(DecimalText.of(DOT, UTF_8, 3, Ratio.ONE), text))
                .isEqualTo(NoValue.UNREADABLE);
    }

    @Test
    void looksAtNoTextThatIsTooLongForANumber() {
        DecimalText numbers = DecimalText.of(DOT, UTF_8, 3, Ratio.ONE);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    for (String end : List.of("", ".5", "x", "E9")) {
                        assertThat(read(numbers, "1".repeat(2_000_000) + end))
                                .isEqualTo(NoValue.UNREADABLE);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000000", "999999999999999.9996", "1E20", "1E999"})
    void saysWhenANumberIsTooLarge(String text) {
        assertThat(read(DecimalText.of(DOT, UTF_8, 3, Ratio.ONE), text))
                .isEqualTo(NoValue.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "1,5 : 1500",
                "1.5 : unreadable",
                "1.234,5 : unreadable",
            })
    void neverGuessesTheDecimalSign(String text, String expected) {
        long read = read(DecimalText.of(COMMA, UTF_8, 3, Ratio.ONE), text);

        assertThat(read == NoValue.UNREADABLE ? "unreadable" : Long.toString(read))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "1.234.567,5 : 1234567500",
                "1234567,5 : 1234567500",
                "12.345 : 12345000",
                "-1.234 : -1234000",
                "1.23 : unreadable",
                "1234.567 : unreadable",
                "1..234 : unreadable",
                ".234 : unreadable",
            })
    void readsGroupsOfThreeOnly(String text, String expected) {
        long read = read(DecimalText.of(new NumberSigns(',', '.'), UTF_8, 3, Ratio.ONE), text);

        assertThat(read == NoValue.UNREADABLE ? "unreadable" : Long.toString(read))
                .isEqualTo(expected);
    }

    @Test
    void takesAnyBlankBetweenGroups() {
        DecimalText numbers = DecimalText.of(new NumberSigns(',', ' '), UTF_8, 3, Ratio.ONE);

        assertThat(read(numbers, "1 234,5")).isEqualTo(1_234_500);
        assertThat(read(numbers, "1\u00A0234,5")).isEqualTo(1_234_500);
        assertThat(read(numbers, "1\u202F234,5")).isEqualTo(1_234_500);
    }

    @Test
    void multipliesExactly() {
        assertThat(read(DecimalText.of(DOT, UTF_8, 3, Ratio.of(1000, 1)), "0.1234565"))
                .isEqualTo(123_456);
        assertThat(read(DecimalText.of(DOT, UTF_8, 3, Ratio.of(new BigDecimal("-0.001"))), "1500"))
                .isEqualTo(-1_500);
        assertThat(read(DecimalText.of(DOT, UTF_8, 3, Ratio.of(2_500_000, 9)), "9.9"))
                .isEqualTo(2_750_000_000L);
    }

    @Test
    void readsWholeNumbersOnly() {
        DecimalText whole = DecimalText.whole(COMMA, UTF_8);

        assertThat(read(whole, "12")).isEqualTo(12);
        assertThat(read(whole, "12,00")).isEqualTo(12);
        assertThat(read(whole, "12,5")).isEqualTo(NoValue.UNREADABLE);
        assertThat(read(whole, "12,0000000000000000000001")).isEqualTo(NoValue.UNREADABLE);
    }

    @Test
    void agreesWithBigDecimal() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            BigDecimal number =
                    new BigDecimal(
                            new BigInteger(1 + random.nextInt(70), random), random.nextInt(20));
            number = random.nextBoolean() ? number : number.negate();
            long numerator = 1 + random.nextInt(5_000);
            long denominator = 1 + random.nextInt(40);
            BigDecimal exact =
                    number.multiply(BigDecimal.valueOf(numerator * 1_000))
                            .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_EVEN);
            long expected =
                    exact.abs().compareTo(BigDecimal.TEN.pow(18)) < 0
                            ? exact.longValueExact()
                            : NoValue.TOO_LARGE;
            DecimalText numbers = DecimalText.of(DOT, UTF_8, 3, Ratio.of(numerator, denominator));

            assertThat(read(numbers, number.toPlainString()))
                    .as(
                            "seed %d: %s × %d / %d",
                            seed, number.toPlainString(), numerator, denominator)
                    .isEqualTo(expected);
        }
    }

    private static long read(DecimalText numbers, String text) {
        byte[] bytes = ("<" + text + ">").getBytes(UTF_8);
        long number = numbers.read(bytes, 1, bytes.length - 1);
        byte[] further = ("<1,5;.5678901" + text + "0").getBytes(UTF_8);
        for (int times = 0; times < 2; times++) {
            assertThat(numbers.read(further, 13, further.length - 1))
                    .as("after another number with as many decimals")
                    .isEqualTo(number);
        }
        return number;
    }
}
