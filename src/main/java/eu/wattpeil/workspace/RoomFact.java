package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of {@code config/rooms.csv}: what is on record of a server room, from when to when, and
 * where it is written.
 *
 * @param value as it stands; of numbers in the unit of the fact
 * @param validFrom the first day, in the organisation's zone
 * @param validTo the last day; empty until the next row of the fact begins
 * @param document what shows it, such as a data sheet or an inspection; empty for none
 * @param documentedOn the day of that document
 */
public record RoomFact(
        String roomId,
        String siteId,
        Fact fact,
        String value,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String document,
        Optional<LocalDate> documentedOn) {

    public RoomFact {
        Validity.require(validFrom, validTo);
        if (documentedOn.isPresent() && document.isEmpty()) {
            throw new IllegalArgumentException(
                    "document is empty, expected the document of " + documentedOn.get());
        }
    }

    /** The value of a fact that is a number. */
    public Optional<BigDecimal> number() {
        return Optional.of(value).filter(it -> fact.kind() == Kind.NUMBER).map(BigDecimal::new);
    }

    /** How the value of a fact is written. */
    public enum Kind {
        TEXT,
        YES_NO,
        DAY,
        /** A number from 0 on. */
        NUMBER
    }

    /**
     * What can be on record: the facts that Regulation (EU) 2024/1364 Annexes I and II ask for
     * beside what is metered, and those that the Dutch recognised measures FI1 to FI6 and PH1 to
     * PH3 (Omgevingsregeling) depend on.
     */
    public enum Fact {
        NAME(Kind.TEXT),
        OWNER(Kind.TEXT),
        OPERATOR(Kind.TEXT),
        /** The local administrative unit, as Eurostat writes it. */
        LOCATION_LAU(Kind.TEXT),
        /** Enterprise, colocation or co-hosting. */
        OPERATION_KIND(Kind.TEXT),
        STARTED_ON(Kind.DAY),
        POWER_REDUNDANCY(Kind.TEXT),
        COOLING_REDUNDANCY(Kind.TEXT),
        FLOOR_AREA(Kind.NUMBER, "m²"),
        COMPUTER_ROOM_AREA(Kind.NUMBER, "m²"),
        INSTALLED_IT_POWER(Kind.NUMBER, "kW"),
        /** Whether the installed power is the nominal or the rated one. */
        INSTALLED_IT_POWER_BASIS(Kind.TEXT),
        GRID_FUNCTIONS(Kind.TEXT),
        GRID_BATTERY_POWER(Kind.NUMBER, "kW"),
        REUSED_HEAT_TEMPERATURE(Kind.NUMBER, "°C"),
        INLET_SET_POINT(Kind.NUMBER, "°C"),
        REFRIGERANTS(Kind.TEXT),
        SERVER_CAPACITY(Kind.NUMBER, "SERT"),
        STORAGE_CAPACITY(Kind.NUMBER, "PB"),
        INCOMING_BANDWIDTH(Kind.NUMBER, "GB/s"),
        OUTGOING_BANDWIDTH(Kind.NUMBER, "GB/s"),
        INCOMING_TRAFFIC(Kind.NUMBER, "EB"),
        OUTGOING_TRAFFIC(Kind.NUMBER, "EB"),
        /** Whether other rooms of the building share what feeds and cools it. */
        SHARED_BUILDING(Kind.YES_NO),
        HEAT_RECOVERY(Kind.YES_NO),
        /** Whether nothing in the cooling uses water. */
        DRY_COOLING(Kind.YES_NO),
        /** Whether the operation counts as a data centre rather than as a server room. */
        DATA_CENTRE(Kind.YES_NO),
        SERVER_CAPACITY_ABOVE_NEED(Kind.YES_NO),
        SERVERS_VIRTUALISED(Kind.YES_NO),
        POWER_MANAGEMENT(Kind.YES_NO),
        /** Whether a delay of microseconds matters to what runs there. */
        DELAY_MATTERS(Kind.YES_NO),
        COMPRESSION_COOLING(Kind.YES_NO),
        WET_COOLING(Kind.YES_NO),
        DIRECT_EXPANSION_COOLING(Kind.YES_NO),
        /** The coefficient of performance of the cooling machine by its data sheet. */
        COOLING_COP(Kind.NUMBER, "1"),
        OUTER_WALL(Kind.YES_NO),
        OUTSIDE_AIR_DAMPER(Kind.YES_NO),
        /** Whether warm air mixes into the cold air before the racks. */
        AIR_MIXES(Kind.YES_NO),
        VARIABLE_SPEED_FANS(Kind.YES_NO),
        FREE_COOLING(Kind.YES_NO),
        /** Whether all the water that is metered is potable. */
        POTABLE_WATER(Kind.YES_NO);

        private final Kind kind;
        private final String unit;

        Fact(Kind kind) {
            this(kind, "");
        }

        Fact(Kind kind, String unit) {
            this.kind = kind;
            this.unit = unit;
        }

        public Kind kind() {
            return kind;
        }

        /** The unit of a number; empty for others. */
        public String unit() {
            return unit;
        }

        /** The fact as it stands in the table. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
