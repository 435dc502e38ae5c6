package eu.wattpeil.kpi.value;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes values of the figures of a KPI in a month: divides, completes what a gap left out, and says
 * why where there is no value.
 */
public final class Valuation {

    private static final int SHARE_DIGITS = 9;

    private final Kpi kpi;
    private final YearMonth month;
    private final UsedFactors factors;
    private final double minimumCoverage;

    public Valuation(Kpi kpi, YearMonth month, UsedFactors factors, double usualMinimumCoverage) {
        this.kpi = kpi;
        this.month = month;
        this.factors = factors;
        this.minimumCoverage = kpi.minimumCoverage().orElse(usualMinimumCoverage);
    }

    public KpiValue value(ScopeFigure figure) {
        Optional<Reason> reason = reason(figure);
        boolean isShown = hasAmounts(reason);
        Optional<Double> value =
                reason.isPresent()
                        ? Optional.empty()
                        : Optional.of(rounded(amount(kpi, figure).doubleValue()));
        return new KpiValue(
                month,
                new Series(kpi.kpiId(), figure.scope(), Period.MONTH),
                new Amounts(
                        figure.numerator().filter(it -> isShown),
                        figure.denominator().filter(it -> isShown),
                        value),
                kpi.unit(),
                new Known(figure.coverage(), measuredShare(figure)),
                reason,
                factors.use(),
                0);
    }

    private Optional<Reason> reason(ScopeFigure figure) {
        if (factors.lacking().isPresent()) {
            return factors.lacking();
        }
        if (figure.hasUnknownPart()) {
            return Optional.of(Reason.PART_UNKNOWN);
        }
        if (isRefused(figure)) {
            return Optional.of(
                    figure.knownShare() < minimumCoverage
                            ? whyTooLittle()
                            : Reason.MODEL_NOT_ACCEPTED);
        }
        if (figure.isEmpty()) {
            return Optional.of(whyNothing(figure));
        }
        if (figure.numerator().isEmpty()) {
            return Optional.of(Reason.NUMERATOR_UNKNOWN);
        }
        if (kpi.isRatio() && figure.denominator().isEmpty()) {
            return Optional.of(Reason.DENOMINATOR_UNKNOWN);
        }
        if (figure.knownShare() < minimumCoverage) {
            return Optional.of(whyTooLittle());
        }
        return reasonOfAmount(kpi, figure.denominator(), () -> amount(kpi, figure));
    }

    /** Whether the model tells how much is known, and no amount of it. */
    private boolean isRefused(ScopeFigure figure) {
        return kpi.refusal().isPresent()
                && figure.numerator().isEmpty()
                && figure.coverage().isPresent();
    }

    private Reason whyNothing(ScopeFigure figure) {
        if (figure.coverage().isEmpty()) {
            return Reason.NO_DATA;
        }
        if (kpi.overTime() == Kpi.OverTime.YEAR) {
            return Reason.PERIOD_INCOMPLETE;
        }
        if (figure.knownShare() > 0 && factors.chosenLacking().isPresent()) {
            return factors.chosenLacking().get();
        }
        // A class of devices that are there, without a factor of its own.
        boolean isOfDevices = kpi.factors().stream().anyMatch(UsedFactors::isOfDevices);
        return isOfDevices && !figure.isOfOrganisation() ? Reason.FACTOR_MISSING : Reason.NO_DATA;
    }

    /** A year of which a month is not known enough is not a badly measured year but none yet. */
    private Reason whyTooLittle() {
        return kpi.overTime() == Kpi.OverTime.YEAR
                ? Reason.PERIOD_INCOMPLETE
                : Reason.COVERAGE_BELOW_MINIMUM;
    }

    /**
     * Whether the amounts are shown. What is divided by zero is known, and adds up over time; of
     * any other unknown value a part could be taken off another to give one that is withheld.
     */
    static boolean hasAmounts(Optional<Reason> reason) {
        return reason.filter(it -> it != Reason.DENOMINATOR_ZERO).isEmpty();
    }

    /** What can be wrong with a value once all of it is known. */
    static Optional<Reason> reasonOfAmount(
            Kpi kpi, Optional<BigDecimal> denominator, Supplier<BigDecimal> amount) {
        if (kpi.isRatio() && denominator.orElseThrow().signum() == 0) {
            return Optional.of(Reason.DENOMINATOR_ZERO);
        }
        boolean isImplausible =
                kpi.above().filter(bound -> amount.get().doubleValue() <= bound).isPresent();
        return isImplausible ? Optional.of(Reason.IMPLAUSIBLE) : Optional.empty();
    }

    /** The value of a figure of which enough is known. */
    static BigDecimal amount(Kpi kpi, ScopeFigure figure) {
        BigDecimal numerator =
                completed(kpi, figure.numerator().orElseThrow(), figure.knownShare());
        return kpi.isRatio() ? quotient(numerator, figure.denominator().orElseThrow()) : numerator;
    }

    /** What was counted, completed in proportion where the KPI says so. */
    static BigDecimal completed(Kpi kpi, BigDecimal numerator, double knownShare) {
        return kpi.isScaled() ? quotient(numerator, BigDecimal.valueOf(knownShare)) : numerator;
    }

    static BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, MathContext.DECIMAL128);
    }

    /** What was put in for a gap was not measured. */
    private Optional<Double> measuredShare(ScopeFigure figure) {
        if (!kpi.isScaled()) {
            return figure.measuredShare();
        }
        return figure.measuredShare().map(share -> rounded(share * figure.knownShare()));
    }

    /** Nine decimals: more than any meter defends, few enough to be the same everywhere. */
    public static double rounded(double number) {
        if (!Double.isFinite(number)) {
            return number;
        }
        // Adding 0 makes a negative zero a plain one.
        return BigDecimal.valueOf(number)
                        .setScale(SHARE_DIGITS, RoundingMode.HALF_EVEN)
                        .doubleValue()
                + 0.0;
    }
}
