package eu.wattpeil.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.WaterdamKpis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumeralsTest {

    private static final Numerals ENGLISH = new Numerals(Words.of(Waterdam.TEXTS, Locale.ENGLISH));
    private static final Numerals DUTCH = new Numerals(Words.of(Waterdam.TEXTS, Waterdam.DUTCH));

    @ParameterizedTest
    @CsvSource({
        "kWh,     1, 4210.4,     4_210|kWh",
        "kWh,     1, 99.94,      99.9|kWh",
        "kWh,     1, 100.4,      100|kWh",
        "kWh/kWh, 2, 1.525,      1.53",
        "share,   3, 0.0145,     1.5|%",
        "share,   3, 0.9789,     97.9|%",
        "sheets,  0, 1234567.5,  1_234_568|sheets",
        "months,  1, -3.25,      −3.3|months",
        "label-class, 0, 1,      A",
        "label-class, 0, 7,      G",
    })
    void writesAsManyDigitsAsTheMeasurementDefends(
            String unit, int decimals, double value, String text) {
        assertThat(ENGLISH.value(kpi(unit, decimals), value))
                .isEqualTo(text.replace('_', '\u202f').replace('|', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource({
        "0.575, +58|%",
        "0.0125, +1.3|%",
        "-0.0995, −10|%",
        "0.0004, 0.0|%",
        "-0.0004, 0.0|%",
    })
    void writesAChangeAsItIsInDecimalsAndNothingWithoutASign(double share, String text) {
        assertThat(ENGLISH.percent(share)).isEqualTo(text.replace('|', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.0|kWh", "-0.04, 0.0|kWh", "0.05, +0.1|kWh", "-1200, −1_200|kWh"})
    void writesAChangeOfNothingWithoutASign(BigDecimal change, String text) {
        assertThat(ENGLISH.change(change, "kWh"))
                .isEqualTo(text.replace('_', '\u202f').replace('|', '\u00a0'));
    }

    @Test
    void writesADecimalCommaInDutch() {
        assertThat(DUTCH.value(kpi("kWh/kWh", 2), 1.5)).isEqualTo("1,50");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100|%",
        "0.99999, 99.9|%",
        "0.9994, 99.9|%",
        "0.999, 99.9|%",
        "0.979, 97|%",
        "0.29, 29|%",
        "0, 0|%",
    })
    void roundsCoverageDown(double share, String text) {
        assertThat(ENGLISH.coverage(share)).isEqualTo(text.replace('|', '\u00a0'));
    }

    @Test
    void doesNotRoundAShareUpToTheWhole() {
        assertThat(ENGLISH.value(kpi("share", 3), 0.99978)).isEqualTo("99.9\u00a0%");
        assertThat(ENGLISH.value(kpi("share", 3), 1)).isEqualTo("100.0\u00a0%");
        assertThat(ENGLISH.value(kpi("share", 3), 0.8996)).isEqualTo("90.0\u00a0%");
    }

    @Test
    void tellsTwoAmountsThatDifferApart() {
        BigDecimal known = new BigDecimal("2234.5");
        BigDecimal expected = new BigDecimal("2235");

        assertThat(ENGLISH.amount(known, "h", expected)).isEqualTo("2\u202f234.5\u00a0h");
        assertThat(ENGLISH.amount(expected, "h", expected)).isEqualTo("2\u202f235\u00a0h");
    }

    @Test
    void givesTheDifferenceOfTheNumbersThatArePrinted() {
        assertThat(ENGLISH.difference(kpi("share", 3), 0.7224, 0.4088, Kpi.Per.NONE))
                .isEqualTo("+31.3\u00a0pp");
        assertThat(ENGLISH.difference(kpi("kWh", 0), 3623.6, 3757.4, Kpi.Per.NONE))
                .isEqualTo("−133\u00a0kWh");
    }

    @Test
    void writesARateWithADigitMoreThanAMonth() {
        assertThat(ENGLISH.rate(kpi("kWh", 0), 187.645, Kpi.Per.DAY))
                .isEqualTo("187.6\u00a0kWh a day");
        assertThat(DUTCH.rate(kpi("kWh", 0), 187.645, Kpi.Per.WORKING_DAY))
                .isEqualTo("187,6\u00a0kWh per werkdag");
        assertThat(ENGLISH.difference(kpi("kWh", 0), 187.2, 187.6, Kpi.Per.DAY))
                .isEqualTo("−0.4\u00a0kWh a day");
    }

    @Test
    void givesADifferenceItsSign() {
        Kpi energy = kpi("kWh", 0);

        assertThat(ENGLISH.difference(energy, 24, 12, Kpi.Per.NONE)).isEqualTo("+12\u00a0kWh");
        assertThat(ENGLISH.difference(energy, 12, 24, Kpi.Per.NONE)).isEqualTo("−12\u00a0kWh");
        assertThat(ENGLISH.difference(energy, 12, 12.2, Kpi.Per.NONE)).isEqualTo("0\u00a0kWh");
        assertThat(ENGLISH.difference(kpi("share", 3), 0.488, 0.5, Kpi.Per.NONE))
                .isEqualTo("−1.2\u00a0pp");
    }

    @Test
    void givesAPathOfSmallCountsADigitMore() {
        assertThat(ENGLISH.path(kpi("servers", 0), 15.667)).isEqualTo("15.7\u00a0servers");
        assertThat(ENGLISH.path(kpi("kWh", 0), 4210.4)).isEqualTo("4\u202f210\u00a0kWh");
    }

    @Test
    void findsABaseTooSmallForPercent() {
        assertThat(Numerals.isAboveNoise(kpi("servers", 0), 9, Kpi.Per.NONE)).isFalse();
        assertThat(Numerals.isAboveNoise(kpi("servers", 0), 10, Kpi.Per.NONE)).isTrue();
        assertThat(Numerals.isAboveNoise(kpi("share", 3), 0.005, Kpi.Per.NONE)).isFalse();
    }

    @Test
    void writesTheSameDigitsForMachinesOnEveryJava() {
        assertThat(Numerals.plain(0.1 + 0.2)).isEqualTo(new BigDecimal("0.3"));
        assertThat(Numerals.plain(12000).toPlainString()).isEqualTo("12000");
        assertThat(Numerals.plain(0).toPlainString()).isEqualTo("0");
    }

    private static Kpi kpi(String unit, int decimals) {
        return WaterdamKpis.kpi(
                "x", "X", "X", unit, decimals, Kpi.Better.LOWER, Kpi.OverTime.SUM, true, "", "");
    }

    @Test
    void writesTheFifteenDigitsThatADoubleHoldsForCertain() {
        long seed = 20261126;
        Random random = new Random(seed);
        List<Double> numbers =
                Stream.concat(
                                Stream.of(0.0, 1.0, -2.5, 1e-9, 5e-10, 999_999.999999999, 1e6),
                                Stream.generate(
                                                () ->
                                                        random.nextInt(2) == 0
                                                                ? random.nextGaussian()
                                                                        * Math.pow(
                                                                                10,
                                                                                random.nextInt(20)
                                                                                        - 10)
                                                                : random.nextInt(2_000_000)
                                                                        / Math.pow(
                                                                                10,
                                                                                random.nextInt(8)))
                                        .limit(20_000))
                        .toList();

        for (double number : numbers) {
            assertThat(Numerals.plain(number))
                    .as("seed %d, %s", seed, number)
                    .isEqualByComparingTo(new BigDecimal(number).round(new MathContext(15)));
            assertThat(Numerals.plain(number).scale()).isNotNegative();
        }
    }
}
