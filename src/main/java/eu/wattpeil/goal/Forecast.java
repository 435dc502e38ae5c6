package eu.wattpeil.goal;

/**
 * Where the present trend leads: the value in the target month, if it goes on like this.
 *
 * @param value expected
 * @param low lower end of the 95 % prediction interval
 * @param high upper end
 */
public record Forecast(double value, double low, double high) {}
