package eu.wattpeil.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class RegressionTest {

    private static final Path UNITED_STATES =
            Path.of("src/test/resources/statistics/united-states.csv");

    private static final Percentage NINE_DIGITS = Percentage.withPercentage(1e-7);

    /** Calibration of ozone monitors: NIST Statistical Reference Datasets, Norris. */
    private static final double[] NORRIS_X = {
        0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4, 0.6, 775.5,
        666.9, 338.0, 447.5, 11.6, 556.0, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2,
        999.0, 779.0, 11.1, 118.3, 229.2, 669.1, 448.9, 0.5
    };

    private static final double[] NORRIS_Y = {
        0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1,
        668.8, 339.3, 448.9, 10.8, 557.7, 228.3, 998.0, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888.0,
        998.5, 778.9, 10.2, 117.6, 228.9, 668.4, 449.2, 0.2
    };

    /** Employment in the United States: NIST Statistical Reference Datasets, Longley. */
    private static final double[][] LONGLEY = {
        {60323, 83.0, 234289, 2356, 1590, 107608, 1947},
        {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
        {60171, 88.2, 258054, 3682, 1616, 109773, 1949},
        {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
        {63221, 96.2, 328975, 2099, 3099, 112075, 1951},
        {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
        {64989, 99.0, 365385, 1870, 3547, 115094, 1953},
        {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
        {66019, 101.2, 397469, 2904, 3048, 117388, 1955},
        {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
        {68169, 108.4, 442769, 2936, 2798, 120445, 1957},
        {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
        {68655, 112.6, 482704, 3813, 2552, 123366, 1959},
        {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
        {69331, 115.7, 518173, 4806, 2572, 127852, 1961},
        {70551, 116.9, 554894, 4007, 2827, 130081, 1962}
    };

    private static final double[] SMALL_Y = {1, 3, 5, 7, 4, 5, 6, 4, 7, 8, 9};
    private static final double[] SMALL_X = {3, 5, 6, 2, 4, 6, 7, 8, 7, 8, 9};

    @Test
    void givesWhatNistCertifiesOfNorris() {
        Regression norris = Regression.of(NORRIS_Y, columns(NORRIS_X));

        assertThat(norris.coefficient(0)).isCloseTo(-0.262323073774029, NINE_DIGITS);
        assertThat(norris.coefficient(1)).isCloseTo(1.00211681802045, NINE_DIGITS);
        assertThat(norris.standardError(0)).isCloseTo(0.232818234301152, NINE_DIGITS);
        assertThat(norris.standardError(1)).isCloseTo(0.429796848199937e-3, NINE_DIGITS);
        assertThat(norris.residualDeviation()).isCloseTo(0.884796396144373, NINE_DIGITS);
    }

    @Test
    void givesWhatNistCertifiesOfLongleyWhoseDriversAreHardlyIndependent() {
        double[] values = Arrays.stream(LONGLEY).mapToDouble(row -> row[0]).toArray();
        double[][] drivers =
                Arrays.stream(LONGLEY)
                        .map(row -> Arrays.copyOfRange(row, 1, row.length))
                        .toArray(double[][]::new);

        Regression longley = Regression.of(values, drivers);

        assertThat(longley.coefficient(0)).isCloseTo(-3482258.63459582, NINE_DIGITS);
        assertThat(longley.coefficient(1)).isCloseTo(15.0618722713733, NINE_DIGITS);
        assertThat(longley.coefficient(6)).isCloseTo(1829.15146461355, NINE_DIGITS);
        assertThat(longley.standardError(6)).isCloseTo(455.478499142212, NINE_DIGITS);
    }

    /**
     * Growth of investment by that of the gross domestic product and the real interest of the
     * quarter before, with the errors that Stata's {@code newey} gives at a lag of 4, as recorded
     * in statsmodels ({@code results_macro_ols_robust.py}). Figures of the Federal Reserve Bank of
     * St. Louis from 1959 to 2009, in the public domain.
     */
    @Test
    void givesTheErrorsOfStataForInvestmentInTheUnitedStates() throws IOException {
        List<String[]> quarters;
        try (Stream<String> lines = Files.lines(UNITED_STATES)) {
            quarters = lines.skip(1).map(line -> line.split(",")).toList();
        }
        double[] values = new double[quarters.size() - 1];
        double[][] drivers = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            values[i] = growth(quarters, i, 2);
            drivers[i] =
                    new double[] {growth(quarters, i, 1), Double.parseDouble(quarters.get(i)[3])};
        }

        Regression investment = Regression.of(values, drivers);

        assertThat(values).hasSize(202);
        assertThat(investment.usualLags()).isEqualTo(4);
        double[] coefficients = {-9.4816727746549, 4.3742216647032, -0.61399696947899};
        double[] smallSample = {1.1859338087713, 0.33125644884286, 0.29582347593197};
        double[] largeSample = {1.1770944273439, 0.32878742225811, 0.29361854972141};
        double[] unequal = {1.3690593206013, 0.32355452428856, 0.32772840315987};
        for (int i = 0; i < coefficients.length; i++) {
            double large = investment.robustError(i, 4) * Math.sqrt(199 / 202.0);
            assertThat(investment.coefficient(i)).isCloseTo(coefficients[i], NINE_DIGITS);
            assertThat(investment.robustError(i, 4)).isCloseTo(smallSample[i], NINE_DIGITS);
            assertThat(large).isCloseTo(largeSample[i], NINE_DIGITS);
            assertThat(investment.robustError(i, 0)).isCloseTo(unequal[i], NINE_DIGITS);
        }
    }

    private static double growth(List<String[]> quarters, int index, int column) {
        double before = Double.parseDouble(quarters.get(index)[column]);
        double after = Double.parseDouble(quarters.get(index + 1)[column]);
        return 400 * Math.log(after / before);
    }

    /**
     * Recomputed by the formula in exact fractions. R's sandwich has 2.5230532 and 0.4071834 of
     * these, since it takes off a first autoregression before, which is not done here.
     */
    @Test
    void allowsForValuesThatAreLikeThoseBeforeThem() {
        Regression small = Regression.of(SMALL_Y, columns(SMALL_X));

        assertThat(small.coefficient(0)).isCloseTo(2.057620817843866, within(1e-9));
        assertThat(small.coefficient(1)).isCloseTo(0.5594795539033457, within(1e-9));
        assertThat(small.robustError(0, 2)).isCloseTo(2.8336802503516605, within(1e-9));
        assertThat(small.robustError(1, 2)).isCloseTo(0.43380811908732114, within(1e-9));
        assertThat(small.robustError(1, 0)).isCloseTo(0.430881639304964, within(1e-9));
        assertThat(small.autocorrelation()).isCloseTo(0.12431095388936272, within(1e-9));
    }

    @Test
    void allowsForMoreDaysOfALongSeries() {
        double[] values = new double[202];
        double[] drivers = new double[202];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7;
            drivers[i] = i;
        }

        assertThat(Regression.of(values, columns(drivers)).usualLags()).isEqualTo(4);
        assertThat(Regression.of(SMALL_Y, columns(SMALL_X)).usualLags()).isEqualTo(2);
    }

    @Test
    void tellsHowMuchTheDriversExplain() {
        Regression norris = Regression.of(NORRIS_Y, columns(NORRIS_X));

        assertThat(norris.explainedShare()).isCloseTo(0.999993745883712, NINE_DIGITS);
        assertThat(norris.expected(new double[] {1000}))
                .isCloseTo(-0.262323073774029 + 1002.11681802045, NINE_DIGITS);
    }

    /** Σ(y − ŷ)² of 2, 4, 9 by 1, 2, 3 is 1.5, of one degree of freedom; their mean is 5. */
    @Test
    void tellsWhatIsLeftAsAShareOfTheMean() {
        Regression three = Regression.of(new double[] {2, 4, 9}, columns(new double[] {1, 2, 3}));

        assertThat(three.variation()).isCloseTo(Math.sqrt(1.5) / 5, within(1e-12));
        assertThat(three.explainedShare()).isCloseTo(1 - 1.5 / 26, within(1e-12));
    }

    @Test
    void explainsNothingWhereNothingDiffers() {
        double[] same = {5, 5, 5};

        assertThat(Regression.of(same, columns(new double[] {1, 2, 3})).explainedShare()).isNaN();
    }

    @Test
    void expectsAsManyDriversAsItWasMadeOf() {
        Regression norris = Regression.of(NORRIS_Y, columns(NORRIS_X));

        assertThatThrownBy(() -> norris.expected(new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drivers are 2, expected 1");
    }

    @Test
    void rejectsAsManyCoefficientsAsValues() {
        assertThatThrownBy(() -> Regression.of(new double[] {1, 2}, columns(new double[] {1, 2})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "values are 2, expected one of each row of drivers and more than"
                                + " coefficients");
    }

    @Test
    void givesTheMeanWhereThereIsNoDriver() {
        Regression mean = Regression.of(new double[] {1, 2, 6}, new double[3][0]);

        assertThat(mean.coefficient(0)).isCloseTo(3, within(1e-12));
        assertThat(mean.degreesOfFreedom()).isEqualTo(2);
    }

    private static double[][] columns(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> new double[] {value})
                .toArray(double[][]::new);
    }
}
