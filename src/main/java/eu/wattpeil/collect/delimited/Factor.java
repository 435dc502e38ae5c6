package eu.wattpeil.collect.delimited;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact ratio by which numbers are multiplied. */
public record Factor(BigInteger numerator, BigInteger denominator) {

    /** Leaves numbers as they are. */
    public static final Factor ONE = of(1, 1);

    public Factor {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException(
                    "denominator is " + denominator + ", expected more than 0");
        }
        BigInteger divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Factor of(long numerator, long denominator) {
        return new Factor(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Factor of(BigDecimal number) {
        return number.scale() > 0
                ? new Factor(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                : new Factor(number.toBigIntegerExact(), BigInteger.ONE);
    }

    /** The product of both. */
    public Factor times(Factor other) {
        return new Factor(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }
}
