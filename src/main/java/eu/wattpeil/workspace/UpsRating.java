package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of {@code config/ups.csv}: what an uninterruptible power supply can give.
 *
 * @param meterId the meter of its output
 * @param ratedKw the active power that it is rated for, kW and not kVA
 * @param validFrom the first day, in the organisation's zone
 * @param validTo the last day; empty while it stands
 * @param source where the rating was read, such as the type plate
 */
public record UpsRating(
        String meterId,
        BigDecimal ratedKw,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String source) {

    public UpsRating {
        Validity.require(validFrom, validTo);
    }
}
