package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of {@code config/tec-weights.csv}: the shares of a year that a test of ENERGY STAR gives to
 * each mode. They add up to 1; a mode that the test does not have has the share 0.
 *
 * @param kind computer or display
 * @param form of a computer: desktop, notebook …; empty for displays
 * @param programme the version of the programme: {@code v8}
 * @param shortIdleShare also of the one idle mode of a version that tells no two apart
 * @param validFrom the first day, in the organisation's zone
 * @param validTo the last day; empty until the next row begins
 * @param grade how sure the row is, as in {@code config/factors.csv}
 */
public record TecWeights(
        ProductEnergy.Kind kind,
        String form,
        String programme,
        BigDecimal offShare,
        BigDecimal sleepShare,
        BigDecimal longIdleShare,
        BigDecimal shortIdleShare,
        BigDecimal onShare,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String source,
        String grade) {

    public TecWeights {
        Validity.require(validFrom, validTo);
        BigDecimal year =
                offShare.add(sleepShare).add(longIdleShare).add(shortIdleShare).add(onShare);
        if (year.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException(
                    "the shares add up to "
                            + year.toPlainString()
                            + ", expected 1: they are parts of a year");
        }
        if (kind == ProductEnergy.Kind.IMAGING) {
            throw new IllegalArgumentException(
                    "kind is imaging, expected computer or display: imaging declares its energy");
        }
    }
}
