package eu.wattpeil.report.words;

import eu.wattpeil.kpi.model.Kpi;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;

/**
 * Writes numbers for readers: as many digits as the measurement defends, thin spaces between
 * thousands, a real minus sign, and the unit with every number.
 */
public final class Numerals {

    static final String MINUS = "\u2212";
    public static final String NO_BREAK = "\u00a0";

    /** Keeps binary fractions from taking the last digit of a share. */
    private static final double SHARE_PRECISION = 1e-9;

    /** Digits that a double holds for certain. */
    private static final int CERTAIN_DIGITS = 15;

    /** Digits after the point of a change as a share that say something. */
    private static final int SHARE_DECIMALS = 9;

    /** Digits of what is derived from values: a path, a pace, a forecast. */
    private static final int DERIVED_DIGITS = 9;

    /** Below it a number of nine decimals has fifteen digits at most, and is told by them. */
    private static final double MILLION = 1e6;

    private static final double BILLION = 1e9;

    /** Digits after the point that two amounts may need to be told apart. */
    private static final int AMOUNT_DECIMALS = 3;

    private static final String THIN = "\u202f";

    /** A value is compared in percent only where it is this many of its last digits. */
    private static final int NOISE = 10;

    /** Energy and what is derived from it: whole from a hundred on. */
    private static final Set<String> ENERGY = Set.of("kWh", "kgCO2e");

    private static final double WHOLE_ABOVE = 100;

    private static final String SHARE = "share";

    private final Words words;

    public Numerals(Words words) {
        this.words = words;
    }

    /**
     * A number for machines: the fifteen digits that a double holds for certain, so that every Java
     * writes the same.
     */
    public static BigDecimal plain(double value) {
        long billionths = Math.round(value * BILLION);
        boolean isShort = Math.abs(value) < MILLION && billionths / BILLION == value;
        return isShort ? integral(BigDecimal.valueOf(billionths, 9)) : plain(value, CERTAIN_DIGITS);
    }

    /** A number for machines with all its digits, without zeros at the end of its decimals. */
    public static BigDecimal plain(BigDecimal value) {
        return integral(value);
    }

    /** A share for machines: whole at most. */
    public static BigDecimal share(double share) {
        return plain(Math.min(1, share));
    }

    /** A number for machines that is derived from values. */
    public static BigDecimal derived(double value) {
        return plain(value, DERIVED_DIGITS);
    }

    private static BigDecimal plain(double value, int precision) {
        return integral(new BigDecimal(value).round(new MathContext(precision)));
    }

    /** Without zeros at the end of its decimals, and not in powers of ten. */
    private static BigDecimal integral(BigDecimal number) {
        BigDecimal digits = number.stripTrailingZeros();
        return digits.scale() < 0 ? digits.setScale(0, RoundingMode.UNNECESSARY) : digits;
    }

    public String whole(long value) {
        return number(BigDecimal.valueOf(value), 0);
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

    /** A number with so many digits after the point. */
    public String rounded(BigDecimal value, int decimals) {
        return number(value, decimals);
    }

    /** The same with its unit. */
    public String rounded(BigDecimal value, int decimals, String unit) {
        return joined(number(value, decimals), unit(unit));
    }

    /** All digits of a number, as a source gives it, with its unit; of a share in percent. */
    public String exact(BigDecimal value, String unit) {
        BigDecimal shown = unit.equals(SHARE) ? value.movePointRight(2) : value;
        BigDecimal digits = shown.stripTrailingZeros();
        return joined(number(digits, Math.max(0, digits.scale())), unit(unit));
    }

    /** The number of a value, without its unit; of a label the letter of its class. */
    public String bare(Kpi kpi, double value) {
        return kpi.isLabelClass() ? letter(value) : number(kpi, value);
    }

    private static String letter(double labelClass) {
        return String.valueOf((char) ('A' + Math.round(labelClass) - 1));
    }

    private String number(Kpi kpi, double value) {
        return plainly(printed(kpi, value, Kpi.Per.NONE));
    }

    /** A value of a day or a working day with its unit: with a digit more than the month's. */
    public String rate(Kpi kpi, double value, Kpi.Per per) {
        return per(joined(plainly(printed(kpi, value, per)), unit(kpi)), per);
    }

    private String per(String text, Kpi.Per per) {
        return words.say("per", "per", per.name().toLowerCase(Locale.ROOT), "value", text);
    }

    /** The digits of a value; a share that is not whole does not become so by rounding. */
    private static BigDecimal printed(Kpi kpi, double value, Kpi.Per per) {
        BigDecimal shown = shown(kpi, value);
        int decimals = decimals(kpi, shown, per);
        BigDecimal rounded = shown.setScale(decimals, RoundingMode.HALF_UP);
        boolean isWhole = rounded.compareTo(BigDecimal.valueOf(100)) >= 0;
        return kpi.isShare() && isWhole && value < 1 - SHARE_PRECISION
                ? shown.setScale(decimals, RoundingMode.DOWN)
                : rounded;
    }

    /** A number with the digits that it has. */
    public String plainly(BigDecimal printed) {
        return number(printed, Math.max(0, printed.scale()));
    }

    /** The unit as it is read; empty for a bare ratio. */
    public String unit(Kpi kpi) {
        return kpi.isShare() ? "%" : unit(kpi.unit());
    }

    /** A unit as it is read; empty for a bare ratio. */
    public String unit(String unit) {
        return unit.equals("1") ? "" : words.find("unit." + unit).orElse(unit);
    }

    /** A value with its unit. */
    public String value(Kpi kpi, double value) {
        return joined(bare(kpi, value), unit(kpi));
    }

    /** A point of a path with its unit: of what is counted whole, with a digit more. */
    public String path(Kpi kpi, double value) {
        return joined(number(shown(kpi, value), pathDecimals(kpi, value)), unit(kpi));
    }

    /** The distance of a value to a path, as both are printed. */
    public String pathDifference(Kpi kpi, double value, double path) {
        BigDecimal printedPath =
                shown(kpi, path).setScale(pathDecimals(kpi, path), RoundingMode.HALF_UP);
        return signed(kpi, printed(kpi, value, Kpi.Per.NONE).subtract(printedPath));
    }

    private static int pathDecimals(Kpi kpi, double value) {
        BigDecimal shown = shown(kpi, value);
        boolean isCount = !ENERGY.contains(kpi.unit()) && !kpi.isShare() && kpi.decimals() == 0;
        return isCount && !isWholeSize(shown) ? 1 : decimals(kpi, shown, Kpi.Per.NONE);
    }

    /** In decimals, so that half of a last digit is a half whatever it is in binary. */
    private static BigDecimal shown(Kpi kpi, double value) {
        BigDecimal digits = plain(value, CERTAIN_DIGITS);
        return kpi.isShare() ? digits.movePointRight(2) : digits;
    }

    /** An amount with a unit of its own, such as a known part. */
    public String amount(BigDecimal value, String unit) {
        return joined(number(value, amountDecimals(value)), unit(unit));
    }

    /** A change in a unit of its own, with its sign; what is printed as nothing has none. */
    public String change(BigDecimal value, String unit) {
        BigDecimal printed = value.setScale(amountDecimals(value), RoundingMode.HALF_UP);
        String sign = printed.signum() > 0 ? "+" : "";
        return sign + amount(value, unit);
    }

    /** An amount beside another one: with the digits in which the two differ. */
    public String amount(BigDecimal value, String unit, BigDecimal beside) {
        int decimals = amountDecimals(value);
        while (decimals < AMOUNT_DECIMALS
                && value.compareTo(beside) != 0
                && number(value, decimals).equals(number(beside, decimals))) {
            decimals++;
        }
        return joined(number(value, decimals), unit(unit));
    }

    private static int amountDecimals(BigDecimal value) {
        boolean isWhole = value.stripTrailingZeros().scale() <= 0;
        boolean isLarge = value.abs().doubleValue() >= WHOLE_ABOVE;
        return isWhole || isLarge ? 0 : 1;
    }

    /**
     * The difference of two values as they are printed, with its sign and unit; of shares in
     * percentage points.
     *
     * @param per what both are divided by
     */
    public String difference(Kpi kpi, double now, double then, Kpi.Per per) {
        return per(signed(kpi, printed(kpi, now, per).subtract(printed(kpi, then, per))), per);
    }

    /** The size of a difference of two values as they are printed. */
    public String differenceSize(Kpi kpi, double now, double then, Kpi.Per per) {
        return joined(
                plainly(printed(kpi, now, per).subtract(printed(kpi, then, per)).abs()),
                differenceUnit(kpi));
    }

    /** A change per month as it is printed: one digit more than the value has. */
    private BigDecimal printedPace(Kpi kpi, double pace) {
        BigDecimal shown = shown(kpi, pace);
        boolean isWhole = ENERGY.contains(kpi.unit()) && isWholeSize(shown);
        int decimals = isWhole ? 0 : decimals(kpi, BigDecimal.ZERO, Kpi.Per.NONE) + 1;
        return shown.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** The size of a change per month, without sign. */
    public String paceSize(Kpi kpi, double pace) {
        return joined(plainly(printedPace(kpi, pace).abs()), differenceUnit(kpi));
    }

    /**
     * Which way a change per month goes as it is printed: {@code up}, {@code down} or {@code flat}.
     */
    public String paceWay(Kpi kpi, double pace) {
        return switch (printedPace(kpi, pace).signum()) {
            case 1 -> "up";
            case -1 -> "down";
            default -> "flat";
        };
    }

    private String signed(Kpi kpi, BigDecimal difference) {
        String sign = difference.signum() > 0 ? "+" : "";
        return sign + joined(plainly(difference), differenceUnit(kpi));
    }

    private String differenceUnit(Kpi kpi) {
        return kpi.isShare() ? words.say("points") : unit(kpi);
    }

    /** A change in percent with its sign. */
    public String percent(double share) {
        BigDecimal size = printedPercent(share);
        String sign = size.signum() == 0 ? "" : share < 0 ? MINUS : "+";
        return sign + inPercent(size);
    }

    /** A change that somebody set, with its sign and all its digits. */
    public String setPercent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
        return (share.signum() < 0 ? MINUS : "+") + inPercent(percent.abs());
    }

    /** The size of a change in percent, without sign. */
    public String percentSize(double share) {
        return inPercent(printedPercent(share));
    }

    /** The size of a change that is far below a percent. */
    public String smallPercent(double share) {
        return inPercent(percentOf(share).setScale(3, RoundingMode.HALF_UP));
    }

    /** Whole percent, for sentences. */
    public String roundPercent(double share) {
        return inPercent(percentOf(share).setScale(0, RoundingMode.HALF_UP));
    }

    /** With a digit after the point below ten. */
    private static BigDecimal printedPercent(double share) {
        BigDecimal percent = percentOf(share);
        BigDecimal fine = percent.setScale(1, RoundingMode.HALF_UP);
        return fine.compareTo(BigDecimal.TEN) < 0
                ? fine
                : percent.setScale(0, RoundingMode.HALF_UP);
    }

    /** The size of a change in decimals: one made of 0.1 and 0.3 is not kept from its half. */
    private static BigDecimal percentOf(double share) {
        return new BigDecimal(Math.abs(share))
                .setScale(SHARE_DECIMALS, RoundingMode.HALF_UP)
                .movePointRight(2);
    }

    private String inPercent(BigDecimal percent) {
        return plainly(percent) + NO_BREAK + "%";
    }

    /** A coverage, rounded down: it never claims more than is known. */
    public String coverage(double share) {
        if (share >= 1 - SHARE_PRECISION) {
            return "100" + NO_BREAK + "%";
        }
        int decimals = share >= 0.99 ? 1 : 0;
        BigDecimal percent =
                new BigDecimal(share * 100 + SHARE_PRECISION).setScale(decimals, RoundingMode.DOWN);
        return plainly(percent) + NO_BREAK + "%";
    }

    /** Whether two values print the same. */
    public boolean isSame(Kpi kpi, double one, double other, Kpi.Per per) {
        return printed(kpi, one, per).compareTo(printed(kpi, other, per)) == 0;
    }

    /** Whether a change of this base may be told in percent: the base is larger than the noise. */
    public static boolean isAboveNoise(Kpi kpi, double base, Kpi.Per per) {
        BigDecimal size = shown(kpi, base).abs();
        double digit = Math.pow(10, -decimals(kpi, size, per));
        return size.doubleValue() >= NOISE * digit;
    }

    /**
     * Digits after the point: of a rate one more than of a value.
     *
     * @param shown the value as it is written: a share in percent, which has two digits fewer
     */
    private static int decimals(Kpi kpi, BigDecimal shown, Kpi.Per per) {
        int more = per == Kpi.Per.NONE ? 0 : 1;
        if (kpi.isShare()) {
            return Math.max(0, kpi.decimals() - 2) + more;
        }
        boolean isWhole = ENERGY.contains(kpi.unit()) && isWholeSize(shown);
        return (isWhole ? 0 : kpi.decimals()) + more;
    }

    private static boolean isWholeSize(BigDecimal shown) {
        return shown.abs().doubleValue() >= WHOLE_ABOVE;
    }

    private static String joined(String number, String unit) {
        return unit.isEmpty() ? number : number + NO_BREAK + unit;
    }
}
