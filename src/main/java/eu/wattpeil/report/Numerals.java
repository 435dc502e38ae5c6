package eu.wattpeil.report;

import eu.wattpeil.kpi.model.Kpi;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Set;

/**
 * Writes numbers for readers: as many digits as the measurement defends, thin spaces between
 * thousands, a real minus sign, and the unit with every number.
 */
final class Numerals {

    static final String MINUS = "\u2212";
    static final String NO_BREAK = "\u00a0";

    /** A share from here on is complete: it prints as 100.0 %. */
    static final double COMPLETE = 0.9995;

    private static final String THIN = "\u202f";

    /** A value is compared in percent only where it is this many of its last digits. */
    private static final int NOISE = 10;

    /** Energy and what is derived from it: whole from a hundred on. */
    private static final Set<String> ENERGY = Set.of("kWh", "kgCO2e");

    private static final double WHOLE_ABOVE = 100;

    private final Words words;

    Numerals(Words words) {
        this.words = words;
    }

    /**
     * A number for machines: the fifteen digits that a double holds for certain, so that every Java
     * writes the same.
     */
    static BigDecimal plain(double value) {
        BigDecimal digits = new BigDecimal(value).round(new MathContext(15)).stripTrailingZeros();
        return digits.scale() < 0 ? digits.setScale(0, RoundingMode.UNNECESSARY) : digits;
    }

    /** Whether a KPI is a share, kept as 0 to 1 and written in percent. */
    static boolean isShare(Kpi kpi) {
        return kpi.unit().equals("share");
    }

    String whole(long value) {
        return number(BigDecimal.valueOf(value), 0);
    }

    String number(double value, int decimals) {
        return number(new BigDecimal(value), decimals);
    }

    private String number(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        String digits = rounded.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(THIN);
            }
            text.append(whole.charAt(i));
        }
        if (point >= 0) {
            text.append(words.say("decimal")).append(digits, point + 1, digits.length());
        }
        return rounded.signum() < 0 ? MINUS + text : text.toString();
    }

    /** All digits of a number, as a source gives it, with its unit. */
    String exact(BigDecimal value, String unit) {
        BigDecimal digits = value.stripTrailingZeros();
        return joined(number(digits, Math.max(0, digits.scale())), unit(unit));
    }

    /** The number of a value, without its unit. */
    String bare(Kpi kpi, double value) {
        double shown = shown(kpi, value);
        return number(shown, decimals(kpi, shown));
    }

    /** The unit as it is read; empty for a bare ratio. */
    String unit(Kpi kpi) {
        return isShare(kpi) ? "%" : unit(kpi.unit());
    }

    private String unit(String unit) {
        return unit.equals("1") ? "" : words.find("unit." + unit).orElse(unit);
    }

    /** A value with its unit. */
    String value(Kpi kpi, double value) {
        return joined(bare(kpi, value), unit(kpi));
    }

    /** A point of a path with its unit: of what is counted whole, with a digit more. */
    String path(Kpi kpi, double value) {
        return joined(number(shown(kpi, value), pathDecimals(kpi, value)), unit(kpi));
    }

    /** The distance of a value to a path, with as many digits as the path. */
    String pathDifference(Kpi kpi, double difference, double path) {
        int decimals = pathDecimals(kpi, path);
        return signed(number(Math.abs(shown(kpi, difference)), decimals), difference, kpi);
    }

    private static int pathDecimals(Kpi kpi, double value) {
        double shown = shown(kpi, value);
        boolean isCount = !ENERGY.contains(kpi.unit()) && !isShare(kpi) && kpi.decimals() == 0;
        return isCount && Math.abs(shown) < WHOLE_ABOVE ? 1 : decimals(kpi, shown);
    }

    private static double shown(Kpi kpi, double value) {
        return isShare(kpi) ? value * 100 : value;
    }

    /** An amount with a unit of its own, such as a numerator. */
    String amount(BigDecimal value, String unit) {
        boolean isWhole = value.stripTrailingZeros().scale() <= 0;
        boolean isLarge = value.abs().doubleValue() >= WHOLE_ABOVE;
        return joined(number(value, isWhole || isLarge ? 0 : 1), unit(unit));
    }

    /** A difference with its sign and unit; of shares in percentage points. */
    String difference(Kpi kpi, double difference) {
        return signed(bare(kpi, Math.abs(difference)), difference, kpi);
    }

    /** A change per month: one digit more than the value has. */
    String pace(Kpi kpi, double pace) {
        double shown = shown(kpi, pace);
        boolean isWhole = ENERGY.contains(kpi.unit()) && Math.abs(shown) >= WHOLE_ABOVE;
        int decimals = isWhole ? 0 : decimals(kpi, 0) + 1;
        return signed(number(Math.abs(shown), decimals), shown, kpi);
    }

    /** A number with the sign of a difference; none where it prints as zero. */
    private String signed(String number, double difference, Kpi kpi) {
        boolean isZero = number.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        String sign = isZero ? "" : difference < 0 ? MINUS : "+";
        return sign + joined(number, isShare(kpi) ? words.say("points") : unit(kpi));
    }

    /** A change in percent with its sign. */
    String percent(double share) {
        String number = percentSize(share);
        return (share < 0 ? MINUS : "+") + number;
    }

    /** The size of a change in percent, without sign. */
    String percentSize(double share) {
        double percent = Math.abs(share * 100);
        return number(percent, percent < 9.95 ? 1 : 0) + NO_BREAK + "%";
    }

    /** Whole percent, for sentences. */
    String roundPercent(double share) {
        return number(Math.abs(share * 100), 0) + NO_BREAK + "%";
    }

    /** A coverage, rounded down: it never claims more than is known. */
    String coverage(double share) {
        if (share >= COMPLETE) {
            return "100" + NO_BREAK + "%";
        }
        int decimals = share >= 0.99 ? 1 : 0;
        BigDecimal percent =
                new BigDecimal(share * 100 + 1e-9).setScale(decimals, RoundingMode.DOWN);
        return number(percent, decimals) + NO_BREAK + "%";
    }

    /** Whether two values differ by less than their last digit. */
    boolean isSame(Kpi kpi, double one, double other) {
        return bare(kpi, one).equals(bare(kpi, other));
    }

    /** Whether a change of this base may be told in percent: the base is larger than the noise. */
    static boolean isAboveNoise(Kpi kpi, double base) {
        double size = Math.abs(shown(kpi, base));
        double digit = Math.pow(10, -decimals(kpi, size));
        return size >= NOISE * digit;
    }

    /**
     * Digits after the point.
     *
     * @param shown the value as it is written: a share in percent, which has two digits fewer
     */
    private static int decimals(Kpi kpi, double shown) {
        if (isShare(kpi)) {
            return Math.max(0, kpi.decimals() - 2);
        }
        boolean isWhole = ENERGY.contains(kpi.unit()) && Math.abs(shown) >= WHOLE_ABOVE;
        return isWhole ? 0 : kpi.decimals();
    }

    private static String joined(String number, String unit) {
        return unit.isEmpty() ? number : number + NO_BREAK + unit;
    }
}
