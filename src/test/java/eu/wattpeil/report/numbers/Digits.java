package eu.wattpeil.report.numbers;

import eu.wattpeil.kpi.model.Kpi;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/** With which digits a KPI is printed, and what is reckoned with what is printed. */
final class Digits {

    private static final Set<String> ENERGY = Set.of("kWh", "kgCO2e");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Kpi kpi;
    private final Script script;

    Digits(Kpi kpi, Script script) {
        this.kpi = kpi;
        this.script = script;
    }

    /** A value with its unit. */
    String value(double value) {
        return script.withUnit(bare(value), unit());
    }

    String bare(double value) {
        BigDecimal printed = printed(value, 0);
        return script.number(printed, printed.scale());
    }

    /** A value of a day: with a digit more. */
    String rate(double value) {
        BigDecimal printed = printed(value, 1);
        return script.withUnit(script.number(printed, printed.scale()), unit());
    }

    /** A point of a path: of what is counted whole, with a digit more below a hundred. */
    String path(double value) {
        BigDecimal printed = printedPath(value);
        return script.withUnit(script.number(printed, printed.scale()), unit());
    }

    String difference(double now, double then, int more) {
        return script.signed(printed(now, more).subtract(printed(then, more)), differenceUnit());
    }

    String differenceSize(double now, double then, int more) {
        BigDecimal size = printed(now, more).subtract(printed(then, more)).abs();
        return script.withUnit(script.number(size, size.scale()), differenceUnit());
    }

    String pathDifference(double now, double path) {
        return script.signed(printed(now, 0).subtract(printedPath(path)), differenceUnit());
    }

    String pace(double pace) {
        BigDecimal exact = shown(pace).abs();
        boolean isWhole = isEnergy() && exact.compareTo(HUNDRED) >= 0;
        return script.withUnit(
                script.number(exact, isWhole ? 0 : decimals(0) + 1), differenceUnit());
    }

    boolean isSame(double one, double other, int more) {
        return printed(one, more).compareTo(printed(other, more)) == 0;
    }

    /** Whether a change of this base is more than its last digits. */
    boolean isAboveNoise(double base, int more) {
        double size = shown(base).abs().doubleValue();
        return size >= 10 * Math.pow(10, -(decimals(size) + more));
    }

    String unit() {
        return kpi.isShare() ? "%" : script.unit(kpi.unit());
    }

    private String differenceUnit() {
        return kpi.isShare() ? script.text("points") : unit();
    }

    private BigDecimal printed(double value, int more) {
        BigDecimal exact = shown(value);
        int decimals = decimals(Math.abs(exact.doubleValue())) + more;
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        boolean isNotWhole = kpi.isShare() && value < 1 - 1e-9;
        return isNotWhole && rounded.compareTo(HUNDRED) >= 0
                ? exact.setScale(decimals, RoundingMode.DOWN)
                : rounded;
    }

    private BigDecimal printedPath(double value) {
        BigDecimal exact = shown(value);
        boolean isCount = !isEnergy() && !kpi.isShare() && kpi.decimals() == 0;
        int decimals =
                isCount && exact.abs().compareTo(HUNDRED) < 0
                        ? 1
                        : decimals(Math.abs(exact.doubleValue()));
        return exact.setScale(decimals, RoundingMode.HALF_UP);
    }

    private BigDecimal shown(double value) {
        BigDecimal exact = decimal(value);
        return kpi.isShare() ? exact.movePointRight(2) : exact;
    }

    private int decimals(double size) {
        if (kpi.isShare()) {
            return Math.max(0, kpi.decimals() - 2);
        }
        return isEnergy() && size >= 100 ? 0 : kpi.decimals();
    }

    private boolean isEnergy() {
        return ENERGY.contains(kpi.unit());
    }

    /** The digits that a binary number holds for certain: half of a last digit is a half. */
    static BigDecimal decimal(double value) {
        return new BigDecimal(value).round(new MathContext(15, RoundingMode.HALF_EVEN));
    }

    /** Whole percent of a share without its sign. */
    static String wholePercent(Script script, double share) {
        return script.withUnit(script.number(exactPercent(share), 0), "%");
    }

    private static BigDecimal exactPercent(double share) {
        return new BigDecimal(Math.abs(share)).setScale(9, RoundingMode.HALF_UP).movePointRight(2);
    }

    /** A change in percent: with a decimal below ten, as it is printed. */
    static BigDecimal percent(double share) {
        BigDecimal percent = exactPercent(share);
        BigDecimal fine = percent.setScale(1, RoundingMode.HALF_UP);
        return fine.compareTo(BigDecimal.TEN) < 0
                ? fine
                : percent.setScale(0, RoundingMode.HALF_UP);
    }

    /** A change in percent with its sign; nothing has none. */
    static String signedPercent(Script script, double share) {
        BigDecimal size = percent(share);
        return script.signed(share < 0 ? size.negate() : size, "%");
    }

    /** What is known, never more than it is. */
    static String coverage(Script script, double share) {
        if (share >= 1 - 1e-9) {
            return script.withUnit("100", "%");
        }
        int decimals = share >= 0.99 ? 1 : 0;
        BigDecimal percent =
                new BigDecimal(share * 100 + 1e-9).setScale(decimals, RoundingMode.DOWN);
        return script.withUnit(script.number(percent, decimals), "%");
    }

    /** An amount: whole where it is, and from a hundred on. */
    static String amount(Script script, BigDecimal value, String unit) {
        boolean isWhole = value.stripTrailingZeros().scale() <= 0;
        int decimals = isWhole || value.abs().compareTo(HUNDRED) >= 0 ? 0 : 1;
        return script.withUnit(script.number(value, decimals), script.unit(unit));
    }

    /** Three digits that count, or all before the point. */
    static String fact(Script script, BigDecimal value) {
        return value.abs().compareTo(HUNDRED) >= 0
                ? script.number(value, 0)
                : script.number(
                        value.round(new MathContext(3, RoundingMode.HALF_UP)).stripTrailingZeros());
    }

    /** The change as a share of what it was; empty where that was nothing. */
    static Optional<Double> share(double now, double then) {
        return then == 0 ? Optional.empty() : Optional.of((now - then) / Math.abs(then));
    }
}
