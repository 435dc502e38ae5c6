package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of {@code config/events.csv}: something that happened to a meter, or to the page counter of
 * a printer.
 *
 * @param meterId the meter, or the printer of {@link Kind#PRINTER_REPLACEMENT}
 * @param endRegister last reading of the old one, kWh, m³ or sides; for a replacement only
 * @param startRegister first reading of the new one, kWh, m³ or sides; for a replacement only
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
        if (kind != Kind.NOTE && !isComplete) {
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
        /** A printer was replaced by another one of its name. */
        PRINTER_REPLACEMENT,
        /** Something to know when reading the figures. */
        NOTE
    }
}
