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

    public MeterEvent {
        boolean isComplete = endRegister.isPresent() && startRegister.isPresent();
        boolean isEmpty = endRegister.isEmpty() && startRegister.isEmpty();
        if (kind == Kind.REPLACEMENT && !isComplete) {
            throw new IllegalArgumentException(
                    "end_register or start_register is empty, expected both for a replacement"
                            + " (where they are not known, use kind note: the time counts as a"
                            + " gap)");
        }
        if (kind == Kind.NOTE && !isEmpty) {
            throw new IllegalArgumentException(
                    "end_register or start_register is given, expected neither for a note");
        }
    }

    /** What can happen. */
    public enum Kind {
        /** The meter was replaced by another one. */
        REPLACEMENT,
        /** Something to know when reading the figures. */
        NOTE
    }
}
