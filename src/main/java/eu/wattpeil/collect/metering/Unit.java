package eu.wattpeil.collect.metering;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a volume of Fluvius is counted in. */
enum Unit {
    KILOWATT_HOUR,
    CUBIC_METRE,
    /** A peak of power, which tells nothing of energy. */
    KILOWATT,
    /** Reactive energy, which does no work and is never added to kWh. */
    KILOVAR_HOUR;

    static @Nullable Unit of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "kwh" -> KILOWATT_HOUR;
            case "m³", "m3" -> CUBIC_METRE;
            case "kvarh" -> KILOVAR_HOUR;
            case "kw" -> KILOWATT;
            default -> null;
        };
    }
}
