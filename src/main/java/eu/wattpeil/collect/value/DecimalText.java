package eu.wattpeil.collect.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads decimal numbers, multiplies them by a factor and gives them as scaled longs: with scale 3,
 * {@code 1,5} is 1500.
 *
 * <p>The product is exact; only what lies below the last decimal is rounded, half to even. Accepts
 * a sign, grouping where the signs say so, and an exponent as Excel writes it ({@code 1,2E-05}).
 * For any number of threads.
 */
public final class DecimalText {

    /** What {@code DECIMAL(18, …)} cannot hold any more, unscaled. */
    private static final long BOUND = 1_000_000_000_000_000_000L;

    /** Digits that a long always holds. */
    private static final int MAX_DIGITS = 18;

    /** An exponent beyond this is no measurement, and would make a number of as many digits. */
    private static final int MAX_EXPONENT = 40;

    /** No number is written with more bytes; what is longer would take a time of its own. */
    private static final int MAX_TEXT_BYTES = 256;

    private static final long[] POWERS =
            LongStream.iterate(1, power -> power * 10).limit(DigitWord.MOST + 1).toArray();

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private final NumberSigns signs;
    private final Charset charset;
    private final boolean mayRound;
    private final Ratio scaled;
    private final byte decimal;
    private final boolean negates;

    /** By number of fraction digits: what the digits are multiplied by; 0 for beyond a long. */
    private final long[] up = new long[MAX_DIGITS + 1];

    private final long[] down = new long[MAX_DIGITS + 1];

    /** How many decimals the last number had that was read slowly; any is right at any time. */
    private int lastFraction;

    private DecimalText(
            NumberSigns signs, Charset charset, int scale, Ratio factor, boolean mayRound) {
        this.signs = signs;
        this.charset = charset;
        this.mayRound = mayRound;
        decimal = (byte) signs.decimal();
        scaled = factor.times(Ratio.of(BigDecimal.TEN.pow(scale)));
        negates = scaled.numerator().signum() < 0;
        for (int digits = 0; digits <= MAX_DIGITS; digits++) {
            Ratio each = scaled.times(Ratio.of(1, power(digits)));
            boolean fits =
                    each.numerator().bitLength() < Long.SIZE
                            && each.denominator().bitLength() < Long.SIZE - 1;
            up[digits] = fits ? Math.abs(each.numerator().longValue()) : 0;
            down[digits] = fits ? each.denominator().longValue() : 1;
        }
    }

    /** Numbers with a fixed number of decimals, rounded half to even to these. */
    public static DecimalText of(NumberSigns signs, Charset charset, int scale, Ratio factor) {
        return new DecimalText(signs, charset, scale, factor, true);
    }

    /** Whole numbers; one with decimals other than 0 is unreadable. */
    public static DecimalText whole(NumberSigns signs, Charset charset) {
        return new DecimalText(signs, charset, 0, Ratio.ONE, false);
    }

    /** The number, scaled; or {@link NoValue#UNREADABLE} or {@link NoValue#TOO_LARGE}. */
    public long read(byte[] bytes, int from, int to) {
        // Numbers of a column have as many decimals as the one before, nearly always.
        int fraction = lastFraction;
        int point = to - 1 - fraction;
        if (fraction > 0 && point > from && bytes[point] == decimal && up[fraction] != 0) {
            long whole = DigitWord.read(bytes, from, point);
            long rest = DigitWord.read(bytes, point + 1, to);
            if ((whole | rest) >= 0) {
                long digits = whole * POWERS[fraction] + rest;
                long value = multiply(digits, up[fraction], down[fraction]);
                if (value >= 0) {
                    return negates ? -value : value;
                }
            }
        }
        return readSlowly(bytes, from, to);
    }

    private long readSlowly(byte[] bytes, int from, int to) {
        int p = from;
        boolean isNegative = false;
        if (p < to && (bytes[p] == '-' || bytes[p] == '+')) {
            isNegative = bytes[p] == '-';
            p++;
        }
        long digits = 0;
        int start = p;
        while (p < to && isDigit(bytes[p])) {
            digits = digits * 10 + (bytes[p++] - '0');
        }
        int count = p - start;
        int fraction = 0;
        if (p < to && bytes[p] == decimal) {
            start = ++p;
            while (p < to && isDigit(bytes[p])) {
                digits = digits * 10 + (bytes[p++] - '0');
            }
            fraction = p - start;
            count += fraction;
            lastFraction = Math.min(fraction, DigitWord.MOST);
        }
        if (p < to || count == 0 || count > MAX_DIGITS || up[fraction] == 0) {
            return readUnusual(bytes, from, to);
        }
        long value = multiply(digits, up[fraction], down[fraction]);
        if (value < 0) {
            return value == NoValue.TOO_LARGE ? readUnusual(bytes, from, to) : value;
        }
        return isNegative == negates ? value : -value;
    }

    /** The number as it is written, without factor and rounding; null where it is none. */
    public @Nullable BigDecimal exact(byte[] bytes, int from, int to) {
        boolean isSigned = from < to && (bytes[from] == '-' || bytes[from] == '+');
        long digits = 0;
        int count = 0;
        int point = -1;
        int p = isSigned ? from + 1 : from;
        for (; p < to && (isDigit(bytes[p]) || bytes[p] == decimal && point < 0); p++) {
            if (bytes[p] == decimal) {
                point = p;
            } else if (++count <= MAX_DIGITS) {
                digits = digits * 10 + (bytes[p] - '0');
            }
        }
        if (p < to || count == 0 || count > MAX_DIGITS) {
            return exactOfUnusual(bytes, from, to);
        }
        boolean isNegative = isSigned && bytes[from] == '-';
        return BigDecimal.valueOf(isNegative ? -digits : digits, point < 0 ? 0 : to - point - 1);
    }

    private @Nullable BigDecimal exactOfUnusual(byte[] bytes, int from, int to) {
        if (to - from > MAX_TEXT_BYTES) {
            return null;
        }
        String plain = ungrouped(signInFront(new String(bytes, from, to - from, charset)));
        return NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }

    /** What would have been read, for messages. */
    public String expected() {
        String number =
                mayRound ? "a number such as " + signs.example() : "a whole number such as 12";
        return number + " (decimal sign \"" + signs.decimal() + "\")";
    }

    private long multiply(long digits, long numerator, long denominator) {
        long product = digits * numerator;
        if (Math.multiplyHigh(digits, numerator) != 0 || product < 0) {
            return NoValue.TOO_LARGE;
        }
        if (denominator == 1) {
            return product < BOUND ? product : NoValue.TOO_LARGE;
        }
        long quotient = product / denominator;
        long rest = product % denominator;
        if (rest != 0) {
            if (!mayRound) {
                return NoValue.UNREADABLE;
            }
            long over = rest - (denominator - rest);
            quotient += over > 0 || over == 0 && (quotient & 1) == 1 ? 1 : 0;
        }
        return quotient < BOUND ? quotient : NoValue.TOO_LARGE;
    }

    /** Numbers with grouping, an exponent or very many digits. */
    private long readUnusual(byte[] bytes, int from, int to) {
        BigDecimal number = exactOfUnusual(bytes, from, to);
        if (number == null) {
            return NoValue.UNREADABLE;
        }
        if (number.signum() != 0 && magnitude(number) > MAX_EXPONENT) {
            return NoValue.TOO_LARGE;
        }
        if (number.scale() > 2 * MAX_EXPONENT) {
            number = number.setScale(2 * MAX_EXPONENT, RoundingMode.HALF_EVEN);
        }
        BigInteger product =
                number.unscaledValue()
                        .multiply(scaled.numerator())
                        .multiply(BigInteger.TEN.pow(Math.max(0, -number.scale())));
        BigInteger divisor =
                scaled.denominator().multiply(BigInteger.TEN.pow(Math.max(0, number.scale())));
        RoundingMode rounding = mayRound ? RoundingMode.HALF_EVEN : RoundingMode.DOWN;
        BigInteger value =
                new BigDecimal(product).divide(new BigDecimal(divisor), 0, rounding).toBigInteger();
        if (!mayRound && !value.multiply(divisor).equals(product)) {
            return NoValue.UNREADABLE;
        }
        return value.abs().compareTo(BigInteger.valueOf(BOUND)) < 0
                ? value.longValue()
                : NoValue.TOO_LARGE;
    }

    /** Book-keeping writes a minus behind the number. */
    private static String signInFront(String text) {
        return text.matches("[\\d.,].*-") ? "-" + text.substring(0, text.length() - 1) : text;
    }

    /**
     * The number without grouping and with a dot; what is not grouped by three stays unreadable.
     */
    private String ungrouped(String text) {
        String uniform =
                signs.thousands() == ' ' ? text.replaceAll("[\\u00A0\\u202F\\u2009]", " ") : text;
        int end = uniform.indexOf(signs.decimal());
        String whole = end < 0 ? uniform : uniform.substring(0, end);
        String rest = end < 0 ? "" : "." + uniform.substring(end + 1);
        if (whole.indexOf('.') >= 0 && signs.thousands() != '.') {
            return "";
        }
        if (signs.thousands() != NumberSigns.NONE && whole.indexOf(signs.thousands()) >= 0) {
            String sign = Pattern.quote(String.valueOf(signs.thousands()));
            if (!whole.matches("[+-]?\\d{1,3}(" + sign + "\\d{3})+")) {
                return "";
            }
            whole = whole.replace(String.valueOf(signs.thousands()), "");
        }
        return whole + rest;
    }

    private static int magnitude(BigDecimal number) {
        return number.round(new MathContext(1)).precision() - number.scale();
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }
}
