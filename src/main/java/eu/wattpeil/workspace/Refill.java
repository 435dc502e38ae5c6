package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A row of {@code config/refills.csv}: what maintenance put into a cooling unit or a generator, or
 * with an amount of 0, that it looked and nothing was needed.
 *
 * @param roomId empty where it serves no single room
 * @param substance as the maintenance record names it
 * @param unit of the amount, such as kg or l
 * @param series of the factor, kgCO2e per that unit
 * @param isFirstFill what a new unit was filled with, which is no leak
 */
public record Refill(
        LocalDate happenedOn,
        String siteId,
        String roomId,
        Kind kind,
        String substance,
        BigDecimal amount,
        String unit,
        String series,
        boolean isFirstFill) {

    /** What was refilled. */
    public enum Kind {
        REFRIGERANT,
        FUEL
    }
}
