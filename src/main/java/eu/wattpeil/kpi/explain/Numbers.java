package eu.wattpeil.kpi.explain;

import java.math.BigDecimal;

/** Numbers written out for machines and auditors: all digits, and no power of ten. */
public final class Numbers {

    private Numbers() {}

    /** The shortest decimal that is this double. */
    public static String plain(double number) {
        return Double.isFinite(number)
                ? plain(BigDecimal.valueOf(number))
                : Double.toString(number);
    }

    /** Without zeros at the end. */
    public static String plain(BigDecimal number) {
        BigDecimal digits = number.stripTrailingZeros();
        return digits.signum() == 0 ? "0" : digits.toPlainString();
    }
}
