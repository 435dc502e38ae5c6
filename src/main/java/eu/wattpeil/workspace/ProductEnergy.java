package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of {@code config/product-energy.csv}: what was measured of a model of device in the test of
 * a programme. Powers are in W; one that is not on record is empty, and never 0.
 *
 * @param manufacturer as the inventory has it, whatever its capitals
 * @param model as the inventory has it, whatever its capitals
 * @param form of a computer: desktop, notebook …; empty for other kinds
 * @param programme the version of ENERGY STAR by whose test it was measured: {@code v8}
 * @param onW of a display
 * @param tecKwhPerWeek the declared typical energy consumption of imaging equipment
 * @param validFrom the first day, in the organisation's zone
 * @param validTo the last day; empty until the next row of the model begins
 * @param source the product sheet, or the list it was read in
 */
public record ProductEnergy(
        String manufacturer,
        String model,
        Kind kind,
        String form,
        String programme,
        Optional<BigDecimal> offW,
        Optional<BigDecimal> sleepW,
        Optional<BigDecimal> longIdleW,
        Optional<BigDecimal> shortIdleW,
        Optional<BigDecimal> onW,
        Optional<BigDecimal> tecKwhPerWeek,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String source) {

    /** What the programme tests alike. */
    public enum Kind {
        COMPUTER,
        DISPLAY,
        IMAGING
    }

    public ProductEnergy {
        Validity.require(validFrom, validTo);
        boolean hasPower =
                Stream.of(offW, sleepW, longIdleW, shortIdleW, onW).anyMatch(Optional::isPresent);
        if (kind == Kind.IMAGING && hasPower) {
            throw new IllegalArgumentException(
                    "a power in W is given, expected tec_kwh_per_week alone: kind is imaging");
        }
        if (kind != Kind.IMAGING && tecKwhPerWeek.isPresent()) {
            throw new IllegalArgumentException(
                    "tec_kwh_per_week is "
                            + tecKwhPerWeek.get()
                            + ", expected powers in W: only imaging declares energy of a week");
        }
    }

    /** What the weights of its test are found by. */
    List<String> cycle() {
        return List.of(kind.name().toLowerCase(Locale.ROOT), form, programme);
    }
}
