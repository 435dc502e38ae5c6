package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of {@code config/factors*.csv}: a conversion with its source. The rows of one series follow
 * each other in time; on a day the row with the latest {@code validFrom} holds that has begun and
 * not ended.
 *
 * @param factorId unique
 * @param series rows that replace each other share it
 * @param basis {@code direct}, {@code lifecycle}, {@code wtw} or empty
 * @param region country or region code
 * @param year the year the figure describes; a value used after it is provisional. Empty where it
 *     does not age (a mass, a geometry)
 * @param vintage edition of the source
 * @param validTo the last day; empty until a newer row of the series begins
 * @param value empty where the source says that there is none
 * @param grade A to C as the source was read, P for a proposal of ours
 * @param file the file it stands in, for messages and the licence list of the report
 */
public record Factor(
        String factorId,
        String series,
        String scope,
        String basis,
        String region,
        Optional<Integer> year,
        String vintage,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Optional<BigDecimal> value,
        String unit,
        String source,
        String grade,
        String licence,
        String file) {

    public Factor {
        if (validTo.isPresent() && validTo.get().isBefore(validFrom)) {
            throw new IllegalArgumentException(
                    "valid_to is "
                            + validTo.get()
                            + ", expected a day from valid_from "
                            + validFrom
                            + " on");
        }
    }
}
