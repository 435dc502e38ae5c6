package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of {@code config/events.csv}: something that happened to a meter.
 *
 * @param endRegister last reading of the old meter, kWh or m³; for a replacement only
 * @param startRegister first reading of the new meter, kWh or m³; for a replacement only
 */
public record MeterEvent(
        String eventId,
        Kind kind,
        String meterId,
        Instant happenedAt,
        Optional<BigDecimal> endRegister,
        Optional<BigDecimal> startRegister,
        String note) {

    /** What can happen. */
    public enum Kind {
        /** The meter was replaced by another one. */
        REPLACEMENT,
        /** Something to know when reading the figures. */
        NOTE
    }
}
