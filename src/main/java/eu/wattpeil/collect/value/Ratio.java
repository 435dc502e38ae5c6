package eu.wattpeil.collect.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact ratio by which numbers are multiplied. */
public record Ratio(BigInteger numerator, BigInteger denominator) {

    /** Leaves numbers as they are. */
    public static final Ratio ONE = of(1, 1);

    public Ratio {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException(
                    "denominator is " + denominator + ", expected more than 0");
        }
        BigInteger divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Ratio of(BigDecimal number) {
        return number.scale() > 0
                ? new Ratio(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                : new Ratio(number.toBigIntegerExact(), BigInteger.ONE);
    }

    /** The product of both. */
    public Ratio times(Ratio other) {
        return new Ratio(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }
}
