package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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
 * @param parentMeterId the meter above it, through which passes what this one measures; empty at
 *     the top
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
        Optional<LocalDate> validTo,
        Optional<String> parentMeterId) {

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

    /** Whether it holds on a day. */
    boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && validTo.map(end -> !end.isBefore(day)).orElse(true);
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
        /** A feed of a whole site. */
        SITE_TOTAL,
        /** A feed of the whole room. */
        ROOM_TOTAL,
        /** What the IT equipment gets. */
        IT,
        /** Cooling of the room: chillers, fans and pumps. */
        COOLING,
        /** Input of the uninterruptible power supply. */
        UPS_IN,
        /** Output of an uninterruptible power supply, of which the IT equipment may get a part. */
        UPS_OUT,
        /** A rack, or a power distribution unit in it. */
        RACK,
        /** One device. */
        DEVICE,
        /** Solar panels. */
        PV,
        /** Electricity that a generator on the site makes. */
        GENERATOR,
        /** Fuel that is burnt on the site, in litres or m³. */
        FUEL,
        /** Cold that is bought, as a heat meter tells it. */
        CHILLED_WATER,
        /** Heat that the cooling takes out of the room. */
        HEAT_REMOVED,
        /** Heat that leaves the room and replaces other energy. */
        HEAT_REUSED,
        /** Electricity that is fed into the grid. */
        EXPORT,
        /** Water that is used. */
        WATER,
        /** Electricity of offices. */
        OFFICE,
        /** Lighting, fire protection, security and what else there is in a room. */
        OTHER,
        /** A sensor of the air that goes into the racks: its readings are temperatures. */
        INLET,
        /** A sensor of the air outside: its readings are temperatures. */
        OUTSIDE
    }

    /** The one site that a room, or the organisation, is on; empty where it is on several. */
    public static Optional<String> siteOf(Scope scope, Collection<Meter> meters) {
        List<String> sites =
                meters.stream()
                        .filter(it -> scope.isOrganisation() || it.roomId().equals(scope.id()))
                        .map(Meter::siteId)
                        .distinct()
                        .toList();
        return sites.size() == 1 ? Optional.of(sites.get(0)) : Optional.empty();
    }
}
