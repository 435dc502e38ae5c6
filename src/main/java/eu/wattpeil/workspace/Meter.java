package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of {@code config/meters.csv}: what a meter of a source measures, and in which time.
 *
 * @param meterId our name; several rows share it when the meter's key changes
 * @param meterKey the meter as its source names it
 * @param roomId the room; empty for what belongs to a site only
 * @param siteId the site
 * @param role what it measures
 * @param multiplier ratio of the current and voltage transformers
 * @param registerMax the value, in the unit of the readings' quantity (kWh, m³), at which a
 *     register starts again from 0
 * @param maxPowerW the most the connection can carry, W; the bound for what is plausible
 * @param validFrom the first day, in the organisation's zone
 * @param validTo the last day; empty while it stands
 */
public record Meter(
        String meterId,
        String meterKey,
        String roomId,
        String siteId,
        Role role,
        BigDecimal multiplier,
        Optional<BigDecimal> registerMax,
        Optional<BigDecimal> maxPowerW,
        LocalDate validFrom,
        Optional<LocalDate> validTo) {

    public Meter {
        if (validTo.isPresent() && validTo.get().isBefore(validFrom)) {
            throw new IllegalArgumentException(
                    "valid_to is "
                            + validTo.get()
                            + ", expected a day from valid_from "
                            + validFrom
                            + " on");
        }
        if (multiplier.signum() <= 0) {
            throw new IllegalArgumentException(
                    "multiplier is " + multiplier + ", expected a number above 0");
        }
    }

    /** Whether there is a day on which both hold. */
    boolean isValidWith(Meter other) {
        return beginsBy(other) && other.beginsBy(this);
    }

    private boolean beginsBy(Meter other) {
        return other.validTo.map(end -> !validFrom.isAfter(end)).orElse(true);
    }

    /** Whether both measure the same in the same place. */
    boolean isSamePlace(Meter other) {
        return roomId.equals(other.roomId) && siteId.equals(other.siteId) && role == other.role;
    }

    /** What a meter measures. */
    public enum Role {
        /** A feed of the whole room. */
        ROOM_TOTAL,
        /** Output to the IT equipment. */
        IT,
        COOLING,
        /** Input of the uninterruptible power supply. */
        UPS_IN,
        /** Solar panels. */
        PV,
        HEAT_REUSED,
        WATER,
        OFFICE,
        /** A sensor of the air that goes into the racks: its readings are temperatures. */
        INLET
    }
}
