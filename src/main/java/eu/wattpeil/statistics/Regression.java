package eu.wattpeil.statistics;

import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * Ordinary least squares with an intercept, of values in the order of time. The intercept is
 * coefficient 0.
 */
public final class Regression {

    private static final double BANDWIDTH_FACTOR = 4;
    private static final double BANDWIDTH_POINTS = 100;
    private static final double BANDWIDTH_POWER = 2.0 / 9;

    private final RealMatrix design;
    private final double[] coefficients;
    private final double[] residuals;
    private final double[] values;
    private final double mean;
    private final RealMatrix unscaledVariance;

    private Regression(double[] values, RealMatrix design, OLSMultipleLinearRegression model) {
        this.values = values.clone();
        this.mean = Arrays.stream(values).average().orElseThrow();
        this.design = design;
        this.coefficients = model.estimateRegressionParameters();
        this.residuals = model.estimateResiduals();
        this.unscaledVariance =
                MatrixUtils.createRealMatrix(model.estimateRegressionParametersVariance());
    }

    /**
     * The regression of values on drivers.
     *
     * @param values one of each time
     * @param drivers of each time, as many of each, none of which follows from the others
     * @throws IllegalArgumentException where there are too few values
     */
    public static Regression of(double[] values, double[][] drivers) {
        if (values.length != drivers.length || values.length <= drivers[0].length + 1) {
            throw new IllegalArgumentException(
                    "values are "
                            + values.length
                            + ", expected one of each row of drivers and more than coefficients");
        }
        OLSMultipleLinearRegression model = new OLSMultipleLinearRegression();
        model.newSampleData(values, drivers);
        return new Regression(values, withIntercept(drivers), model);
    }

    private static RealMatrix withIntercept(double[][] drivers) {
        RealMatrix design = MatrixUtils.createRealMatrix(drivers.length, drivers[0].length + 1);
        for (int row = 0; row < drivers.length; row++) {
            design.setEntry(row, 0, 1);
            for (int driver = 0; driver < drivers[row].length; driver++) {
                design.setEntry(row, driver + 1, drivers[row][driver]);
            }
        }
        return design;
    }

    /** What a value changes by where a driver is one more. */
    public double coefficient(int index) {
        return coefficients[index];
    }

    /** Values that are free: their number less that of coefficients. */
    public int degreesOfFreedom() {
        return residuals.length - coefficients.length;
    }

    /** Standard deviation of what is left unexplained. */
    public double residualDeviation() {
        double squares = 0;
        for (double residual : residuals) {
            squares += residual * residual;
        }
        return Math.sqrt(squares / degreesOfFreedom());
    }

    /** What is expected where the drivers are these, as many as each value had. */
    public double expected(double[] drivers) {
        if (drivers.length != coefficients.length - 1) {
            throw new IllegalArgumentException(
                    "drivers are " + drivers.length + ", expected " + (coefficients.length - 1));
        }
        double sum = coefficients[0];
        for (int driver = 0; driver < drivers.length; driver++) {
            sum += coefficients[driver + 1] * drivers[driver];
        }
        return sum;
    }

    /**
     * R²: the share of the squares about the mean that the drivers explain. Not a number where all
     * values are the same, since nothing is there to be explained.
     */
    public double explainedShare() {
        double squares = 0;
        double left = 0;
        for (int i = 0; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
            left += residuals[i] * residuals[i];
        }
        return squares == 0 ? Double.NaN : 1 - left / squares;
    }

    /**
     * CV(RMSE): what is left unexplained, {@code sqrt(Σ(y − ŷ)² / (n − p))}, as a share of the
     * mean. Not finite where the mean is 0.
     */
    public double variation() {
        return residualDeviation() / mean;
    }

    /** Standard error of a coefficient where values are independent of each other. */
    public double standardError(int index) {
        return residualDeviation() * Math.sqrt(unscaledVariance.getEntry(index, index));
    }

    /** Correlation of what is left unexplained with that of the time before. */
    public double autocorrelation() {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < residuals.length; i++) {
            products += i == 0 ? 0 : residuals[i] * residuals[i - 1];
            squares += residuals[i] * residuals[i];
        }
        return squares == 0 ? 0 : products / squares;
    }

    /**
     * Lags that are allowed for: {@code floor(4 (T/100)^(2/9))}, Newey and West, Review of Economic
     * Studies 61 (1994).
     */
    public int usualLags() {
        return (int)
                Math.floor(
                        BANDWIDTH_FACTOR
                                * Math.pow(residuals.length / BANDWIDTH_POINTS, BANDWIDTH_POWER));
    }

    /**
     * Standard error of a coefficient where values are like those shortly before them, and some
     * vary more than others: {@code S0 + Σ (1 − l/(L+1)) (Γl + Γl')}, times n/(n − k) for small
     * samples. Newey and West, Econometrica 55 (1987).
     *
     * @param lags L; 0 allows for different variances only
     */
    public double robustError(int index, int lags) {
        RealMatrix middle = weighted(0, 1);
        for (int lag = 1; lag <= lags; lag++) {
            RealMatrix products = weighted(lag, 1 - lag / (lags + 1.0));
            middle = middle.add(products).add(products.transpose());
        }
        double variance =
                unscaledVariance.multiply(middle).multiply(unscaledVariance).getEntry(index, index);
        return Math.sqrt(variance * residuals.length / degreesOfFreedom());
    }

    private RealMatrix weighted(int lag, double weight) {
        int size = coefficients.length;
        RealMatrix sum = MatrixUtils.createRealMatrix(size, size);
        for (int time = lag; time < residuals.length; time++) {
            RealVector now = design.getRowVector(time);
            RealVector then = design.getRowVector(time - lag);
            double product = weight * residuals[time] * residuals[time - lag];
            sum = sum.add(now.outerProduct(then).scalarMultiply(product));
        }
        return sum;
    }
}
